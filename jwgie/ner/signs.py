"""Signs that stand for states in compounds and headlines (日印, 日米豪印, 訪米, 米大統領): characters that are words or parts of words
elsewhere, so that they count only beside each other, beside the name of a state, or beside the words that a pack lists.

The signs are those of ``lexicons/country_signs.tsv``; how they stand is said in ``[signs]`` of ``pack.toml``:

    letter = '[ァ-ヺ]'      # letters that in a row are one word: no sign stands within
    joined = "・"          # what may stand between two members of a compound
    before = '(?<!\\w)'    # what stands before a compound
    alone_before = '…'    # what a single sign stands after, and what then follows it,
    alone_after = '…'
    led = '…'             # or what it stands after, whatever follows
    despite = '国防'        # what may follow a sign whatever its row says
    never = ["土日"]       # compounds that are other words
    fixed_after = '…'      # what stands behind the compounds of `fixed`
    [signs.fixed]          # compounds whose members stand for states only together: the code of each character
    南北 = ["KR", "KP"]
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from jwgie import regexp
from jwgie.document import Document, Mention
from jwgie.languages import Pack
from jwgie.ner.topic_phrases import compiler

#: Mentions that may stand in a compound with signs.
NAMES = frozenset({"COUNTRY", "ORG", "REGION"})
#: Mentions in which no sign stands.
_TAKEN = frozenset({*NAMES, "CITY", "NATIONALITY"})
_RULE = "knowledge.sign"
#: How many characters before a sign are looked at.
_WINDOW = 4


class _Sign(NamedTuple):
    code: str
    rest: regexp.Pattern  #: what may follow the sign


class Signs:
    """A recogniser of COUNTRY mentions; runs after the gazetteer."""

    def __init__(self, pack: Pack) -> None:
        data = pack.config["signs"]
        compiled = compiler(pack)
        self._signs: dict[str, _Sign] = {}
        for row in pack.rows("country_signs"):
            rest = compiled(f"(?![{row['never_before']}])" if row["never_before"] else "")
            for sign in row["sign"].split("|"):
                if row["use"] == "common":
                    self._signs[pack.fold(sign)] = _Sign(row["code"], rest)
        self._lengths = sorted({len(sign) for sign in self._signs}, reverse=True)
        self._fixed: dict[str, list[str]] = {pack.fold(compound): codes for compound, codes in data.get("fixed", {}).items()}
        self._fixed_after = compiled(data.get("fixed_after", ""))
        starts = {sign[0] for sign in (*self._signs, *self._fixed)}
        self._starts = regexp.compile(f"[{''.join(sorted(starts))}]")
        self._despite = compiled(data.get("despite", "(?!)"))
        self._letter = compiled(data.get("letter", "(?!)"))
        self._joined = pack.fold(data["joined"])
        self._before, self._led, self._alone_before = (compiled(rf"(?:{data[k]})\Z") for k in ("before", "led", "alone_before"))
        self._alone_after = compiled(data["alone_after"])
        self._never = tuple(map(pack.fold, data["never"]))

    def __call__(self, document: Document) -> Iterator[Mention]:
        for view in document.views.values():
            names: dict[int, int] = {}
            taken = bytearray(len(view.text) + 1)
            for mention in document.mentions:
                if mention.span.origin == view.origin and mention.label in _TAKEN:
                    start, end = view.range(mention.span)
                    taken[start:end] = b"\1" * (end - start)
                    if mention.label in NAMES:
                        names[start] = max(end, names.get(start, 0))
            for start, end, code in self._find(view.text, names, taken):
                yield Mention("COUNTRY", view.span(start, end), code, _RULE)

    def _find(self, text: str, names: dict[int, int], taken: bytearray) -> Iterator[tuple[int, int, str]]:
        position = 0
        for found in self._starts.finditer(text):
            start = found.start()
            if start < position or text.startswith(self._never, start):
                continue
            fixed = next((c for c in self._fixed if text.startswith(c, start) and self._fixed_after.match(text, start + len(c))), None)
            if fixed is not None:
                yield from ((start + i, start + i + 1, code) for i, code in enumerate(self._fixed[fixed]))
                position = start + len(fixed)
                continue
            run = self._run(text, start, names, taken)
            if not run:
                continue
            window = text[max(0, start - _WINDOW) : start]
            last = run[-1][1]
            led = self._led.search(window)
            if len(run) > 1 and not led and self._before.search(window):
                yield from ((s, e, code) for s, e, code in run if code)
                position = last
            elif led or (self._alone_before.search(window) and self._alone_after.match(text, run[0][1])):
                yield run[0]
                position = run[0][1]

    def _run(self, text: str, at: int, names: dict[int, int], taken: bytearray) -> list[tuple[int, int, str]]:
        """The compound that begins with a sign; names in it have no code."""
        run: list[tuple[int, int, str]] = []
        while True:
            sign = self._sign(text, at, taken) if at not in names else None
            if sign is not None:
                run.append(sign)
            elif run and at in names:
                run.append((at, names[at], ""))
            else:
                return run
            at = run[-1][1]
            if text.startswith(self._joined, at):
                after = at + len(self._joined)
                if after in names or self._sign(text, after, taken):
                    at = after

    def _inside(self, text: str, at: int) -> bool:
        """Whether a place lies within a run of letters that is one word."""
        return at > 0 and self._letter.match(text, at) is not None and self._letter.match(text, at - 1) is not None

    def _sign(self, text: str, at: int, taken: bytearray) -> tuple[int, int, str] | None:
        for length in self._lengths:
            sign = self._signs.get(text[at : at + length])
            if sign is not None and self._inside(text, at):
                continue
            end = at + length
            if sign is not None and not any(taken[at:end]) and (sign.rest.match(text, end) or self._despite.match(text, end)):
                return at, end, sign.code
        return None
