"""All training and development data: the gold reports, and the open data sets of words and tags, each with its own labels.

ANERcorp (CC BY-SA 4.0), AQMAR (CC BY-SA 3.0) and the sample of Wojood (MIT) are read from BIO files: ``aner.train.bio``,
``aqmar.train.bio``, ``wj.train.bio``, and so for ``dev`` (of Wojood ``val``) and ``test``.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from zlib import crc32

import jwgie
from jwgie.evaluation.gold import GoldReport, gold
from jwgie.tagger.model import LONGEST
from jwgie.tagger.pieces import Pieces
from jwgie.training.examples import Example, of_report, of_words, read_words

#: The data sets of words: how their files begin, and their layer.
SETS = {"aner": "anercorp", "aqmar": "aqmar", "wj": "wojood"}

#: How many reports a topic must be in to be learned.
_OFTEN = 2


def topics(reports: tuple[GoldReport, ...]) -> list[str]:
    """The topics to learn, sorted; a situation in one country is told by the country's name and not learned."""
    counted = Counter(t for report in reports for t in {t for meeting in report.meetings for t in meeting.get("topics") or ()})
    return sorted(topic for topic, count in counted.items() if count >= _OFTEN and not topic.startswith("situation/"))


def spared(report: GoldReport, every: int) -> bool:
    """Whether a report is not learned from, so that thresholds can be set by it: one of so many about no meeting, by its id."""
    return every > 0 and not report.meetings and crc32(report.id.encode()) % every == 0


def of_gold(folder: Path, pieces: Pieces, subjects: list[str], spare: int = 0) -> Iterator[Example]:
    """The examples of a folder of gold reports; what gold does not say is what the rules find."""
    for language in jwgie.languages():
        nlp = jwgie.load(language)
        for report in (r for r in gold(folder, language) if not spared(r, spare)):
            document = nlp(report.text, title=report.title, published=report.published)
            yield from of_report(report, document, pieces, LONGEST, subjects)


def of_sets(folder: Path, part: str, pieces: Pieces, rng: random.Random | None) -> Iterator[Example]:
    """The sentences of the data sets of words."""
    for name, layer in SETS.items():
        path = folder / f"{name}.{part}.bio"
        if path.is_file():
            yield from (of_words(rows, layer, pieces, rng) for rows in read_words(path))


def usable(examples: Iterator[Example], longest: int = 500) -> list[Example]:
    """Those that are not empty and fit the network."""
    return [e for e in examples if e.units.first and len(e.units.pieces) <= longest]
