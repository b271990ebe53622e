"""How many news stories yield a record, by their label: ``python tests/benchmarks/false_alarms.py LANGUAGE FILE.jsonl [--tagger]``.

Each line of FILE has `text` and `label` (such as "meeting" and "other") and may have `title` and `published` in any form. With
--tagger they are read as well with it as a second reader (the default), and beside the rules.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path

from dateutil.parser import ParserError, parse

import jwgie
from jwgie.pipeline import Pipeline


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("language")
    parser.add_argument("file", type=Path)
    parser.add_argument("--tagger", action="store_true")
    options = parser.parse_args()
    stories = [json.loads(line) for line in options.file.read_text("utf-8").splitlines()]
    print(f"{len(stories)} stories: {dict(Counter(story['label'] for story in stories))}")
    readers = {"the rules": ["rules"], "the default": None, "rules and tagger": ["rules", "tagger"]}
    for name, recognisers in list(readers.items())[: 3 if options.tagger else 1]:
        print(f"with a record by {name}: {dict(_counted(jwgie.load(options.language, recognisers=recognisers), stories))}")


def _counted(nlp: Pipeline, stories: list[dict[str, str]]) -> Counter[str]:
    """How many stories of each label have a record."""
    found: Counter[str] = Counter()
    for story in stories:
        document = nlp(story["text"], title=story.get("title"), published=_day(story.get("published")))
        found[story["label"]] += bool(document.records)
    return found


def _day(published: str | None) -> str | None:
    try:
        return parse(published).date().isoformat() if published else None
    except (ParserError, OverflowError):
        return None


if __name__ == "__main__":
    main()
