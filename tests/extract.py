"""An extract of Wikidata's shape: what is easy to link, what is hard, and what must stay open.

Written for these tests, no copy: items, offices, classes and the properties
that are known by name are invented, with ids of nobody's; only the ids of
countries, of three classes and of two offices are Wikidata's.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import pyoxigraph as ox

COUNTRIES = {"NO": "Q20", "KZ": "Q232", "RU": "Q159", "TJ": "Q863", "CN": "Q148", "UZ": "Q265"}

PROPERTIES = {
    "date of birth": ("P90001", "Time"),
    "point in time": ("P90002", "Time"),
    "publication date": ("P90003", "Time"),
    "location": ("P90004", "WikibaseItem"),
    "organizer": ("P90005", "WikibaseItem"),
    "participant": ("P90006", "WikibaseItem"),
    "signatory": ("P90007", "WikibaseItem"),
    "title": ("P90008", "Monolingualtext"),
}
"""Properties that are known by name, with invented ids."""

HUMAN, POSITION, INTERNAL = "Q5", "Q4164871", "Q17442446"

CLASSES = {
    "Q90101": ("summit", "Q90102"),
    "Q90102": ("meeting", "Q90103"),
    "Q90103": ("event", None),
    "Q90104": ("conference", "Q90102"),
    "Q90111": ("intergovernmental organization", "Q90112"),
    "Q90112": ("organization", None),
    "Q90121": ("city", "Q90122"),
    "Q90122": ("human settlement", None),
    "Q90123": ("family name", None),
    "Q90131": ("multilateral treaty", "Q90132"),
    "Q90132": ("treaty", None),
    "Q90141": ("documentary film", "Q90142"),
    "Q90142": ("work", None),
    "Q90151": ("Wikimedia disambiguation page", INTERNAL),
    INTERNAL: ("Wikimedia internal item", None),
    POSITION: ("position", None),
    HUMAN: ("human", None),
}
"""Classes with their labels and the class above."""

SUMMIT, CONFERENCE, BODY, CITY, NAME, TREATY, FILM, PAGE = (
    *("Q90101", "Q90104", "Q90111", "Q90121", "Q90123", "Q90131", "Q90141", "Q90151"),
)

Post = tuple[str, str | None, str | None]
"""An office with the first and last day on which it was held; "?" is some day."""


@dataclass(frozen=True, slots=True)
class Item:
    """An item: labels and aliases as "text@language", ties by property ("P361", "location")."""

    qid: str
    names: tuple[str, ...]
    country: str | None = None
    born: str | None = None
    died: str | None = None
    posts: tuple[Post, ...] = ()
    kind: str = HUMAN
    merged: str | None = None
    ties: dict[str, tuple[str, ...]] = field(default_factory=dict)


def member(number: int) -> str:
    """Return the name of one of a crowd."""
    return f"Person{chr(97 + number % 26)} Crowd{chr(97 + number // 26)}"


def _of(qid: str, label: str, country: str, **ties: tuple[str, ...]) -> Item:
    return Item(qid, (f"{label}@en",), kind=POSITION, ties={"P1001": (COUNTRIES[country],)} | ties)


OFFICES = [
    _of("Q109551787", "Secretary of the Security Council of Russia", "RU"),
    _of("Q9002", "Minister of Foreign Affairs of Norway", "NO"),
    _of("Q9003", "President of Kazakhstan", "KZ"),
    _of("Q9004", "Minister of Trade of Uzbekistan", "UZ"),
    _of("Q835630", "State Councilor of the People's Republic of China", "CN"),
    _of("Q9006", "Minister of Defence of Tajikistan", "TJ"),
    _of("Q9007", "Member of the Parliament of Norway", "NO"),
    _of("Q9008", "Ambassador of Kazakhstan", "KZ"),
    _of("Q9009", "Minister of Culture of Russia", "RU"),
    _of("Q9010", "Minister of Fisheries of Norway", "KZ"),
    Item("Q9011", ("Minister of Mines of Norway@en",), kind=POSITION),
    Item("Q9012", ("Chairman of the Northern Lakes Forum@en",), kind=POSITION,
         ties={"P2389": ("Q7101",)}),
]  # fmt: skip

PERSONS = [
    Item("Q8001", ("Mira Oland@en",), "NO", "1970-01-02", None, (("Q9002", "2029-01-01", None),)),
    Item("Q8002", ("Mira Oland@en",), "KZ", "1981-05-06", None, (("Q9008", None, None),)),
    Item("Q8003", ("Jan Solberg@mul",), "NO", "1965-01-01", None,
         (("Q9002", "2021-02-03", "2028-12-31"),)),
    Item("Q8004", ("Jan Solberg@en",), "NO", "1890-01-01", "1961-03-04"),
    Item("Q8005", ("Nikolai Tarasov@en", "Николай Тарасов@ru"), "RU", "1951-07-11", None,
         (("Q109551787", "2008-05-12", None),)),
    Item("Q8006", ("Nikolai Tarasov@en",), "RU", "1960-01-01"),
    Item("Q8007", ("Dmitry Tarasov@en",), "RU", "1977-10-13", None, (("Q9009", None, None),)),
    Item("Q8008", ("Askar Temirov@en",), "KZ", "1955-01-01", None,
         (("Q9003", "2025-02-01", None),)),
    Item("Q8009", ("Askar Temirov@en",), kind=FILM),
    Item("Q8010", ("Eva Lind@en",), "NO", "1970-01-01"),
    Item("Q8011", ("Eva Lind@en",), "NO", "1972-01-01"),
    Item("Q8012", ("Rustam Azizov@en",), merged="Q8013"),
    Item("Q8013", ("Rustam Azizov@en", "Rustam Azizov@mul"), "UZ", "1969-01-01", None,
         (("Q9004", "2027-02-01", None),)),
    Item("Q8014", ("Farrukh Nazarov@mul", "Farruh Nazarov@en"), "TJ", "1971-01-01", None,
         (("Q9006", "2019-02-01", "2024-02-01"),)),
    Item("Q8015", ("Li Anming@en",), "CN", "1954-10-01", None, (("Q835630", "2028-03-16", None),)),
    Item("Q8016", ("Ole Berg@en",), "NO", "2020-01-01"),
    Item("Q8017", ("Ole Dahl@en",), "NO", "1930-01-01", "2019-02-03"),
    Item("Q8018", ("Анна Котова@ru",), "RU", "1969-01-01", None, (("Q9009", None, "?"),)),
    Item("Q8019", ("Timur Sadykov@en",), "KZ", "1949-01-01", None,
         (("Q9003", "2012-03-04", "2025-01-31"),)),
    Item("Q8020", ("李安国@zh", "Li Anguo@en"), "CN", "1966-02-03", None,
         (("Q835630", "2018-03-19", "2028-03-15"),)),
    Item("Q8021", ("Sven Haug@en",), "NO", "1968-01-01", "2031-01-01", (("Q9007", None, None),)),
    Item("Q8024", ("Ivar Moen@en",), "NO", "1988-01-01"),
    Item("Q8022", ("Eva Lind@en",), kind=PAGE),
    Item("Q8023", ("Oleg Rudin@en",), "RU", "1944-05-06", None,
         (("Q109551787", "1999-03-29", "2008-05-11"),)),
]  # fmt: skip
CROWD = [
    Item(f"Q81{number:02d}", (f"{member(number)}@en",), "NO", "1960-01-01", None,
         (("Q9007", None, None),))
    for number in range(52)
]  # fmt: skip
ORGANISATIONS = [
    Item("Q7101", ("Northern Lakes Forum@en", "NLF@en"), kind=BODY),
    Item("Q7102", ("Northern Lakes Forum@en",), kind=FILM),
    Item("Q7103", ("Lakes Commission@en",), kind=BODY, ties={"P361": ("Q7101",)}),
    Item("Q7104", ("Lakes Commission@en",), kind=BODY, ties={"P361": ("Q7105",)}),
    Item("Q7105", ("Southern Rivers League@en",), kind=BODY),
    Item("Q7106", ("Fjord Compact@en",), kind=BODY),
    Item("Q7107", ("Lakes Commission@en",), kind=PAGE),
]
MEMBERS = {"NO": ("Q7101",), "KZ": ("Q7101",), "UZ": ("Q7101", "Q7105")}
"""Countries with the organisations that they are members of."""

PLACES = [
    Item("Q7201", ("Lindvik@en",), "NO", kind=CITY),
    Item("Q7202", ("Lindvik@en",), "KZ", kind=CITY),
    Item("Q7203", ("Lindvik@en",), kind=NAME),
    Item("Q7204", ("Torsund@mul",), "NO", kind=CITY),
    Item("Q7205", ("Elvdal@en",), "NO", kind=CITY),
    Item("Q7206", ("Elvdal@en",), "NO", kind=CITY),
    Item("Q7207", ("Torsund@en",), merged="Q7204"),
]
MEETINGS = [
    Item("Q7301", ("2031 Northern Lakes Forum summit@en",), "NO", kind=SUMMIT,
         ties={"P580": ("2031-05-04",), "P582": ("2031-05-05",), "P361": ("Q7101",)}),
    Item("Q7302", ("2030 Northern Lakes Forum summit@en",), "KZ", kind=SUMMIT,
         ties={"P580": ("2030-05-04",), "P361": ("Q7101",)}),
    Item("Q7303", ("Lindvik Conference on Water@en",), "NO", kind=CONFERENCE,
         ties={"point in time": ("2029-06-07",), "location": ("Q7201",)}),
    Item("Q7304", ("Lindvik Conference on Water@en",), kind=FILM),
    Item("Q7305", ("Lindvik Conference on Herring@en",), "NO", kind=CONFERENCE,
         ties={"point in time": ("1921-06-07",)}),
    Item("Q7306", ("5th Northern Lakes Forum session@en",), kind=CONFERENCE,
         ties={"organizer": ("Q7101",)}),
    Item("Q7307", ("Northern Lakes Forum summit@en",), kind=SUMMIT,
         ties={"organizer": ("Q7101",)}),
]  # fmt: skip
INSTRUMENTS = [
    Item("Q7401", ("Lindvik Convention on Water@en",), kind=TREATY,
         ties={"point in time": ("2029-06-07",), "signatory": ("Q20", "Q232")}),
    Item("Q7402", ("Lindvik Convention on Water@en",), kind=FILM),
    Item("Q7403", ("Treaty on Northern Rivers@en",), kind=TREATY,
         ties={"point in time": ("1995-06-07",), "signatory": ("Q159", "Q148")}),
    Item("Q7404", ("Charter of Northern Waters@en",), kind=TREATY),
]  # fmt: skip
ITEMS = (*PERSONS, *CROWD, *OFFICES, *ORGANISATIONS, *PLACES, *MEETINGS, *INSTRUMENTS)

_BASE = "http://www.wikidata.org/"
_WD, _WDT, _P = f"{_BASE}entity/", f"{_BASE}prop/direct/", f"{_BASE}prop/"
_PS, _PQ = f"{_BASE}prop/statement/", f"{_BASE}prop/qualifier/"
_RDFS, _SKOS = "http://www.w3.org/2000/01/rdf-schema#", "http://www.w3.org/2004/02/skos/core#"
_SAME = "http://www.w3.org/2002/07/owl#sameAs"
_WIKIBASE = "http://wikiba.se/ontology#"


def quads() -> tuple[ox.Quad, ...]:
    """Return the extract as statements of the default graph."""
    return tuple(_all())


def ntriples() -> str:
    """Return the extract as N-Triples."""
    return "".join(f"{quad.triple} .\n" for quad in quads())


def _all() -> Iterator[ox.Quad]:
    for name, (pid, kind) in PROPERTIES.items():
        yield _state(_WD + pid, f"{_RDFS}label", ox.Literal(name, language="en"))
        yield _state(_WD + pid, f"{_WIKIBASE}propertyType", _WIKIBASE + kind)
    for qid, (label, above) in CLASSES.items():
        yield _state(_WD + qid, f"{_RDFS}label", ox.Literal(label, language="en"))
        if above:
            yield _state(_WD + qid, f"{_WDT}P279", _WD + above)
    for code, bodies in MEMBERS.items():
        for body in bodies:
            yield from _claim(COUNTRIES[code], f"member-{body}", "P463", body)
    for item in ITEMS:
        yield from _item(item)


def _item(item: Item) -> Iterator[ox.Quad]:
    node = _WD + item.qid
    for number, name in enumerate(item.names):
        text, _, language = name.rpartition("@")
        kind = f"{_RDFS}label" if number == 0 or language == "ru" else f"{_SKOS}altLabel"
        yield _state(node, kind, ox.Literal(text, language=language))
    if item.merged:
        yield _state(node, _SAME, _WD + item.merged)
        return
    yield _state(node, f"{_WDT}P31", _WD + item.kind)
    if item.country:
        own = "P27" if item.kind == HUMAN else "P17"
        yield _state(node, _WDT + own, _WD + COUNTRIES[item.country])
    life = {"date of birth": item.born, "P570": item.died}
    ties = {name: (date,) for name, date in life.items() if date} | item.ties
    for name, values in ties.items():
        pid = PROPERTIES[name][0] if name in PROPERTIES else name
        for value in values:
            yield _state(node, _WDT + pid, _WD + value if value.startswith("Q") else day(value))
    for number, (office, start, end) in enumerate(item.posts):
        yield from _claim(item.qid, str(number), "P39", office, P580=start, P582=end)


def _claim(
    qid: str, name: str, pid: str, value: str, **qualifiers: str | None
) -> Iterator[ox.Quad]:
    statement = f"{_WD}statement/{qid}-{name}"
    yield _state(_WD + qid, _P + pid, statement)
    yield _state(statement, _PS + pid, _WD + value)
    for qualifier, date in qualifiers.items():
        if date == "?":
            yield _state(statement, _PQ + qualifier, f"{_BASE}.well-known/genid/{qid}{name}")
        elif date:
            yield _state(statement, _PQ + qualifier, day(date))


def day(date: str) -> ox.Literal:
    """Return a date as Wikidata's RDF has it."""
    kind = ox.NamedNode("http://www.w3.org/2001/XMLSchema#dateTime")
    return ox.Literal(f"{date}T00:00:00Z", datatype=kind)


def _state(subject: str, predicate: str, value: str | ox.Literal) -> ox.Quad:
    object_ = ox.NamedNode(value) if isinstance(value, str) else value
    return ox.Quad(ox.NamedNode(subject), ox.NamedNode(predicate), object_)
