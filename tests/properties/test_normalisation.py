"""What holds of folding for every text."""

from itertools import groupby, pairwise
from operator import itemgetter

from hypothesis import example, given
from hypothesis import strategies as st

import jwgie
from jwgie.document import Span
from jwgie.languages import load_pack

LETTERS = "ابتجحدرسعفقكلمنهويأإآىةئؤء ،.؟\nﻻﻷﷲﷺﱞ٣۴3&;#amp\r\t«»–"
MARKS = "\u064b\u0651\u0653\u0654\u0655\u0670\u0640\u200f\u200b\u202b\ufeff\u00a0"
TEXTS = st.text() | st.text(st.characters(exclude_categories=())) | st.text(LETTERS + MARKS, max_size=60)
FOLDING = load_pack("ar").toml("folding")
PROFILES = st.sampled_from([*FOLDING["profiles"], *FOLDING["groups"]])


@given(TEXTS, PROFILES)
@example("&amp;amp;nbsp;", "full")
@example("ا\u200f\u0654", "full")
def test_each_character_has_its_source(text, profile):
    view = jwgie.normalise(text, profile=profile)
    starts = [view.start(at) for at in range(len(view.text))]
    ends = [view.end(at) for at in range(len(view.text))]
    assert all(0 <= start < end <= len(text) for start, end in zip(starts, ends, strict=True))
    assert starts == sorted(starts)
    # Two neighbours share all of their source (a ligature) or nothing.
    pairs = list(zip(starts, ends, strict=True))
    assert all(a == b or a[1] <= b[0] for a, b in pairwise(pairs))
    # The source of a character, folded on its own, is that character, unless an expression looks at what is beside it.
    if "expressions" in FOLDING["groups"].get(profile, ()):
        return
    for (start, end), characters in groupby(zip(pairs, view.text, strict=True), key=itemgetter(0)):
        assert jwgie.normalise(text[start:end], profile=profile).text == "".join(c for _, c in characters)


@given(TEXTS, PROFILES, st.data())
def test_span_and_range_are_inverse(text, profile, data):
    view = jwgie.normalise(text, profile=profile)
    start = data.draw(st.integers(0, len(view.text)))
    end = data.draw(st.integers(start, len(view.text)))
    span = view.span(start, end)
    assert 0 <= span.start <= span.end <= len(text)
    first, last = view.range(span)
    if start < end:
        # Whole but for ligatures, which a span takes in whole.
        assert first <= start < end <= last
        assert view.span(first, last) == span


@given(TEXTS, PROFILES)
def test_positions_rise(text, profile):
    view = jwgie.normalise(text, profile=profile)
    positions = [view.position(at) for at in range(len(text) + 1)]
    assert positions == sorted(positions)
    assert positions[0] == 0
    assert positions[-1] == len(view.text)
    assert view.range(Span(0, len(text))) == (0, len(view.text))


@given(TEXTS)
def test_folding_what_is_folded_changes_nothing_more(text):
    pack = load_pack("ar")
    once = pack.fold(text.replace("&", ""))
    assert pack.fold(once) == once
