"""Countries and regions whose affairs are talked about: topics that no lexicon lists."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from jwgie import regexp
from jwgie.document import Document, Mention, Span, View
from jwgie.knowledge import countries
from jwgie.languages import Pack
from jwgie.ner.topic_phrases import REACH, TIES, WINDOW, Hit, compiler
from jwgie.relations.triggers import Filter
from jwgie.spans import Intervals

#: Topics that are a region's own affairs.
AFFAIRS = ("regional_situation", "international_situation", "security_cooperation", "bilateral_relations")


class Situations:
    """Finds the countries and regions whose affairs are talked about."""

    def __init__(self, pack: Pack, data: dict[str, str]) -> None:
        parts = {name: data[name] for name in ("affairs", "more", "resolve", "secure")}
        compiled = compiler(pack)
        conjunction = "|".join(pack.config["clitics"]["conjunctions"][:1])

        def before(*names: str) -> regexp.Pattern:
            return compiled(rf"(?<!\w)\w{{0,2}}?(?:{'|'.join(data[n].format(**parts) for n in names)})(?:{conjunction})?\Z")

        self._before = {"COUNTRY": before("country", "owned", "between"), "NATIONALITY": before("adjective"), "REGION": before("region")}
        self._possible = {label: Filter.of([expression.pattern]) for label, expression in self._before.items()}
        #: What may tell behind a name that its affairs are talked about, and of which labels: where postpositions follow names, or
        #: adjectives come before their nouns.
        after = compiled(data["after"]) if "after" in data else None
        self._after = dict.fromkeys(data.get("after_of", "COUNTRY|REGION").split("|"), after) if after else {}
        #: What behind a name tells that it is only whose something else is.
        self._unless = compiled(data["unless"]) if "unless" in data else None
        self._joint = compiled(data["joint"])
        self._within = compiled(data["within"])
        self._elsewhere = frozenset(data["elsewhere"].split("|"))

    def __call__(self, document: Document, view: View, hits: list[Hit]) -> Iterator[Mention]:
        """The topics that countries give; `hits` are those with names of their own, which countries may stand beside."""
        told = [h for h in hits if h.phrase.code.startswith("situation/")]
        known, named = sorted({h.end for h in told}), Intervals((h.start, h.end) for h in told)
        last = -1
        for mention in document.mentions:
            before = self._before.get(mention.label)
            if before is None or mention.span.origin != view.origin or not (mention.label == "REGION" or mention.value in countries()):
                continue
            if mention.label == "NATIONALITY" and mention.value in self._elsewhere:
                continue
            start, end = view.range(mention.span)
            if mention.label == "NATIONALITY" and named.contain(start, end):
                continue  # "the Russian-Ukrainian war" is a situation in one country
            near = known[bisect_right(known, start - WINDOW) : bisect_right(known, start)]
            known_before = [*near, last] if 0 <= start - last < WINDOW else near
            beside = any(self._joint.fullmatch(view.text, e, start) for e in known_before)
            reach = max(0, start - REACH * 6)
            possible = beside or self._possible[mention.label].candidates(view.text[reach:start])
            after = self._after.get(mention.label)
            behind = after is not None and after.match(view.text, end) is not None and not named.contain(start, end)
            behind = behind or (after is not None and self._listed(document, view, mention, after))
            cue = bool(beside or behind or (possible and before.search(view.text, reach, start)))
            if cue and not behind and self._unless is not None and self._unless.match(view.text, end) is not None:
                cue = False  # "issues such as X's chairmanship"
            if cue and mention.label == "REGION" and self._matter(view.text, hits, start):
                cue = False  # "terrorism in the Middle East" is terrorism
            if cue:
                last = end
            if cue or mention.label == "REGION":
                code = "regional_situation" if mention.label == "REGION" else f"situation/{mention.value}"
                yield Mention("TOPIC", mention.span, code, "topics.situation" if cue else "topics.weak")

    def _listed(self, document: Document, view: View, mention: Mention, after: regexp.Pattern) -> bool:
        """Whether a name is one of a list that ends with one behind which its affairs are told of: "A, B and C's situation"."""
        end = view.range(mention.span)[1]
        for other in document.in_span(Span(mention.end, mention.end + WINDOW, mention.span.origin), "COUNTRY", "REGION"):
            start, stop = view.range(other.span)
            if not self._joint.fullmatch(view.text, end, start):
                return False
            if after.match(view.text, stop) is not None:
                return True
            end = stop
        return False

    def _matter(self, text: str, hits: list[Hit], start: int) -> bool:
        """Whether what stands right before a place is a matter of its own there."""
        at = bisect_right(hits, start, key=lambda h: h.start) - 1
        hit = next((h for h in reversed(hits[max(0, at - 2) : at + 1]) if h.end <= start), None)
        if hit is None or hit.phrase.code in AFFAIRS or hit.phrase.kind in (*TIES, "list"):
            return False
        return self._within.fullmatch(text, hit.end, start) is not None
