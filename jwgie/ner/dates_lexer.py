"""The words and figures that numbers, ordinals and dates are made of: a text as a line of classes.

A grammar is then a regular expression over classes, one private-use character each, so that it is short, fast and data.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from typing import Any, NamedTuple

from jwgie import regexp
from jwgie.errors import PackError
from jwgie.languages import Pack
from jwgie.languages.words import words_of
from jwgie.ner.dates_figures import Item, month_first, pieces, read_figure, token
from jwgie.ner.dates_unspaced import UnspacedLexer
from jwgie.relations.expressions import Expression

#: What stands about words.
_PUNCTUATION = ".,;:!?\"'()[]-،؛؟"
_MARKS = {"(": "(", ")": ")", "/": "/", "-": "-", "\n": "|"}
#: The classes that come from no table.
_KINDS = ("and", "prep", "the", "dmy", "hijri_dmy", "dm", "dm_full", "my", "decimal", "time", "dot", "o", "o_other", "w", "wy")
#: After these a full stop may be that of an abbreviation or of a figure, and end no sentence.
_DOTTED = frozenset(("d", "month", "month_weak", "month_given", "weekday", "number_word"))
_FIRST_PRIVATE = 0xE000
_SLOT = regexp.compile(r"\{(?P<classes>[a-z0-9_|]+)(?::(?P<role>[a-z_]+\d?\$?))?\}")
_PHRASE = regexp.compile(r"(?<!\(\?P|\(\?)<(?P<name>[a-z0-9_]+)(?::(?P<number>\d))?>")


#: The further words of an entry, its class and value, the proclitics before it and their length.
_Entry = tuple[tuple[str, ...], str, Any, list[str], int]


#: Between the name of a role and the number of its place in a rule, from the second on: `re` wants each name once.
AGAIN = "__"


class Classes:
    """One private-use character for each class of words; compiles grammars to expressions over them."""

    def __init__(self) -> None:
        self._characters: dict[str, str] = {}
        self._sets: dict[str, str] = {}

    def __getitem__(self, kind: str) -> str:
        """The character of a class; classes of one letter stand for themselves."""
        if len(kind) == 1:
            return kind
        return self._characters.setdefault(kind, chr(_FIRST_PRIVATE + len(self._characters)))

    def line(self, items: Sequence[Item]) -> str:
        """The items as one character each; their classes must be known."""
        characters = self._characters
        return "".join([characters.get(item.kind, item.kind) for item in items])

    def expression(self, source: str, phrases: Mapping[str, str], where: str) -> Expression:
        """A rule of a grammar as an expression over lines. A role that it gives again is told from the first by `AGAIN` and a number."""
        roles: Counter[str] = Counter()

        def slot(match: regexp.Match) -> str:
            kinds, role = match.groups()
            characters = self._sets[kinds] = self._sets.get(kinds) or f"[{''.join(map(self.__getitem__, kinds.split('|')))}]"
            if role is None:
                return characters
            role = role.rstrip("$")
            roles[role] += 1
            return f"(?P<{role}{f'{AGAIN}{roles[role]}' * (roles[role] > 1)}>{characters})"

        return Expression(_SLOT.sub(slot, self._expand(source, phrases, where)), where)

    def compile(self, source: str, phrases: Mapping[str, str], where: str) -> regexp.Pattern:
        """A rule of a grammar, compiled at once."""
        return self.expression(source, phrases, where).compiled

    def _expand(self, source: str, phrases: Mapping[str, str], where: str) -> str:
        def phrase(match: regexp.Match) -> str:
            if match["name"] not in phrases:
                raise PackError(f"{where}: no phrase <{match['name']}>")
            inner = self._expand(phrases[match["name"]], phrases, where)
            return "(?:" + (inner.replace("$}", match["number"] + "}") if match["number"] else inner) + ")"

        return _PHRASE.sub(phrase, source)


class Strong(NamedTuple):
    """What numbers, ordinals and dates start from beside figures: classes, and other words. `far`: classes that
    tell something of a figure after them with other words between."""

    classes: Set[str]
    words: Set[str]
    far: Set[str]


class Lexer:
    """Reads the tables of a pack once; then turns folded texts into items."""

    def __init__(self, pack: Pack, tables: Sequence[tuple[str, str]], classes: Classes, strong: Strong) -> None:
        """`tables`: names of lexicons, each with the suffix that a class gets where the word has the article. Makes their classes known.
        `strong`: what everything that is looked for has one of, or else a figure."""
        config = pack.toml("dates")
        self.article = pack.fold(config["article"])
        self._commas = frozenset(config["commas"])
        self._joints = frozenset(config.get("joints", ""))
        self._token = token(config["commas"], pack.fold_pattern(config["ordinal_suffixes"]))
        self._contractions = {pack.fold(k): pack.fold(v) for k, v in config["contractions"].items()}
        conjunctions, prepositions = ([pack.fold(w) for w in config[k]] for k in ("conjunctions", "prepositions"))
        self._leads = [(c + p, [k for k, w in (("and", c), ("prep", p)) if w]) for c in ("", *conjunctions) for p in ("", *prepositions)]
        #: By the first word, longest first.
        self._words: dict[str, list[_Entry]] = {}
        for name, suffix in tables:
            for row in pack.rows(name):
                self._add_row(pack, name, row, suffix)
        for word in conjunctions:
            self._put(word, (), "and", None, [], 0)
        for lead, kinds in self._leads if self.article else ():
            self._put(self._with_article(lead), (), "the", None, kinds, len(lead))
        for entries in self._words.values():
            entries.sort(key=lambda e: -len(e[0]))
        plain = {word: entry[1:3] for word, entries in self._words.items() for entry in entries if not entry[0]}
        self._unspaced = None if words_of(pack).spaced else UnspacedLexer(plain, self._token, self._commas)
        self._strong, self._far = ({word for word, entries in self._words.items() if not kinds.isdisjoint([entry[1] for entry in entries])}
                                   for kinds in (strong.classes, strong.far))  # fmt: skip
        self._strong |= strong.words
        for kind in (*_KINDS, *sorted({entry[1] for entries in self._words.values() for entry in entries})):
            classes[kind]

    def _add_row(self, pack: Pack, name: str, row: dict[str, str], suffix: str) -> None:
        value: Any = int(row["value"]) if row["value"].lstrip("-").isdigit() else row["value"] or None
        for form in row["forms"].split("|"):
            first, *rest = pack.fold(form).split()
            for lead, kinds in self._leads:
                if row["article"] != "must":
                    self._put(lead + first, tuple(rest), row["class"], value, kinds, len(lead), f"{name}.tsv")
                if row["article"] != "no":
                    self._put(self._with_article(lead, first), tuple(rest), row["class"] + suffix, value, kinds, len(lead), f"{name}.tsv")

    def _with_article(self, lead: str, word: str = "") -> str:
        joined = lead + self.article
        for plain, contracted in self._contractions.items():
            joined = joined.removesuffix(plain) + contracted if joined.endswith(plain) else joined
        return joined + word

    def _put(self, word: str, rest: tuple[str, ...], kind: str, value: Any, leads: list[str], stem: int, where: str = "") -> None:
        entries = self._words.setdefault(word, [])
        for entry in entries:
            if entry[0] == rest:
                if (entry[1], entry[2]) != (kind, value) and not leads and not entry[3]:
                    raise PackError(f"{where}: {' '.join((word, *rest))!r} is both {entry[1]} {entry[2]} and {kind} {value}")
                if len(leads) < len(entry[3]):
                    entries.remove(entry)
                    break
                return
        entries.append((rest, kind, value, leads, stem))

    def __call__(self, text: str) -> list[Item]:
        """The items of a folded text. Words of no class are ``x``, one for a run of them; what stands among these and can be no part of a
        number, an ordinal or a date is one ``.``, not read at all."""
        if self._unspaced is not None:
            return self._unspaced(text)
        items: list[Item] = []
        words = self._words
        position = 0  # where the last item ended
        plain = False  # whether it is of no class
        for start, end, passed in self._stretches(text):
            between = _between(text[position:start], passed, plain)
            if between:
                items += [Item(kind, None, position, start) for kind in between]
                plain = between[-1] == "x"
            for match in self._token.finditer(text, start, end):
                if match.start() < position:
                    continue
                word = match[1]
                if word is not None:
                    entries = words.get(word)
                    known = self._known(entries, text, match, items) if entries is not None else 0
                    if known:
                        position = known
                    elif not plain:
                        items.append(Item("x", None, match.start(), match.end()))
                    plain = not known
                    continue
                mark = match["mark"]
                if mark in self._joints:
                    continue
                plain = False
                if mark is not None:
                    kind = "," if mark in self._commas else _MARKS.get(mark, ".")
                    if mark == "." and items and items[-1].kind in _DOTTED and items[-1].end == match.start():
                        kind = "dot"
                    items.append(Item(kind, None, match.start(), match.end()))
                else:
                    item = read_figure(match, match.start(), match.end())
                    items.extend([item] if item.kind != "x" or match["sep"] != "-" else pieces(match))
            position = max(position, end)
        items += [Item(kind, None, position, len(text)) for kind in _between(text[position:], True, plain)]
        return month_first(_articles(items))

    def _stretches(self, text: str) -> Iterator[tuple[int, int, bool]]:
        """Where a number, an ordinal or a date may start, with the words of a class, figures and marks around it, as far as they go;
        and whether others were passed over since the last such stretch."""
        words, strong = self._words, self._strong
        begin, passed = 0, False
        for line in text.split("\n"):
            pieces = line.split(" ")
            at, done = begin, 0
            for n in [n for n, piece in enumerate(pieces) if piece in strong or (not piece.isalpha() and self._may_start(piece))]:
                if n < done:
                    continue
                first, stop = n, n + 1
                while first > done and (pieces[first - 1] in words or not pieces[first - 1].isalpha()):
                    first -= 1
                before = first - 1
                while before > done and pieces[before] not in words and pieces[before].isalpha():
                    before -= 1
                if before >= done and pieces[before] in self._far:
                    first = before
                while stop < len(pieces) and (pieces[stop] in words or not pieces[stop].isalpha()):
                    stop += 1
                passed = passed or any(piece in words or not piece.isalpha() for piece in pieces[done:first])
                start = at + sum(map(len, pieces[done:first])) + first - done
                at = start + sum(map(len, pieces[first:stop])) + stop - first
                done = stop
                yield start, at - 1, passed
                passed = False
            begin += len(line) + 1
            passed = True

    def _may_start(self, piece: str) -> bool:
        """Whether something may start in a piece of text that has other characters than letters."""
        core = piece.strip(_PUNCTUATION)
        return core in self._strong or (bool(core) and not core.isalpha())

    def _known(self, entries: list[_Entry], text: str, match: re.Match[str], items: list[Item]) -> int:
        """Adds the longest entry that stands in the text, its proclitics before it; where it ends, or 0 for none."""
        start = match.start()
        for rest, kind, value, leads, stem in entries:
            stop = _follows(text, match.end(), rest) if rest else match.end()
            if stop:
                for n, lead in enumerate(leads):
                    items.append(Item(lead, None, start + n, start + n + 1))
                items.append(Item(kind, value, start + stem, stop))
                return stop
        return 0


def _between(gap: str, passed: bool, plain: bool) -> str:
    """The classes of what lies between two stretches: words of no class (after such a one, if `plain`), with others `passed` over."""
    kinds = "|" if gap.startswith("\n") else ""
    if gap.strip():
        kinds += ("" if plain and not kinds else "x") + (".x" if passed else "")
        kinds += "|" if gap.endswith("\n") else ""
    return kinds


def _follows(text: str, at: int, words: tuple[str, ...]) -> int:
    """Where the words end if they stand next in the text, else 0."""
    for word in words:
        while at < len(text) and text[at] == " ":
            at += 1
        if not text.startswith(word, at):
            return 0
        at += len(word)
    return 0 if at < len(text) and text[at].isalpha() else at


def _articles(items: list[Item]) -> list[Item]:
    """Joins an article to the figures after it (``the 14``, ``the /74/``); an article alone is just a word."""
    if not any(item.kind == "the" for item in items):
        return items
    out: list[Item] = []
    i = 0
    while i < len(items):
        item = items[i]
        if item.kind != "the":
            out.append(item)
            i += 1
            continue
        step = 2 if i + 3 < len(items) and items[i + 1].kind in "/-" and items[i + 3].kind == items[i + 1].kind else 1
        if i + step < len(items) and items[i + step].kind in ("d", "n", "h", "y"):
            figure = items[i + step]
            out.append(figure._replace(start=item.start, end=items[i + 2 * step - 1].end, article=True))
            i += 2 * step
            continue
        out.append(Item("x", None, item.start, item.end))
        i += 1
    return out


def replace_runs(items: list[Item], line: str, expression: regexp.Pattern, build: Callable[[list[Item]], Item | None]) -> list[Item]:
    """The items with each run that an expression matches replaced by the one that is built of it."""
    out: list[Item] = []
    last = 0
    for match in expression.finditer(line):
        start, end = match.span()
        if start == end:
            continue
        built = build(items[start:end])
        if built is not None:
            out.extend(items[last:start])
            out.append(built)
            last = end
    return out + items[last:] if last else items
