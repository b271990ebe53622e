"""What meetings deal with and how their sides will act: TOPIC and MEANS mentions.

Phrases come from ``lexicons/topics.tsv`` and ``lexicons/means.tsv``, what must stand around them from ``topics.toml``.
The rule of a mention tells the kind of its phrase: ``topics.weak`` says that the phrase alone does not settle it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from jwgie import regexp
from jwgie.document import Document, Mention, View
from jwgie.languages import Pack
from jwgie.languages.expansion import Expansion
from jwgie.ner.matcher import Matcher
from jwgie.ner.situations import Situations
from jwgie.ner.topic_phrases import NOTHING, REACH, TIES, WINDOW, Hit, Phrase, compiler
from jwgie.relations.expressions import Expression
from jwgie.relations.openings import openings
from jwgie.relations.triggers import Filter
from jwgie.spans import Intervals

#: Names of people and bodies: their words are no topics of the meeting. A name begins with a noun of its own, so a topic
#: that begins there shows that there is no such name: "consular affairs", not "the consulate".
NAMES = ("PERSON", "OFFICE", "INSTITUTION", "ORG")
CONTEXT = frozenset((*NAMES, "NATIONALITY"))
#: Names of the sides of ties.
STATES = frozenset(("COUNTRY", "NATIONALITY"))
#: A ministry named by its adjective alone ("the foreign"): what is listed after it may be fields as well.
ELLIPTIC = "institutions.nisba"
#: What is never found.
NEVER = "(?!)"
#: How many letters of proclitics and article may stand before a word.
PROCLITICS = 4


class TopicRecogniser:
    """Finds topics by their phrases, bare nouns by the lists they stand in, adjectives by their noun."""

    def __init__(self, pack: Pack) -> None:
        data = pack.toml("topics")
        self._matcher = _matcher(pack, data.get("words", {}), pack.rows("topics"))
        self._composed = _Composed(pack, data)
        self._context = _Context(pack, data)
        #: Whether a name may begin with a topic, because what a noun is about stands before it.
        self._modified = bool(data.get("context", {}).get("modifiers_first"))
        self._names = (*NAMES, "CITY") if self._modified else NAMES
        self._situations = Situations(pack, data["situation"]) if "situation" in data else None

    def __call__(self, document: Document) -> Iterator[Mention]:
        for view in document.views.values():
            labels = {*CONTEXT, *self._names, *(STATES if self._context.sides_before else ())}
            near = [m for m in document.mentions if m.label in labels and m.span.origin == view.origin]
            hits = self._hits(view, [(m.label, *view.range(m.span), m.rule) for m in near])
            for hit in hits:
                yield Mention("TOPIC", view.span(hit.start, hit.end), hit.phrase.code, f"topics.{hit.phrase.kind or 'phrase'}")
            if self._situations:
                yield from self._situations(document, view, hits)

    def _hits(self, view: View, mentions: list[tuple[str, int, int, str]]) -> list[Hit]:
        found = list(map(Hit._make, self._matcher.find(view, nested=True)))
        found += self._composed(view.text)
        begun = set() if self._modified else {hit.start for hit in found if hit.phrase.code != NOTHING}
        names = [(start, end) for label, start, end, rule in mentions if label in self._names and start not in begun and rule != ELLIPTIC]
        inside = Intervals([*names, *self._context.offices(view.text)])
        adjectives = {(start, end) for label, start, end, _ in mentions if label == "NATIONALITY"}
        hits = _outermost(hit for hit in found if (hit.start, hit.end) not in adjectives and not inside.contain(hit.start, hit.end))
        context = self._context
        starts = {start for start, _ in adjectives}
        ends = [end for label, _, end, _ in mentions if label in STATES]
        sided = [context.with_sides(view.text, hit, starts, ends) for hit in hits]
        sure = [h for hit in sided if (h := context.by_noun(view.text, hit))]
        return [h for i, hit in enumerate(sure) if (h := context.listed(view.text, hit, sure, i))]


class MeansRecogniser:
    """Finds how the sides will act."""

    def __init__(self, pack: Pack) -> None:
        self._matcher = _matcher(pack, pack.toml("topics").get("words", {}), pack.rows("means"))

    def __call__(self, document: Document) -> Iterator[Mention]:
        for view in document.views.values():
            for hit in _outermost(map(Hit._make, self._matcher.find(view, nested=True))):
                yield Mention("MEANS", view.span(hit.start, hit.end), hit.phrase.code, "means.phrase")


def _matcher(pack: Pack, words: dict[str, str], rows: Iterable[dict[str, str]]) -> Matcher[Phrase]:
    phrases = [(row["phrase"], Phrase(row["code"], row.get("kind", ""))) for row in rows]
    return Matcher(phrases, pack, Expansion({name: pack.fold(forms) for name, forms in words.items()}))


def _outermost(found: Iterable[Hit]) -> list[Hit]:
    """The hits that no longer one contains (unless it keeps those inside it), in order; what says nothing is left out."""
    kept: list[Hit] = []
    for group in _groups(found):
        best: list[Hit] = []
        for hit in sorted(group, key=lambda h: (h.start - h.end, h.start, h.phrase.code != NOTHING)):
            if not any(_hides(b, hit) for b in best):
                best.append(hit)
        kept += best
    return sorted((h for h in kept if h.phrase.code != NOTHING), key=lambda h: (h.start, -h.end))


def _groups(found: Iterable[Hit]) -> Iterator[list[Hit]]:
    """The hits in groups that do not overlap."""
    group: list[Hit] = []
    end = 0
    for hit in sorted(found, key=lambda h: h.start):
        if group and hit.start >= end:
            yield group
            group = []
        group.append(hit)
        end = max(end, hit.end)
    if group:
        yield group


def _hides(longer: Hit, hit: Hit) -> bool:
    if not (longer.start <= hit.start and hit.end <= longer.end) or longer.phrase.kind == "keep":
        return False
    return (longer.start, longer.end) != (hit.start, hit.end) or NOTHING in (longer.phrase.code, hit.phrase.code)


class _Composed:
    """Finds what several words of a clause say together."""

    def __init__(self, pack: Pack, data: dict[str, Any]) -> None:
        sources = [pack.fold_pattern(_NAMED.sub(lambda m: data["words"][m[1]], row["match"])) for row in data.get("composed", ())]
        clitics = pack.config["clitics"]
        before = pack.fold("|".join([*clitics["conjunctions"], *clitics["prepositions"]]))
        own = rf"(?:{before}){{0,2}}(?P<own>(?:{pack.fold(clitics['article'])})?(?:%s))"
        self._expressions = [Expression(own % source, f"{pack.code}/topics.toml: composed") for source in sources]
        self._phrases = [Phrase(row["code"], row.get("kind", "")) for row in data.get("composed", ())]
        self._filter = Filter.of(sources, [openings(source, "") for source in sources])

    def __call__(self, text: str) -> Iterator[Hit]:
        """What is found in a folded text."""
        for i, starts in self._filter.candidates(text, PROCLITICS).items():
            expression = self._expressions[i].compiled
            found = expression.finditer(text) if starts is None else filter(None, (expression.match(text, start) for start in starts))
            for match in found:
                yield Hit(*match.span("own"), self._phrases[i])


class _Context:
    """What must stand around a phrase of some kinds."""

    def __init__(self, pack: Pack, data: dict[str, Any]) -> None:
        context: Mapping[str, str] = defaultdict(lambda: NEVER, data.get("context", {}))
        clitics = pack.config["clitics"]
        prefixes = "|".join([*clitics["conjunctions"], *clitics["prepositions"]])
        proclitics = f"(?:{prefixes}){{0,2}}(?:{clitics['article']}|{clitics['contracted_article']})?"

        compiled = compiler(pack)
        self._joint = compiled(context["joint"])
        self._field = compiled(rf"(?<!\w)(?:{proclitics}{context['field']})\s*(?:{prefixes}|{clitics['article']})?\Z")
        self._field_after = compiled(context["field_after"]) if "field_after" in context else None  # where postpositions follow a noun
        self.sides_before = compiled(context["sides_before"]) if "sides_before" in context else None
        self._holder = compiled(proclitics + context["holder"])
        self._body = compiled(proclitics + context["body"])
        self._issue = compiled(f"{proclitics}(?:{data.get('words', {}).get('issues', NEVER)})")
        self._adjective = compiled(context["adjective"])
        self._between = compiled(context["between"])
        self._offices = compiled(rf"(?<!\w)(?:{prefixes})?{context['offices']}")
        self._sides = {kind: compiled(context[kind]) for kind in ("sides", "sides_general")}
        self._conjunctions = frozenset(clitics["conjunctions"])

    def offices(self, text: str) -> list[tuple[int, int]]:
        """Where lists of ministries and the like stand."""
        return [m.span() for m in self._offices.finditer(text)]

    def with_sides(self, text: str, hit: Hit, adjectives: set[int], states: Sequence[int]) -> Hit:
        """A word for ties, made sure by the sides that it names after it: "between ...", or an adjective of nationality there; or by a
        state that ends before it, where postpositions follow."""
        sides = self._sides.get(hit.phrase.kind)
        if sides is None:
            return hit
        if sides.match(text, hit.end) or hit.end + 1 in adjectives:
            return hit.of_kind("general" if hit.phrase.kind == "sides_general" else "phrase")
        before = (end for end in states if 0 <= hit.start - end <= WINDOW) if self.sides_before else ()
        if self.sides_before and any(self.sides_before.fullmatch(text, end, hit.start) for end in before):
            return hit.of_kind("general" if hit.phrase.kind == "sides_general" else "phrase")
        return hit.of_kind("weak")

    def by_noun(self, text: str, hit: Hit) -> Hit | None:
        """The hit, unless it is an adjective whose noun lets it be no topic; weak where the noun is a body.

        The noun is that before the adjective, or before the adjectives that it is coordinated with."""
        kind = hit.phrase.kind
        if kind not in ("adjective", "chained", "issue"):
            return hit
        words = _WORD.findall(text, max(0, hit.start - REACH * 12), hit.start)
        if words and text[hit.start - 1].isalnum() and words.pop() not in self._conjunctions:
            return None  # after a preposition it is a noun: "the consulate", "the officials"
        for i, word in enumerate(words[: -REACH - 1 : -1]):
            if self._between.fullmatch(word):
                continue
            if kind == "issue" and self._issue.fullmatch(word):
                return hit
            if self._body.fullmatch(word):
                return hit.of_kind("weak")
            if self._holder.fullmatch(word):
                return None
            if not self._adjective.fullmatch(word):
                return hit if word.isalpha() and (kind == "adjective" or (kind == "chained" and i)) else None
        return None

    def listed(self, text: str, hit: Hit, hits: list[Hit], i: int) -> Hit | None:
        """The hit, unless it is a bare noun that stands neither beside another topic nor after a word for a field."""
        if hit.phrase.kind not in ("list", "listed"):
            return hit
        others = [h for h in hits[max(0, i - 2) : i + 3] if h.phrase.kind not in TIES]
        if (
            any(h.end <= hit.start and self._joint.fullmatch(text, h.end, hit.start) for h in others)
            or any(h.start >= hit.end and self._joint.fullmatch(text, hit.end, h.start) for h in others)
            or self._field.search(text, max(0, hit.start - WINDOW), hit.start)
            or (self._field_after and self._field_after.match(text, hit.end))
        ):
            return hit
        return hit.of_kind("weak") if hit.phrase.kind == "listed" else None


_NAMED = regexp.compile(r"<(\w+)>")
_WORD = regexp.compile(r"\w+|[^\w\s]|\n")
