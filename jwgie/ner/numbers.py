"""Cardinal numbers in words and figures."""

from __future__ import annotations

from jwgie.languages import Pack
from jwgie.ner.dates_figures import Item
from jwgie.ner.dates_lexer import Classes, replace_runs


class Numbers:
    """Joins the words of a number into one item: ``w`` (``wy`` where it may be a year), or ``n`` where figures take part."""

    #: Each number in words has a word of one of these classes.
    CLASSES = frozenset(("unit", "ten", "teen", "tens", "hundred", "hundreds", "scale", "zero"))

    def __init__(self, pack: Pack, classes: Classes) -> None:
        grammar = pack.toml("dates")["number"]
        self.classes = classes
        #: Two numbers of which the first counts hundreds, where a language tells years so.
        self.pair = classes.compile(grammar["pair"], grammar, f"{pack.code}/dates.toml: number.pair") if "pair" in grammar else None
        #: Figures in words, one after another, where a language tells years so too.
        self.digits = classes.compile(grammar["digits"], grammar, f"{pack.code}/dates.toml: number.digits") if "digits" in grammar else None
        self.expression = classes.compile(grammar["match"], grammar, f"{pack.code}/dates.toml: number")

    def __call__(self, items: list[Item]) -> list[Item]:
        if self.CLASSES.isdisjoint([item.kind for item in items]):
            return items
        if self.pair:
            items = replace_runs(items, self.classes.line(items), self.pair, _pair)
        if self.digits:
            items = replace_runs(items, self.classes.line(items), self.digits, _digits)
        return replace_runs(items, self.classes.line(items), self.expression, _number)


def _pair(run: list[Item]) -> Item | None:
    value = 100 * run[0].value + int(evaluate(run[1:]))
    return Item("wy", value, run[0].start, run[-1].end) if 1500 <= value <= 2199 else None


def _digits(run: list[Item]) -> Item | None:
    value = int("".join([str(item.value) for item in run]))
    return Item("wy", value, run[0].start, run[-1].end) if 1500 <= value <= 2199 else None


def _number(run: list[Item]) -> Item | None:
    value = evaluate(run)
    if value != int(value):
        return None
    figures = any(item.kind in ("d", "n", "h", "y", "decimal") for item in run)
    kind = "n" if figures else "wy" if 1500 <= value <= 2199 else "w"
    return Item(kind, int(value), run[0].start, run[-1].end)


#: What stands between the words of a number; what multiplies a hundred after it.
_BESIDE = frozenset(("and", "after", "a", "-", ","))
_FACTORS = frozenset(("unit", "d", "teen", "tens"))


def evaluate(run: list[Item]) -> float:
    """The value of a well-formed run of number words: hundreds multiply the unit before them, scales the group before them."""
    total: float = 0
    group: float = 0
    previous = ""
    for item in run:
        kind = item.kind.removesuffix("_the")
        if kind in _BESIDE:
            previous = kind
            continue
        if kind == "scale" and previous in ("and", "after"):
            # The smallest first: what comes before is no factor.
            total, group = total + group + item.value, 0
        elif kind == "scale":
            if group or previous == "scale":
                total, group = (total + group * item.value, 0) if group else (total * item.value, 0)
            else:
                total += item.value
        elif kind == "hundreds" and previous in _FACTORS:
            group += (group % 100) * (item.value - 1)
        else:
            group += item.value
        previous = kind
    return total + group
