"""A record as HTML: every value a button that knows the places of its evidence and says why it is there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from jwgie.display.markup import Child, Markup, content, direction, element, said
from jwgie.display.report import Places
from jwgie.display.words import Words
from jwgie.record import Delegation, Evidence, MeetingRecord, OtherRound, Person, Place, SignedDocument, Source, Statement

T = TypeVar("T")

#: A value less sure than this shows how sure it is without being asked.
SURE = 0.8


class RecordView:
    """Writes one record. Without `places` there is no report beside it whose words could be lit."""

    def __init__(self, record: MeetingRecord, words: Words, places: Places | None = None) -> None:
        self.record = record
        self.words = words
        self.places = places
        self.language = record.document.language

    def heading(self) -> str:
        """The meeting in a line: its kind and its sides."""
        kind = self.words.code(self.record.kind, "kind")
        sides = " – ".join(self.words.code(party, "party") for party in self.record.parties)
        return f"{kind}: {sides}" if sides else kind

    def article(self, number: int = 1, count: int = 1) -> Markup:
        """The whole record, with what the report does not say left out."""
        w, record = self.words, self.record
        above = element("p", w("meeting_of", number=number, count=count), class_="j-number") if count > 1 else None
        sure = record.confidence
        below = element("p", w("record_confidence", share=w.share(sure)), class_="j-sure") if sure is not None else None
        return element(
            "article", element("header", above, element("h2", self.heading()), below), self._facts(), self._sections(),
            class_="j-record", aria_label=self.heading(), data_number=number,
        )  # fmt: skip

    def _facts(self) -> Markup:
        record = self.record
        rows: list[tuple[str, Child]] = [
            ("kind", self._code("/kind", record.kind, "kind")),
            ("name", self._verbatim("/name", record.name)),
            ("ordinal", self._plain("/ordinal", record.ordinal)),
            ("parties", self._codes("/parties", record.parties, "party")),
            ("date", self._date("/date")),
            ("place", self._place("/place", record.place)),
            ("mode", self._code("/mode", record.mode, "mode")),
            ("status", self._code("/status", record.status, "status")),
            ("subjects", self._codes("/subjects", record.subjects, "topic")),
        ]
        return self._rows(rows)

    def _rows(self, rows: Iterable[tuple[str, Child]]) -> Markup:
        told = [(name, value) for name, value in rows if value]
        return element("dl", [element("div", element("dt", self._field(name)), element("dd", value)) for name, value in told])

    def _sections(self) -> Markup:
        record = self.record
        sections: list[tuple[str, Child]] = [
            ("delegations", [self._delegation(f"/delegations/{i}", side) for i, side in enumerate(record.delegations)]),
            ("statements", self._list("/statements", record.statements, self._statement)),
            ("topics", self._codes("/topics", record.topics, "topic")),
            ("regions", self._codes("/regions", record.regions, "region")),
            ("forums", self._codes("/forums", record.forums, "forum")),
            ("documents", self._list("/documents", record.documents, self._document)),
            ("sources", self._list("/sources", record.sources, self._source)),
            ("next_meeting", self._round("/next_meeting", record.next_meeting)),
            ("previous_meeting", self._round("/previous_meeting", record.previous_meeting)),
        ]
        told = [(name, value) for name, value in sections if value]
        return content([element("section", element("h3", self._field(name)), value, class_=f"j-{name}") for name, value in told])

    def _list(self, pointer: str, items: Sequence[T], write: Callable[[str, T], Child]) -> Child:
        rows = [element("li", write(f"{pointer}/{number}", item)) for number, item in enumerate(items)]
        return element("ul", rows) if rows else None

    def _delegation(self, pointer: str, side: Delegation) -> Markup:
        people = self._list(f"{pointer}/people", side.people, self._person)
        return content(element("h4", self._code(f"{pointer}/party", side.party, "party")), people)

    def _person(self, pointer: str, person: Person) -> Markup:
        name = content(self._verbatim(f"{pointer}/honorific", person.honorific), " " if person.honorific else None,
                       element("strong", self._verbatim(f"{pointer}/name", person.name)), " ",
                       self._code(f"{pointer}/role", person.role, "role", "j-tag"))  # fmt: skip
        office = self._joined(self._verbatim(f"{pointer}/{part}", getattr(person, part)) for part in ("position", "affiliation"))
        return content(element("div", name), element("div", office, class_="j-minor") if office else None)

    def _statement(self, pointer: str, statement: Statement) -> Markup:
        actors = self._codes(f"{pointer}/actors", statement.actors, "party")
        head = element("div", actors, " ", self._code(f"{pointer}/act", statement.act, "act", "j-tag"))
        quote = element("blockquote", self._verbatim(f"{pointer}/quote", statement.quote), dir=direction(statement.quote))
        topics = self._codes(f"{pointer}/topics", statement.topics, "topic")
        means = self._codes(f"{pointer}/means", statement.means, "means")
        return content(head, quote, self._rows([("topics", topics), ("means", means)]) if topics or means else None)

    def _document(self, pointer: str, document: SignedDocument) -> Markup:
        title = element("div", self._verbatim(f"{pointer}/title", document.title), class_="j-minor") if document.title else None
        topics = self._codes(f"{pointer}/topics", document.topics, "topic")
        return content(element("div", self._code(f"{pointer}/kind", document.kind, "document"), " ", topics), title)

    def _source(self, pointer: str, source: Source) -> Markup:
        return content(self._verbatim(f"{pointer}/name", source.name), " ", self._code(f"{pointer}/party", source.party, "party", "j-tag"))

    def _round(self, pointer: str, other: OtherRound | None) -> Child:
        if other is None:
            return None
        rows: list[tuple[str, Child]] = [
            ("ordinal", self._plain(f"{pointer}/ordinal", other.ordinal)),
            ("place", self._place(f"{pointer}/place", other.place)),
            ("date", self._date(f"{pointer}/date")),
            ("date_text", self._verbatim(f"{pointer}/date_text", other.date_text)),
        ]
        return self._rows(rows)

    def _place(self, pointer: str, place: Place | None) -> Child:
        if place is None:
            return None
        city = self.words.city(place.city, place.country) if place.city else None
        return self._joined([
            self._value((f"{pointer}/city",), city, place.city),
            self._code(f"{pointer}/country", place.country, "country"),
        ])  # fmt: skip

    def _date(self, pointer: str) -> Child:
        date = self.record.date if pointer == "/date" else getattr(self.record, pointer.split("/")[1]).date
        return self._value((f"{pointer}/start", f"{pointer}/end"), self.words.dates(date), date.start) if date else None

    def _codes(self, pointer: str, codes: Sequence[str], kind: str) -> Child:
        return self._joined([self._code(f"{pointer}/{number}", code, kind) for number, code in enumerate(codes)])

    def _joined(self, values: Iterable[Markup | None]) -> Child:
        told = [value for value in values if value]
        return element("span", [(" " if number else None, value) for number, value in enumerate(told)], class_="j-many") if told else None

    def _code(self, pointer: str, code: str | None, kind: str, class_: str = "") -> Markup | None:
        return self._value((pointer,), self.words.code(code, kind), code, class_) if code else None

    def _plain(self, pointer: str, value: object) -> Markup | None:
        return None if value is None else self._value((pointer,), str(value), value)

    def _verbatim(self, pointer: str, text: str | None) -> Markup | None:
        return self._value((pointer,), text, None, "j-said") if text else None

    def _value(self, pointers: Sequence[str], shown: str | None, raw: object, class_: str = "") -> Markup | None:
        """A value and, beside it, the reason that the page shows when it is pointed at. `raw`: as it is in the data, where that differs."""
        if shown is None:
            return None
        evidence = list(dict.fromkeys(e for pointer in pointers for e in self.record.evidence.get(pointer, ())))
        label = said(shown, self.language, "bdi") if raw is None else element("bdi", shown)
        known = [e.confidence for e in evidence if e.confidence is not None]
        doubt = element("small", self.words.share(max(known)), class_="j-doubt") if known and max(known) < SURE else None
        names = " ".join(dict.fromkeys(map(self.places.name, evidence))) if self.places else None
        button = element("button", label, doubt, type="button", class_=f"v {class_}".strip(), data_e=names, aria_pressed="false")
        return element("span", button, self._why(pointers, shown, raw, evidence), class_="j-value")

    def _why(self, pointers: Sequence[str], shown: str, raw: object, evidence: Sequence[Evidence]) -> Markup:
        name = next(part for part in reversed(pointers[0].split("/")) if not part.isdigit())
        name = name if len(pointers) == 1 else pointers[0].split("/")[-2]
        value = [said(shown, self.language if raw is None else None, "bdi", class_="j-shown")]
        code = element("code", str(raw)) if raw is not None and str(raw) != shown else None
        head = element("span", element("b", self._field(name)), " ", value, " ", code, " ", element("code", pointers[0]), class_="j-what")
        reasons: dict[tuple[str, str, float | None], list[Evidence]] = {}
        for e in evidence:
            reasons.setdefault((e.origin, e.rule, e.confidence), []).append(e)
        return element("span", head, [self._reason(alike, shown) for alike in reasons.values()], class_="j-why")

    def _reason(self, evidence: Sequence[Evidence], shown: str) -> Markup:
        """The words that one rule read a value from, and how far it is to be trusted."""
        w, first = self.words, evidence[0]
        sure = w("unmeasured") if first.confidence is None else w("right_in", share=w.share(first.confidence))
        about = element("small", w(f"from_{first.origin}"), " · ", w("rule"), " ", element("code", first.rule), " · ", sure)
        before = {shown}
        quotes = []
        for e in evidence:
            again = "j-again" if e.text in before else None
            before.add(e.text)
            quotes += [said(e.text, self.language, "q", class_=again, data_e=self.places.name(e) if self.places else None), " "]
        return element("span", quotes, about, class_="j-reason")

    def _field(self, name: str) -> str:
        return self.words.known(f"field.{name}", self.words.known(name, name))
