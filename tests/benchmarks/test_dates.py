"""How long the dates and ordinals of a sentence take, beside `dateparser.search`, which reads dates only: milliseconds at best.

``python tests/benchmarks/test_dates.py`` prints both; pytest asserts on the ratio within one run only, where dateparser is installed.
"""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter

import pytest

import jwgie

SENTENCES = [
    "عقدت اللجنة المصرية الهندية المشتركة دورتها السابعة في القاهرة يوم الأربعاء 29 مايو 2024 "
    "برئاسة وزيري خارجية البلدين، وبحثت سبل تعزيز التعاون بينهما.",
    "اتفق الجانبان في ختام الاجتماع الثالث للجنة التشاور السياسي على أن تستضيف طوكيو الجولة المقبلة "
    "في 14 من أكتوبر/تشرين الأول القادم على مستوى الوزراء.",
    "انطلقت أمس الأحد في الرياض أعمال الدورة الـ43 للمجلس بمشاركة وفود من دول عدة، وتستمر حتى "
    "16 جمادى الأولى 1445هـ، ويناقش المشاركون فيها عددا من الملفات.",
]
#: How many times faster than the peer it is at least.
RATIO = 15


def milliseconds(run: Callable[[str], object], rounds: int = 200) -> float:
    """What a sentence takes at best, on average; each is read once only, with another number at its end the next time."""
    total = 0.0
    for sentence in SENTENCES:
        run(sentence)
        best = float("inf")
        for n in range(rounds):
            read = f"{sentence} {n}"
            start = perf_counter()
            run(read)
            best = min(best, perf_counter() - start)
        total += best
    return 1000 * total / len(SENTENCES)


def ours(sentence: str) -> object:
    """Dates and ordinals, by two calls."""
    return jwgie.find_dates(sentence, reference="2024-06-13"), jwgie.find_ordinals(sentence)


def theirs() -> Callable[[str], object]:
    """The peer's dates; raises `ImportError`."""
    from dateparser.search import search_dates

    return lambda sentence: search_dates(sentence, languages=["ar"])


def test_a_sentence_takes_a_small_part_of_what_the_peer_takes():
    try:
        peer = theirs()
    except ImportError as error:
        pytest.skip(str(error))
    assert milliseconds(ours) * RATIO < milliseconds(peer, 3)


def test_dates_and_ordinals_of_a_sentence(benchmark):
    dates, ordinals = benchmark(ours, SENTENCES[0])
    assert [d.value.start for d in dates] == ["2024-05-29"]
    assert [o.value for o in ordinals] == [7]


if __name__ == "__main__":
    print(f"jwgie, dates and ordinals  {milliseconds(ours):8.3f} ms a sentence of {sum(map(len, SENTENCES)) // len(SENTENCES)} characters")
    try:
        print(f"dateparser.search, dates   {milliseconds(theirs(), 3):8.3f} ms")
    except ImportError as error:
        print(f"dateparser.search skipped: {error}")
