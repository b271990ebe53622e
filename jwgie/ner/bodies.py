"""Meetings and bodies as noun phrases with their full extent: BODY mentions.

The words, the phrase grammar and the rules that tell the kind are data of the pack: ``bodies.toml``,
``lexicons/meeting_nouns.tsv`` and ``lexicons/body_words.tsv``.
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from functools import cached_property, lru_cache, partial
from typing import NamedTuple

import regex

from jwgie.document import Document, Mention, Span, View
from jwgie.knowledge import organisations
from jwgie.knowledge.morphology import Morphology
from jwgie.knowledge.names import nationality_entries
from jwgie.languages import Pack
from jwgie.ner.body_parts import determined, entry_of, name_start, places, trimmed
from jwgie.ner.matcher import Matcher
from jwgie.ner.phrases import Entry, Grammar, Unit, Units, vocabulary
from jwgie.ner.values import BodyValue
from jwgie.relations.expressions import Expression
from jwgie.relations.patterns import Alphabet, masked_expression
from jwgie.relations.triggers import Filter

#: Of how many phrases the kind is remembered.
PHRASES = 10_000


class _Kind(NamedTuple):
    kind: str
    expression: Expression


class BodyRecogniser:
    """Finds the noun phrases of meetings and bodies; runs after the recognisers of what they are built from."""

    def __init__(self, pack: Pack) -> None:
        data = pack.toml("bodies")
        words = vocabulary(pack, pack.rows("body_words"), frozenset(data.get("inflected", ())))
        entries = [*_nouns(pack, data.get("possessives", ())), *words]
        self.units = Units(pack, entries, data.get("shapes", {}), data.get("clitics", {}), data["order"], data.get("capitals", False))
        self.grammar = Grammar(data["fragments"], f"{pack.code}/bodies.toml")
        self._pack = pack
        #: Whether what modifies a noun stands before it, and the noun ends its phrase.
        self.last = data.get("head") == "last"
        self.general = frozenset(data.get("general", ()))
        self.preparatory = frozenset(map(pack.fold, data.get("preparatory", ())))
        self.alphabet = Alphabet()
        kinds = data["kinds"]
        self.seen = frozenset(kinds["labels"])
        fragments, where = kinds.get("words", {}), f"{pack.code}/bodies.toml"
        self.kinds = [
            _Kind(row["kind"], masked_expression(pack, row["match"], fragments, self.seen, self.alphabet, where)) for row in kinds["rule"]
        ]
        self._possible = Filter.of(k.expression.source for k in self.kinds)
        self.kind = lru_cache(PHRASES)(self._kind)

    @cached_property
    def phrase(self) -> regex.Pattern[str]:
        """The expression of a phrase, over categories."""
        return self.grammar.compile("phrase")

    @cached_property
    def nations(self) -> Matcher[str]:
        """The adjectives of nationality, for the few names of forums that tell their sides."""
        return Matcher(((e.name, e.value) for e in nationality_entries(self._pack, Morphology.of(self._pack))), self._pack)

    def __call__(self, document: Document) -> Iterator[Mention]:
        numbered = {(m.span.origin, m.end + 1) for m in document.labelled("ORDINAL")}
        for view in document.views.values():
            for units in self.units(document, view, partial(self._category, view, numbered), _NOUNS):
                categories = "".join([self.grammar.alphabet[u.category] for u in units])
                for match in self.phrase.finditer(categories):
                    mention = self._mention(document, view, units, match)
                    if mention is not None:
                        yield mention

    def _category(self, view: View, numbered: Set[tuple[str, int]], mention: Mention) -> str:
        """The category of a mention: its label, but FORUM for an organisation that is only where sides meet: one whose name says so, or
        right behind one of the `numbered` places, where a number ends ("the 7th ...")."""
        if mention.label == "ORG" and mention.value in organisations() and organisations()[mention.value].type == "forum":
            if (mention.span.origin, mention.start) in numbered:
                return "FORUM"
            noun = self.units.matcher.get(mention_text(view, mention).partition(" ")[0])
            if len(organisations()[mention.value].sides) > 1 or any(e.row.get("family") == "conference" for e in noun):
                return "FORUM"
        return mention.label

    def _mention(self, document: Document, view: View, units: list[Unit], match: regex.Match[str]) -> Mention | None:
        first, last = match.span()
        nouns = sorted((*places(match, "head"), *places(match, "forum")))
        heads = [(units[i], entry_of(units[i])) for i in nouns]
        if "np" in match.re.groupindex:
            first = max(match.ends("opening"), default=first)
        elif not self.last and units[first].category != "ORDINAL":  # what opens the phrase is no part of it
            first = nouns[0]
        named = next((h for h in heads if h[1].row["role"] != "session"), None)
        family = (named or heads[0])[1].row["family"]
        begin, end = trimmed(view, units[first].start, units[last - 1].end)
        kind = self.kind(self._rendered(view, units[first:last], begin, end))
        if kind == "none" or not all(_spelt(document, view, unit, entry) for unit, entry in heads):
            return None
        modified = last - first > 1
        governs = bool(modified and self.units.article) and view.text.startswith(self.units.article, units[first + 1].start)
        definite = any(entry.definite for _, entry in heads[:2]) or units[first].category.startswith("ORDINAL") or determined(match)
        if self.last:  # without an article; a noun alone takes up what was named, unless it tells of talks by itself
            definite = not modified and not heads[0][1].row["bare"]
        if kind is None and not definite and not (governs and family == "mechanism"):  # "the council of ministers" is no meeting
            if not modified or governs or not heads[0][1].row["bare"]:
                return None
            kind = "bilateral_meeting"  # "a meeting of the mechanism"
        definite = definite or governs
        if not modified and not definite and not heads[0][1].row["bare"]:
            return None
        vague = definite and (self.last or (not modified and family in _VAGUE) or (family == "session" and not places(match, "party")))
        owned = heads[0][0].category == "HEAD_P" or bool(places(match, "whose"))
        his = owned and heads[0][1].row["role"] == "many"  # "his meetings" are talks
        if vague and not his and (kind == "bilateral_meeting" or not modified):
            kind = None
        sides = sorted((*places(match, "party"), *places(match, "forum"))) or places(match, "owner")  # whose border affairs they are
        value = BodyValue(
            kind=kind,
            name=self._named(view, units, match, heads, begin, end) if modified or (self.last and kind not in _AD_HOC) else None,
            ordinal=self._own_ordinal(view, units, match, heads),
            parties=tuple(p for i in sides for p in self._parties(document, view, units[i])),
            subjects=tuple(s for s in self._subjects(document, view, units, match)),
            definite=definite,
            which="next" if places(match, "next") else "previous" if places(match, "previous") else None,
        )
        many = ".many" if (named or heads[0])[1].row["role"] == "many" else ""
        own = ".own" if owned else ""
        return Mention("BODY", view.span(begin, end), value, f"bodies.{family}{own}{many}")

    def _named(self, view: View, units: list[Unit], match: regex.Match[str], heads: list[tuple[Unit, Entry]], begin: int,
               end: int) -> Span | None:  # fmt: skip
        """The body's own name. Where the noun comes last, it begins behind the number of the round and which one it is, and ends
        before the noun of a session."""
        if not self.last:
            start, noun = name_start(view, units, match, heads, begin), heads[-1]
            alone = (start, end) == noun[0][:2] and noun[1].row["role"] == "session"  # "the third round" is no name
            return None if alone and "np" in match.re.groupindex else view.span(*trimmed(view, start, end))
        own = [i for i in range(*match.span()) if units[i].category == "HEAD" and entry_of(units[i]).row["role"] != "session"]
        before = range(match.start(), own[-1] if own else match.end())  # "that is to be held", "of two days"
        held = max((i + 1 for i in before if units[i].category == "PART"), default=match.start())
        closed = any(unit.category == "RQUOTE" for unit in units[match.start() : match.end()])
        skipped = _ROUND if closed else _ROUND | {"LQUOTE"}  # what stands between the quotation marks is the name
        first = next((i for i in range(held, match.end()) if units[i].category not in skipped), match.start())
        parties = sorted(places(match, "party"))
        listed = [i for i in range(parties[0], parties[-1]) if units[i].category in ("AND", "COMMA")] if parties else []
        if listed and [u.category for u in units[parties[-1] + 1 : match.end() - 1]][:1] == ["NO"]:  # "the consultations of A and B"
            first = parties[-1] + 2
        first = _unled(units, first, own[-1] if own else match.end() - 1)
        sitting = [i for i in range(*match.span()) if own and i > own[0] and units[i].category == "HEAD"]
        stop = max(i for i in own if i < sitting[0]) if sitting and len(own) < 1 + len(sitting) else 0
        return view.span(units[first].start, units[stop].end if stop else end)

    def _kind(self, text: str) -> str | None:
        """The kind of a phrase in which mentions and nouns of meetings are one character each."""
        return next((k.kind for i in self._possible.candidates(text) if (k := self.kinds[i]).expression.compiled.search(text)), None)

    def _own_ordinal(self, view: View, units: list[Unit], match: regex.Match[str], heads: list[tuple[Unit, Entry]]) -> Mention | None:
        """The number of the round, unless it is that of the one which this meeting only prepares."""
        ordinal = _ordinal(view, units, match, heads)
        if ordinal is None:
            return None
        before = view.text[units[match.start()].start : view.position(ordinal.start)].split()
        return None if self.preparatory.intersection(before) else ordinal

    def _parties(self, document: Document, view: View, unit: Unit) -> Iterator[Mention]:
        """The mentions of sides that a unit holds: itself, those inside an institution, or those that a forum joins, which it
        is known for or which its name tells."""
        source = unit.source
        if not isinstance(source, Mention) or source.label in ("SIDES", "REGION"):
            return
        if source.label in ("INSTITUTION", "OFFICE"):
            yield from document.in_span(source.span, "COUNTRY", "NATIONALITY", "ORG")
        elif source.label == "ORG" and organisations()[source.value].type == "forum":
            sides = organisations()[source.value].sides
            for side in sides:
                yield source._replace(label="ORG" if side in organisations() else "COUNTRY", value=side)
            if not sides:
                for start, end, code in self.nations.find(view, unit.start, unit.end):
                    yield Mention("NATIONALITY", view.span(start, end), code, "knowledge.nationality")
        else:
            yield source

    def _rendered(self, view: View, units: list[Unit], begin: int, end: int) -> str:
        parts: list[str] = []
        at = begin
        for unit in units:
            label = unit.source.row["family"].upper() if isinstance(unit.source, Entry) and "family" in unit.source.row else unit.category
            if label in self.seen and unit.end <= end:
                parts.append(view.text[at : unit.start])
                parts.append(self.alphabet[label])
                at = unit.end
        parts.append(view.text[at:end])
        return "".join(parts)

    def _subjects(self, document: Document, view: View, units: list[Unit], match: regex.Match[str]) -> Iterator[Mention]:
        """The TOPIC mentions that begin in what the phrase is about, else what its words themselves tell."""
        about = sorted({*places(match, "matter"), *places(match, "owner"), *places(match, "adjective")})
        if not about:
            return
        first, last = match.span()
        topics = [(view.position(m.start), m) for m in document.in_span(view.span(units[first].start, units[last - 1].end), "TOPIC")]
        told: dict[str, Mention] = {}
        for i in about:
            unit = units[i]
            own = [m for at, m in topics if unit.start <= at < unit.end] if i not in places(match, "adjective") else []
            if i in places(match, "owner"):  # "on the Libyan crisis"
                own = [m for m in own if m.value.startswith(SITUATION)]
            source = unit.source
            if not own and isinstance(source, Mention) and source.label == "COUNTRY":  # "on Syria"
                own = [Mention("TOPIC", source.span, SITUATION + source.value, "bodies.country")]
            if not own and isinstance(source, Entry) and source.row.get("topic"):
                own = [Mention("TOPIC", view.span(unit.start, unit.end), source.row["topic"], "bodies.adjective")]
            for mention in own:
                if mention.value not in self.general:
                    told.setdefault(mention.value, mention)
        yield from told.values()


def _unled(units: list[Unit], first: int, noun: int) -> int:
    """Where the name of a body begins whose phrase begins with "of the countries", which only says that it is theirs."""
    at = first
    while at < noun and units[at].category in _THEIRS:
        at += 1
    led = at > first and units[at].category in _LINKING and units[at - 1].category not in _LINKING
    while led and at < noun and units[at].category in _LINKING:
        at += 1
    return at if led and at < noun else first


#: Categories that say whose a body is without naming them, and those that join these to it.
_THEIRS, _LINKING = frozenset({"STATE", "SIDES"}), frozenset({"OF", "BETWEEN", "WITH"})
#: Categories that tell which round it is, before a name that ends in its noun.
_ROUND = frozenset({"ORDINAL", "NEXT", "PREV", "NO"})
#: What the code of a country's situation begins with.
SITUATION = "situation/"
#: Categories of which every phrase has one.
_NOUNS = frozenset({"HEAD", "HEAD_D", "HEAD_P", "FORUM"})
#: Kinds of what has no name of its own, or of which nothing is known.
_AD_HOC = (None, "bilateral_meeting", "phone_call")
#: Families whose bare definite noun ("the meeting") does not tell the kind.
_VAGUE = frozenset({"session", "talks", "group", "council", "commission", "mechanism", "conference"})


def _nouns(pack: Pack, possessives: list[str]) -> Iterator[tuple[str, Entry]]:
    article = pack.config.get("clitics", {}).get("article", "")
    for row in pack.rows("meeting_nouns"):
        category = "WORKS" if row["role"] == "works" else "HEAD"
        for form in row["forms"].split(" | "):
            if article and category == "HEAD":  # before the form without it: للجنة is rather "of the committee"
                yield article + form, Entry("HEAD_D", row, True)
            yield form, Entry(category, row)
        for form in filter(None, row["bound"].split(" | ")):
            for possessive in possessives:
                yield form + possessive, Entry("HEAD_P", row, True)


def _ordinal(view: View, units: list[Unit], match: regex.Match[str], heads: list[tuple[Unit, Entry]]) -> Mention | None:
    """The first number in a phrase, of a sitting of a round the round's, else the word of it that counts a round ("inaugural")."""
    counted = [(units[i].start, source) for i in places(match, "ordinal") if isinstance(source := units[i].source, Mention)]
    sessions = [unit.start for unit, entry in heads[:2] if entry.row["role"] == "session"]
    if counted:
        return next((m for start, m in counted if len(sessions) > 1 and start > sessions[1]), counted[0][1])
    for i in places(match, "adjective"):
        unit = units[i]
        counts = isinstance(unit.source, Entry) and unit.source.row.get("ordinal")
        if counts and heads[0][1].row["counted"]:
            return Mention("ORDINAL", view.span(unit.start, unit.end), int(counts), "bodies.adjective")
    return None


def _spelt(document: Document, view: View, unit: Unit, entry: Entry) -> bool:
    """Whether a noun is what it looks like in the folded text."""
    spelling = entry.row.get("spelling")
    return not spelling or regex.search(f"(?:{spelling})$", document.slice(view.span(unit.start, unit.end))) is not None


def mention_text(view: View, mention: Mention) -> str:
    """The folded characters of a mention."""
    start, end = view.range(mention.span)
    return view.text[start:end]
