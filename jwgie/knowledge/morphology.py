"""How a language's words inflect, from ``morphology.toml`` of its pack."""

from __future__ import annotations

from dataclasses import dataclass

from jwgie.errors import PackError
from jwgie.languages import Pack


@dataclass(frozen=True, slots=True)
class Morphology:
    """The paradigm of relative adjectives and how states and cities are named; a language without the file has
    none of these, and its adjectives stand as they are written."""

    language: str
    article: str = ""
    ending: str = ""
    endings: tuple[str, ...] = ("",)
    titles: tuple[str, ...] = ()
    adjectival_titles: tuple[str, ...] = ()
    adjective_ending: str = ""
    capital: str = ""
    city_words: tuple[str, ...] = ()
    directions: tuple[str, ...] = ()
    conjunction: str = ""
    pronoun: str = ""

    @classmethod
    def of(cls, pack: Pack) -> Morphology:
        """What a pack says."""
        if not (pack.root / "morphology.toml").is_file():
            return cls(pack.code)
        data = pack.toml("morphology")
        relative, states, cities, regions = data["paradigms"]["relative"], data["states"], data["cities"], data["regions"]
        return cls(pack.code, data["article"], relative["ending"], tuple(relative["endings"]),
                   tuple(states["titles"]), tuple(states["adjectival_titles"]), states["adjective_ending"],
                   cities["capital"], tuple(cities["words"]), tuple(regions["directions"]), regions["conjunction"],
                   regions["pronoun"])  # fmt: skip

    def paradigm(self, adjective: str) -> list[str]:
        """All forms of a relative adjective, without and with the article."""
        return [self.inflect(adjective, ending, definite) for definite in (False, True) for ending in self.endings]

    def inflect(self, adjective: str, ending: str, definite: bool) -> str:
        """One form of a relative adjective. Of several words each inflects unless ``+`` joins them;
        raises `PackError` where one does not end as the paradigm says."""
        words = []
        for word in adjective.split(" "):
            if not word.endswith(self.ending):
                raise PackError(f"{self.language}: {adjective!r} is no relative adjective; its words end in {self.ending!r}")
            words.append((self.article if definite else "") + word.removesuffix(self.ending).replace("+", " ") + ending)
        return " ".join(words)

    def states(self, adjective: str) -> list[str]:
        """How a state is called by its adjective: الجمهورية التونسية."""
        return [f"{title} {self.inflect(adjective, self.adjective_ending, definite=True)}" for title in self.adjectival_titles]
