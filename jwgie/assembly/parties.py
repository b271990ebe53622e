"""Which sides a report speaks of, how much each stands out, and which words say so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence, Set

from jwgie.assembly.speakers import JOINED, REACH, Ground, Speakers, side_of
from jwgie.document import Mention, Sentence, Span
from jwgie.knowledge import countries, organisations

#: The sentences of the text in which a report tells of whom it is.
OPENING = 5
#: How much a mention of a label adds to its side's weight in a report; `PASSING` times as much where it is named for another reason.
PASSING = 0.3
_WEIGHT = {"PERSON": 1.5, "COUNTRY": 1.0, "NATIONALITY": 1.0, "ORG": 0.3, "CITY": 0.4}


class Sides(Speakers):
    """The sides of one report."""

    def paired(self, sides: frozenset[str]) -> bool:
        """Whether the report names another country in one breath with one of some sides."""
        return any(True for _ in self.joined(sides))

    def joined(self, others: frozenset[str]) -> Iterator[tuple[str, Mention]]:
        """Countries named in one breath with one of `others` ("Syrian-Egyptian relations", "between Riyadh and Rome")."""
        for sentence in self.document.sentences:
            if sentence.kind == "dateline":
                continue
            run: list[tuple[str, Mention]] = []
            labels = ("COUNTRY", "NATIONALITY", "CITY", *(("ORG",) if self.links.words else ()))
            for mention in (*self._unnamed(sentence, *labels), None):
                last = run[-1][1] if run else None
                alike = mention and last and (last.label == mention.label or {last.label, mention.label} == {"COUNTRY", "ORG"})
                if mention and last and alike and 0 <= self.gap(last.end, mention) <= JOINED:
                    run.append((side_of(mention) or "", mention))
                    continue
                placed = any(m.label == "COUNTRY" and self.placed(m) for _, m in run)
                if not placed and any(code in others for code, _ in run):
                    yield from ((code, m) for code, m in run if len(code) == 2 and code not in others)
                run = [(side_of(mention) or "", mention)] if mention else []

    def pair(self) -> list[tuple[str, Mention]]:
        """The two countries that the opening names in one breath, alone ("relations between A and B"): of two who meet and whose sides
        nothing else tells."""
        body = [s for s in self.document.sentences if s.kind == "body"]
        for sentence in body[:OPENING]:
            run: list[tuple[str, Mention]] = []
            for mention in (*self.document.in_span(sentence.span, "COUNTRY", "NATIONALITY"), None):
                if mention and run and run[-1][1].label == mention.label and self.gap(run[-1][1].end, mention) <= JOINED:
                    run.append((mention.value, mention))
                    continue
                if len({code for code, _ in run if code in countries()}) == len(run) == 2 and not any(self.placed(m) for _, m in run):
                    return run
                run = [(mention.value, mention)] if mention else []
        return []

    @property
    def weights(self) -> dict[str, tuple[float, list[Ground]]]:
        """How strongly each country or organisation stands out, with the mentions that say so; the earlier the more."""
        if self._weights is None:
            weights: dict[str, float] = defaultdict(float)
            grounds: dict[str, list[Ground]] = defaultdict(list)
            for position, sentence in enumerate(s for s in self.document.sentences if s.kind != "dateline"):
                near = 2.0 if position < 3 else 1.0 if position < 6 else 0.5
                for code, mention in self.named_in(sentence):
                    weights[code] += near * self._weight(mention, code)
                    grounds[code].append(mention)
            self._weights = {code: (weights[code], grounds[code]) for code in weights}
        return self._weights

    def _weight(self, mention: Mention, code: str) -> float:
        """What one mention adds: little where it only tells where or is itself what is talked about, or is a group's."""
        weight = _WEIGHT[mention.label]
        if self.placed(mention) or (mention.label == "NATIONALITY" and len(code) > 2):
            weight *= PASSING
        for topic in self.document.in_span(mention.span, "TOPIC"):
            if topic.span == mention.span and str(topic.value).startswith("situation/"):
                weight *= PASSING
        return weight

    def named_in(self, sentence: Sentence) -> Iterator[tuple[str, Mention]]:
        """The sides that a sentence names, in order."""
        for mention in self._unnamed(sentence, *_WEIGHT):
            code = side_of(mention)
            if code is not None:
                yield code, mention

    def _unnamed(self, sentence: Sentence, *labels: str) -> Iterator[Mention]:
        """The mentions of some labels in a sentence, but for a country that is a word of somebody's name ("Mauricio Macri")."""
        names: list[Span] | None = None
        for mention in self.document.in_span(sentence.span, *labels):
            if mention.label == "COUNTRY":
                if names is None:
                    names = [p.value.name for p in self.document.in_span(sentence.span, "PERSON")]
                if any(name.contains(mention.span) for name in names):
                    continue
            yield mention

    def likely(self, *, but: Set[str] = frozenset()) -> Iterator[tuple[str, list[Ground]]]:
        """The sides that may be the one which a report leaves out, strongest first: those named for something else than
        where one meets or what one talks about, then those where one meets, unless it is where an organisation sits."""
        places = []
        for code, grounds in self.strongest(but=but):
            if self.blamed(grounds):
                continue
            if all(isinstance(g, Mention) and self.placed(g) for g in grounds):
                if not all(self._beside(g) for g in grounds):
                    places.append((code, grounds))
            elif not all(isinstance(g, Mention) and self.topical(g) for g in grounds):
                yield code, grounds
        if not any(code in organisations() for code in but):
            yield from places

    def _beside(self, ground: Ground) -> bool:
        """Whether a place is where something else is, beside which one meets ("on the margins of the summit in Beirut")."""
        sentence = self.document.sentence_of(ground if isinstance(ground, Span) else ground.span)
        return sentence is not None and any(sentence.span.contains(a) for a in self._asides)

    def topical(self, mention: Mention) -> bool:
        """Whether an adjective of nationality is part of what is talked about ("the Palestinian question"), or a country is where
        it is ("the aggression against Lebanon")."""
        near = Span(max(0, mention.start - REACH), mention.end + REACH, mention.span.origin)
        around = (t for t in self.document.in_span(near, "TOPIC") if t.span.contains(mention.span))
        if mention.label == "COUNTRY":
            return any(t.value == f"situation/{mention.value}" and t.span != mention.span for t in around)
        return mention.label == "NATIONALITY" and any(True for _ in around)

    def talked_of(self, mention: Mention) -> bool:
        """Whether a country is only what is talked about: behind a preposition of that ("support for ..."), or the owner of it
        ("...'s security")."""
        if mention.label not in ("COUNTRY", "ORG", "CITY") or not self.links.about:
            return mention.label == "NATIONALITY"
        view = self.document.views[mention.span.origin]
        start, end = view.range(mention.span)
        before = [w for w in view.text[max(0, start - REACH) : start].split() if w not in self.links.passing]
        if view.text.startswith(self.links.owned, end) or (before and before[-1] in self.links.about):
            return True
        near = self.document.in_span(Span(max(0, mention.start - REACH), mention.start, mention.span.origin), "COUNTRY", "ORG", "CITY")
        last = next(reversed(list(near)), None)  # "on A, B and C"
        return last is not None and self.gap(last.end, mention) <= JOINED and self.talked_of(last)

    def blamed(self, grounds: Sequence[Ground]) -> bool:
        """Whether some mentions of a side are of what it is blamed for ("the aggression of ... against ...")."""
        named = [g for g in grounds if isinstance(g, Mention) and g.label in ("COUNTRY", "NATIONALITY")]
        if any((g.span.origin, g.start - 1) in self._attacks for g in named if g.label == "NATIONALITY"):
            return True
        return any(a.origin == g.span.origin and 0 < a.start - g.end <= REACH for a in self._attacked for g in named)

    def strongest(self, *, but: Set[str] = frozenset()) -> Iterator[tuple[str, list[Ground]]]:
        """The sides that stand out, strongest first."""
        for code, (_, grounds) in sorted(self.weights.items(), key=lambda item: -item[1][0]):
            if code not in but:
                yield code, grounds

    def two(self, sentence: Sentence | None = None, known: frozenset[str] = frozenset()) -> bool:
        """Whether the report speaks of two sides: by naming both in the headline, or in a noun for both (in a sentence or the
        next two, where one is given) before which its sentence does not name two others than those who are `known`."""
        if len({code for code, _ in self.headline}) > 1:
            return True
        spoken = self.document.sentences
        if sentence is not None:
            spoken = spoken[sentence.index : sentence.index + 3]
        return any(not known or self._of_known(s, m, known) for s in spoken for m in self.document.in_span(s.span, "SIDES"))

    def _of_known(self, sentence: Sentence, noun: Mention, known: frozenset[str]) -> bool:
        before = Span(sentence.span.start, noun.start, noun.span.origin)
        named = {side_of(m) for m in self.document.in_span(before, "COUNTRY")}
        return len(named) < 2 or not named.isdisjoint(known)

    def subject(self, sentence: Sentence, at: Span) -> bool:
        """Whether a noun for both sides is said to hold what follows in its sentence ("the two sides held talks")."""
        before = Span(max(sentence.span.start, at.start - REACH), at.start, at.origin)
        return any(True for _ in self.document.in_span(before, "SIDES"))

    def count(self, sentence: Sentence) -> int:
        """How many sides a sentence and the next two say that there are ("the three countries"); two where they do not."""
        near = self.document.sentences[sentence.index : sentence.index + 3]
        rules = (m.rule for s in near for m in self.document.in_span(s.span, "SIDES"))
        return max((int(rule.rpartition(".")[2]) for rule in rules if rule[-1].isdigit()), default=2)

    @property
    def headline(self) -> list[tuple[str, Mention]]:
        """The sides that the headline names, a capital for its country."""
        return [side for s in self.document.sentences if s.kind == "headline" for side in self.named_in(s)]

    @property
    def home(self) -> str | None:
        """The country that the report is written from: that of its dateline."""
        for sentence in self.document.sentences:
            if sentence.kind == "dateline":
                for mention in self.document.in_span(sentence.span, "CITY", "COUNTRY"):
                    return side_of(mention)
        return None
