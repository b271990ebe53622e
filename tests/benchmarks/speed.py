"""How many reports a second one core reads in each language, once warm and before.

    python tests/benchmarks/speed.py             # all languages, each in a process of its own
    python tests/benchmarks/speed.py ar en

A report is 2,500 characters of the gold reports of the train part, one after another in an order drawn once. Half of them warm up: many
tables and expressions are made when a word first needs them. The others are new to the process and read three times over: the first
time some words are met that no report had before; the best of the other times is the steady state. All times are of the processor.
"""

from __future__ import annotations

import json
import random
import resource
import subprocess
import sys
import time
from pathlib import Path

GOLD = Path(__file__).parents[1] / "gold" / "train"
LENGTH = 2_500


def reports(language: str) -> list[str]:
    """The reports of a language, none of which has a character of another."""
    gold = [json.loads(path.read_text("utf-8"))["text"] for path in sorted(GOLD.glob(f"{language}-*.json"))]
    random.Random(0).shuffle(gold)
    text = "\n\n".join(gold)
    return [text[at : at + LENGTH] for at in range(0, len(text) - LENGTH + 1, LENGTH)]


def measure(language: str) -> str:
    """One row of the table, from this process."""
    start = time.process_time()
    import jwgie

    nlp = jwgie.load(language, recognisers=["rules"])
    load = time.process_time() - start

    def milliseconds(those: list[str]) -> float:
        start = time.process_time()
        for text in those:
            nlp(text, published="2024-05-31")
        return (time.process_time() - start) / len(those) * 1000

    texts = reports(language)
    half = len(texts) // 2
    first, new = milliseconds(texts[:half]), milliseconds(texts[half:])
    steady = min(milliseconds(texts[half:]) for _ in range(2))
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    cells = f"{load:.2f} | {half} | {first:.1f} | {len(texts) - half} | {new:.1f} | {steady:.1f} | {1000 / steady:.0f} | {megabytes:.0f}"
    return f"| {language} | {cells} |"


def main(languages: list[str]) -> None:
    print("| language | import and load, s | warm-up reports | ms each | new reports | ms each | once warm, ms | a second | MB |")
    print("|---|--:|--:|--:|--:|--:|--:|--:|--:|")
    for language in languages or ["ar", "en", "fr", "es", "hi", "ur", "ja"]:
        command = [sys.executable, __file__, "--one", language]
        print(subprocess.run(command, check=True, capture_output=True, text=True).stdout, end="", flush=True)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        print(measure(sys.argv[2]))
    else:
        main(sys.argv[1:])
