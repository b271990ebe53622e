"""How fast folding is, offsets included, beside peers that have none: megabytes of UTF-8 a second, the best of several runs.

``python tests/benchmarks/test_normalisation.py`` prints every profile and group and every peer that is installed
(``pip install pyarabic camel-tools tnkeeh mahad``); pytest asserts on ratios within one run only.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from time import process_time

import jwgie
from jwgie.languages import load_pack

GOLD = Path(__file__).parent.parent / "gold" / "train"
#: Letters, digits and marks that `str.translate` folds as the profile ``full`` does.
TABLE = str.maketrans("أإآٱىةؤئ٠١٢٣٤٥٦٧٨٩", "اااايهوي0123456789", "".join(map(chr, (0x640, *range(0x64B, 0x653), 0x670, 0x200E, 0x200F))))


def news(characters: int = 200_000) -> str:
    """Arabic reports, one after another."""
    text = "\n\n".join(json.loads(path.read_text("utf-8"))["text"] for path in sorted(GOLD.glob("ar-*.json")))
    return (text * (characters // len(text) + 1))[:characters]


def seconds(run: Callable[[str], object], text: str, rounds: int = 5) -> float:
    """The processor time that a run takes at best."""
    run(text[:1000])  # what is made when first needed is made
    best = float("inf")
    for _ in range(rounds):
        start = process_time()
        run(text)
        best = min(best, process_time() - start)
    return best


def standard(text: str) -> str:
    """What the standard library does without offsets."""
    return unicodedata.normalize("NFKC", text).translate(TABLE)


def peers() -> Iterator[tuple[str, Callable[[str], object] | str]]:
    """Each peer with what comes closest to the profile ``full``, or why it cannot be run."""
    yield "unicodedata.normalize + str.translate", standard

    def pyarabic(text: str) -> str:
        araby = import_module("pyarabic.araby")
        text = araby.normalize_teh(araby.normalize_alef(araby.normalize_hamza(text)))
        return str(araby.strip_tatweel(araby.strip_tashkeel(araby.normalize_ligature(text))))

    def camel(text: str, package: str) -> str:
        normalize, dediac = import_module(f"{package}.utils.normalize"), import_module(f"{package}.utils.dediac")
        text = normalize.normalize_alef_maksura_ar(normalize.normalize_alef_ar(normalize.normalize_unicode(text)))
        return str(normalize.normalize_teh_marbuta_ar(dediac.dediac_ar(text)))

    def tnkeeh(text: str) -> str:
        module = import_module("tnkeeh.tnkeeh")
        return str(module._normalize_data(module._remove_diacritics(text)))

    def maha(text: str) -> str:
        functions = import_module("maha.cleaners.functions")
        return str(functions.normalize(functions.remove_harakats(text), all=True))

    found: list[tuple[str, Callable[[str], object]]] = [
        ("pyarabic", pyarabic), ("camel_tools", lambda text: camel(text, "camel_tools")),
        ("camel_lite", lambda text: camel(text, "camel_lite")), ("tnkeeh", tnkeeh), ("maha", maha),
    ]  # fmt: skip
    for name, run in found:
        try:
            run("نص")
        except ImportError as error:
            yield name, str(error)
        else:
            yield name, run


def test_folding_of_a_megabyte_of_news(benchmark):
    text = news(600_000)
    view = benchmark(jwgie.normalise, text)
    assert view.span(0, len(view.text)).end == len(text.rstrip())
    if benchmark.stats:
        benchmark.extra_info["MB/s"] = len(text.encode()) / 1e6 / benchmark.stats["min"]


def test_offsets_cost_less_than_the_standard_library_takes_without():
    text = news()
    for profile in load_pack("ar").toml("folding")["profiles"]:
        assert seconds(lambda t, p=profile: jwgie.normalise(t, profile=p), text) < seconds(standard, text)


def main() -> None:
    """Print the table."""
    text = news(1_000_000)
    megabytes = len(text.encode()) / 1e6
    folding = load_pack("ar").toml("folding")
    for name in (*folding["profiles"], *folding["groups"]):
        took = seconds(lambda t, p=name: jwgie.normalise(t, profile=p), text)
        print(f"jwgie {name:32} {megabytes / took:7.1f} MB/s with offsets")
    for name, run in peers():
        if isinstance(run, str):
            print(f"{name:38} skipped: {run}")
        else:
            print(f"{name:38} {megabytes / seconds(run, text):7.1f} MB/s without offsets")


if __name__ == "__main__":
    main()
