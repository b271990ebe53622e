"""Where a sentence takes a position: the verb, what the position is, and the clause that carries it.

A claim is found in the folded text alone, by the verbs of ``lexicons/acts.tsv`` and the rules of ``statements.toml``;
whose claim it is, is settled by `jwgie.assembly.actors`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import islice

from jwgie import regexp
from jwgie.assembly.bounds import Bounds
from jwgie.assembly.grammar import Grammar, Group, read_grammar
from jwgie.assembly.positions import Claim, Hit
from jwgie.assembly.quotations import quoted, tagged
from jwgie.assembly.verbs import Verb
from jwgie.languages import Pack
from jwgie.ner.matcher import REMEMBERED
from jwgie.relations.triggers import Filter

_WORD = regexp.compile(r"\w+")

#: The groups of verbs that take no position: of what was done or talked about, and of what only happens.
OTHERS = ("other", "happen")
#: The noun of a further complement stands within this many characters of its conjunction.
NEAR = 30


class Claims:
    """Finds claims in folded sentences."""

    def __init__(self, grammar: Grammar) -> None:
        self.grammar = grammar
        self.bounds = Bounds(grammar)
        self._possible = Filter.of(words.pattern for _, words in grammar.nominals)
        self._verbal = _Verbal(grammar)

    def find(self, text: str, start: int, end: int) -> list[Claim]:
        """The claims of the sentence ``text[start:end]``, in order."""
        return [claim for hit, found in self.by_verb(text, start, end) for claim in found if not self.tentative(text, hit)]

    def by_verb(self, text: str, start: int, end: int, headline: bool = False) -> list[tuple[Hit, list[Claim]]]:
        """The verbs of the sentence ``text[start:end]``, in order, each with the claims it makes, often none. Headlines tell
        in the present what has happened."""
        nominal = list(self._nominal(text, start, end))
        hits = [self._until(text, hit, [at for at, _ in nominal]) for hit in self.hits(text, start, end)]
        found = [(hit, list(self._claims(text, hit, headline))) for hit in hits]
        if hits and not any(claims for _, claims in found[:1]) and text.startswith('"', start):
            found[0] = (hits[0], list(quoted(self.grammar, self.bounds, text, hits[0], start)))
        found += tagged(self.grammar, self.bounds, text, start, end)
        nouns: list[tuple[Hit, list[Claim]]] = []
        told = {hit.start for hit, claims in found if claims and not self.tentative(text, hit)}
        for at, claim in nominal:
            if claim.start not in told and at not in told and not any(c.start < at < c.end for _, (c, *_) in nouns):
                nouns.append((claim.hit, [claim]))
        found += nouns
        return sorted(found, key=lambda pair: pair[0].start)

    def tentative(self, text: str, hit: Hit) -> bool:
        """Whether a verb tells of the present or of what is to come, and takes a position only where its subject stands with it."""
        return hit.verb.form in ("imperfect", "future") and not self._present(text, hit)

    def hits(self, text: str, start: int, end: int) -> list[Hit]:
        """The verbs of acts, speech and discussion that begin a clause, each with where its clause ends."""
        if len(self._verbal) > REMEMBERED:
            self._verbal.clear()
        verbal = self._verbal
        likely = [i for i, word in enumerate(_WORD.findall(text, start, end)) if verbal[word]]
        words = [(m[0], *m.span()) for m in _WORD.finditer(text, start, end)] if likely else []
        found: list[tuple[int, int, Verb, bool]] = []
        for i in likely:
            claims = bool(found) and found[-1][2].group not in ("say", *OTHERS)
            if (hit := self._hit(text, words, i, (start, end), claims)) and not (found and self._noun(text, hit, found[-1])):
                found.append(hit)
        stops = [*(at for at, _, _, _ in found[1:]), end] if found else []
        return [Hit(at, to, verb, stop, impersonal) for (at, to, verb, impersonal), stop in zip(found, stops, strict=True)]

    def _noun(self, text: str, hit: tuple[int, int, Verb, bool], before: tuple[int, int, Verb, bool]) -> bool:
        """Whether what may be a verb is a noun that is added to the complement of the verb before: "and the exchange of visits"."""
        g, (at, to, verb, _), word = self.grammar, hit, text[hit[0] + 1 : hit[1]]
        if verb.form != "perfect" or text[at] not in g.conjunctions or g.clauses.subject.match(text, to):
            return False
        one = before[2].number != "several" and not g.clauses.plural.match(text, before[0]) and g.clauses.comma.search(text, at - 3, at)
        return word in g.words.mutual or (word in g.words.masdars and not one)

    def _until(self, text: str, hit: Hit, starts: list[int]) -> Hit:
        """A verb whose clause ends at the latest where nouns that tell of agreement begin a clause of their own."""
        comma = self.grammar.clauses.comma
        stops = [at for at in starts if hit.end < at < hit.stop and comma.search(text, at - 3, at)]
        return replace(hit, stop=min(stops)) if stops else hit

    def _hit(
        self, text: str, words: list[tuple[str, int, int]], i: int, sentence: tuple[int, int], goes_on: bool
    ) -> tuple[int, int, Verb, bool] | None:
        """The verb at a word, if it begins a clause. `goes_on`: a position was taken before it in the sentence."""
        word, at, to = words[i]
        start, end = sentence
        g = self.grammar
        options = [(verb, False) for verb in g.verbs.get(word, ())]
        if word[0] in g.conjunctions:
            options += [(verb, True) for verb in g.verbs.get(word[1:], ())]
        previous = words[i - 1][0] if i else ""
        parted = not i or bool(g.clauses.parted.search(text, words[i - 1][2], at))
        for verb, joined in options:
            needs = g.groups[verb.group].needs
            if needs and not needs.match(text, to, end):
                titled = g.clauses.titled.match(text, to, end)  # the subject may be long
                if not titled or not needs.match(text, titled.end(), end):
                    continue
            if verb.form == "noun":
                helper = next((j for j in range(i - 1, max(-1, i - 4), -1) if self._bare(words[j][0]) in g.words.helpers), None)
                described = helper is not None and helper > 0 and words[helper - 1][0] in g.words.relatives  # "what was agreed"
                if helper is not None and not described and not g.clauses.resumptive.match(text, to):
                    return words[helper][1], to, verb, True
                if joined and goes_on and g.clauses.governs.match(text, to):  # "agreed on ..., and the stressing of ..."
                    return at, to, verb, True
            elif verb.form == "first":
                if g.groups[verb.group].tells and (not i or text.count('"', start, at) % 2 or previous in g.words.we):
                    return at, to, verb, False
            elif self._begins(verb, word[1:] if joined else word, joined, parted, previous) or self._said(text, verb, at):
                return at, to, verb, verb.lemma in g.words.impersonal or bool(g.clauses.passive.match(text, at))
        return None

    def _bare(self, word: str) -> str:
        """A word without the conjunction that is written to it."""
        return word[1:] if word.startswith(self.grammar.conjunctions) else word

    def _begins(self, verb: Verb, word: str, joined: bool, parted: bool, previous: str) -> bool:
        """Whether a verb that may also be another word, or stand in a clause that describes, begins a clause of its own.
        `joined`: a conjunction is written to it; `parted`: the sentence begins with it, or a comma stands before it."""
        words = self.grammar.words
        opens = joined or parted or previous in words.openers
        if previous in words.relatives or (word in words.homographs and not opens):
            return False
        if verb.group in OTHERS and verb.form == "perfect":
            return joined or parted
        if verb.form == "future":
            return joined or previous in words.openers
        if verb.form == "imperfect":
            if self.grammar.groups[verb.group].future:
                return False  # only in its future does it say what will be done
            return opens and previous not in words.subjunctive and (parted or not joined or verb.number != "one")
        return verb.form != "participle" or opens or word.endswith(self.grammar.accusative)

    def _said(self, text: str, verb: Verb, at: int) -> bool:
        """Whether an imperfect of several follows its subject in what somebody says: "that both sides look forward to"."""
        clauses = self.grammar.clauses
        if verb.form != "imperfect" or self.grammar.groups[verb.group].steady:
            return False
        return bool(clauses.indicative.match(text, at) and clauses.said.search(text, max(0, at - 60), at))

    def _nominal(self, text: str, start: int, end: int) -> Iterator[tuple[int, Claim]]:
        """Agreement that nouns tell of, each with where the words begin that tell of it."""
        for index in self._possible.candidates(text[start:end]):
            act, words = self.grammar.nominals[index]
            for match in words.finditer(text, start, end):
                first, to = match.span("claim")
                if "verb" in words.groupindex and (match["verb"] in self.grammar.verbs or match["verb"][1:] in self.grammar.verbs):
                    continue
                hit = Hit(first, to, Verb(act, act, "noun"), end, True)
                stop = next((m.start() for m in self.grammar.clauses.that_again.finditer(text, to, end)), end)
                last = self.bounds.strip(text, first, self.bounds.pause(text, to, self.bounds.end(text, to, stop)))
                yield match.start(), Claim(act, hit, first, last, to)

    def _claims(self, text: str, hit: Hit, headline: bool) -> Iterator[Claim]:
        g = self.grammar
        group = g.groups[hit.verb.group]
        if hit.verb.form == "future" and group.future:
            yield from self._parts(text, group.future, hit, self.bounds.complement(text, hit.end, hit.stop), None)
        if hit.verb.form == "future" or (group.steady and not headline and self.tentative(text, hit)):
            return
        if group.unless and group.unless.match(text, hit.end, hit.stop):
            return
        that = g.clauses.that.search(text, hit.end, hit.stop)
        limit = that.start() if that else hit.stop
        cue = group.cue(text, hit.end, limit)
        if cue:
            act = group.noun[cue.lastgroup or ""]
        elif group.fixed or (group.otherwise and not that):
            act = group.otherwise
        else:
            tells = group.by_content and not (that and group.clause is not None)
            act = g.content(text, hit.end, self.bounds.end(text, hit.end, hit.stop)) if tells else ""
        if act and group.renewable and g.clauses.renewed.search(text, hit.end, min(limit, hit.end + 60)):
            act = "reaffirm"
        whole = group.fixed or (group.by_content and group.clause is None)
        if act and (whole or cue or not that):
            complement = min(cue.start() if cue else limit, self.bounds.complement(text, hit.end, hit.stop))
            noun = cue or g.commitment.search(text, hit.end, min(hit.stop, hit.end + 60))
            yield from self._parts(text, act, hit, complement, noun.start() if noun else None)
        elif that and group.clause is not None:
            yield from self._clauses(text, group, hit, that, act)

    def _present(self, text: str, hit: Hit) -> bool:
        """Whether an imperfect may take a position: of several, or in what somebody says of himself."""
        clauses = self.grammar.clauses
        return bool(clauses.plural.match(text, hit.start, hit.stop) or clauses.reported.search(text, max(0, hit.start - 8), hit.start))

    def _parts(self, text: str, act: str, hit: Hit, complement: int, cue: int | None) -> Iterator[Claim]:
        """One claim, or one for each coordinated complement that repeats its preposition."""
        g = self.grammar
        end = self.bounds.pause(text, max(complement, hit.end), self.bounds.end(text, max(complement, hit.end), hit.stop))
        end = self.bounds.broken(text, hit.end, end)
        further = () if g.groups[hit.verb.group].whole else g.clauses.again.finditer(text, complement, end)
        cuts = {m.start(): self._again(text, hit, act, m.start(), end) for m in further}
        cuts.update(self._owned(text, hit, act, hit.end, end))
        starts = [hit.start, *sorted(cuts)]
        for first, last in zip(starts, [*starts[1:], end], strict=True):
            part = cuts.get(first, act)
            if first == hit.start and not self._says(text, hit, last):
                continue
            if part != "agree" or not g.clauses.next.search(text, first, last):
                yield Claim(part, hit, first, self.bounds.strip(text, first, last), complement, cue=cue)

    def _says(self, text: str, hit: Hit, end: int) -> bool:
        """Whether a verb has a complement: words behind it beyond its prepositions and its subject."""
        words = [word for word in _WORD.findall(text, hit.end, end) if word not in self.grammar.words.prepositions]
        return len(words) > 1 or (len(words) == 1 and not self.grammar.clauses.subject.match(text, hit.end, end))

    def _again(self, text: str, hit: Hit, act: str, start: int, end: int) -> str:
        """The act of a further complement: its own noun tells where it has an owner, else the verb that takes any complement."""
        group = self.grammar.groups[hit.verb.group]
        cue = group.cues.search(text, start, min(end, start + NEAR)) if group.cues else None
        if cue and self.grammar.clauses.possessed.search(cue[0]):
            return group.noun[cue.lastgroup or ""]
        return group.otherwise if group.cues and group.otherwise and not group.fixed else act

    def _owned(self, text: str, hit: Hit, act: str, start: int, end: int) -> Iterator[tuple[int, str]]:
        """Further nouns that tell an act, with whose they are: "their satisfaction with ..., and their resolve to ..."."""
        group = self.grammar.groups[hit.verb.group]
        for match in self.grammar.clauses.owned.finditer(text, start, end):
            if group.cues and (cue := group.cues.match(text, match.start(), end)):
                yield match.start(), group.noun[cue.lastgroup or ""]
            elif group.fixed and self.grammar.commitment.match(text, match.start(), end):
                yield match.start(), act

    def _clauses(self, text: str, group: Group, hit: Hit, that: regexp.Match, act: str) -> Iterator[Claim]:
        """What an "أن" clause, and each that is coordinated with it, says."""
        g = self.grammar
        cuts = [m.start() for m in g.clauses.that_again.finditer(text, that.end(), hit.stop)]
        for first, last in zip([that.end(), *cuts], [*cuts, hit.stop], strict=True):
            last = self.bounds.end(text, first, last)
            said = act or g.content(text, first, last) or group.clause
            last = self.bounds.pause(text, first, last)
            if len(_WORD.findall(text, first, last)) < g.shortest:
                continue
            if said and not (group.clause == "" and self._tells(text, first, last)):
                yield Claim(
                    said, hit, first + 1 if text[first].isspace() else first, self.bounds.strip(text, first, last), that.start(), True
                )

    def _tells(self, text: str, start: int, end: int) -> bool:
        """Whether a clause only tells what the talks were about, or when they are."""
        if self.grammar.clauses.plain.match(text, start, end):
            return True
        before = ""
        for match in islice(_WORD.finditer(text, start, end), 4):
            word = match[0]
            verbs = [verb for verb in self.grammar.verbs.get(word, ()) if verb.form != "noun"]
            noun = bool(before) and word in self.grammar.words.homographs  # "calls for a stop to"
            if verbs and not noun and before not in self.grammar.words.relatives:
                return all(verb.group == "other" for verb in verbs)
            before = word
        return False


class _Verbal(dict[str, bool]):
    """Of the words met so far, whether each is a verb, perhaps after a conjunction: most words of a report were in others before."""

    def __init__(self, grammar: Grammar) -> None:
        super().__init__()
        self._grammar = grammar

    def __missing__(self, word: str) -> bool:
        verbs = self._grammar.verbs
        verbal = self[word] = word in verbs or (word[0] in self._grammar.conjunctions and word[1:] in verbs)
        return verbal


@cache
def claims(pack: Pack) -> Claims:
    """The claim finder of a pack."""
    return Claims(read_grammar(pack))
