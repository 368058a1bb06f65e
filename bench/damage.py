"""Damaged graphs for engines of validation to agree on: statements of an article, changed by seed.

Damage number n of one list of graphs is the same on every machine. Each is one to three changes
of the kinds below, which are what goes wrong in graphs: a value that is lost, doubled, of the
wrong class, the wrong datatype or not in the list; a link to nothing; dates and offsets out of
order; a quote that is not in the text.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random

from kg.formats.triples import XSD, Statement, Value
from kg.namespaces import VOCABULARIES, term

Statements = tuple[Statement, ...]
Change = Callable[[list[Statement], Random], None]

TYPE = VOCABULARIES["rdf"] + "type"
SUBCLASS = VOCABULARIES["rdfs"] + "subClassOf"
SAME = VOCABULARIES["owl"] + "sameAs"
NOTHING = "https://w3id.org/readout/id/nothing/here"

DATATYPES = ("string", "integer", "decimal", "boolean", "date", "gYear", "gYearMonth", "anyURI")
TEXTS = ("", "0", "-1", "007", "2016-13-40", "2016", "2016-04", "true", "uz", "a\nb", "𝒳 “q” \\ é")
DATES = ("1999-12-31", "2016-04-14", "2016-04", "2016", "2031-01-01", "2031", "0000", "2016-02-30")
LINKS = (
    "http://www.wikidata.org/entity/Q42",
    "http://www.wikidata.org/entity/Q042",
    "https://www.wikidata.org/wiki/Q42",
    "https://example.org/wikidata/Q42",
    "https://example.org/thing",
)
ACTIONS = ("signed", "to-be-signed", "adopted", "discussed", "proposed")
STATUSES = ("held", "planned", "ongoing", "cancelled")
DATED = tuple(term(name) for name in ("startDate", "endDate", "validFrom", "validUntil"))


def damage(graphs: Sequence[Statements], number: int, seed: int = 1) -> Statements:
    """Return a graph of `graphs` with damage `number`, each statement once."""
    chance = Random(f"{seed}/{number}")
    statements = list(graphs[number % len(graphs)])
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        chance.choice(CHANGES)(statements, chance)
    return tuple(dict.fromkeys(statements))


def _pick(statements: list[Statement], chance: Random, *properties: str) -> int:
    """Return the place of a statement, of one of `properties` where some has one."""
    places = [n for n, row in enumerate(statements) if not properties or row[1] in properties]
    return chance.choice(places or range(len(statements)))


def _even(statements: list[Statement], chance: Random) -> int:
    """Return the place of a statement, each property as likely as another, however often it is."""
    return _pick(statements, chance, chance.choice(sorted({row[1] for row in statements})))


def _drop(statements: list[Statement], chance: Random) -> None:
    del statements[_even(statements, chance)]


def _drop_subject(statements: list[Statement], chance: Random) -> None:
    gone = statements[_even(statements, chance)][0]
    kept = [row for row in statements if row[0] != gone]
    statements[:] = kept or statements[:1]


def _double(statements: list[Statement], chance: Random) -> None:
    """Give a thing a second value of a property: that of another thing, or one made up."""
    subject, verb, value = statements[_even(statements, chance)]
    others = [row[2] for row in statements if row[1] == verb and row[2] != value]
    made = f"{value}-two" if isinstance(value, str) else value._replace(text=f"{value.text} two")
    statements.append((subject, verb, chance.choice(others) if others else made))


def _retype(statements: list[Statement], chance: Random) -> None:
    place = _pick(statements, chance, TYPE)
    subject, verb, _ = statements[place]
    classes = sorted({row[2] for row in statements if row[1] == TYPE and isinstance(row[2], str)})
    statements[place] = subject, verb, chance.choice(classes or [NOTHING])


def _type_again(statements: list[Statement], chance: Random) -> None:
    subject = statements[_even(statements, chance)][0]
    classes = [row[2] for row in statements if row[1] == TYPE]
    statements.append((subject, TYPE, chance.choice(classes or [term("Person")])))


def _subclass(statements: list[Statement], chance: Random) -> None:
    """Type a thing by a class that the graph says is below one of ours."""
    place = _pick(statements, chance, TYPE)
    subject, verb, kind = statements[place]
    statements[place] = subject, verb, NOTHING
    statements.append((NOTHING, SUBCLASS, kind))


def _dangle(statements: list[Statement], chance: Random) -> None:
    place = _even(statements, chance)
    statements[place] = (*statements[place][:2], NOTHING)


def _misplace(statements: list[Statement], chance: Random) -> None:
    """Point to a thing of another kind, or put its value in."""
    place = _even(statements, chance)
    statements[place] = (*statements[place][:2], statements[_even(statements, chance)][2])


def _to_text(statements: list[Statement], chance: Random) -> None:
    place = _even(statements, chance)
    subject, verb, value = statements[place]
    text = value.text if isinstance(value, Value) else value.rpartition("/")[2]
    statements[place] = subject, verb, Value(chance.choice((text, *TEXTS)))


def _datatype(statements: list[Statement], chance: Random) -> None:
    places = [n for n, row in enumerate(statements) if isinstance(row[2], Value)]
    if places:
        verbs = sorted({statements[n][1] for n in places})
        verb = chance.choice(verbs)
        place = chance.choice([n for n in places if statements[n][1] == verb])
        value = statements[place][2]
        text = value.text if isinstance(value, Value) else value
        typed = Value(text, XSD + chance.choice(DATATYPES))
        statements[place] = (*statements[place][:2], typed)


def _rewrite(statements: list[Statement], chance: Random) -> None:
    """Change the text of a literal and leave its datatype: it may become ill-typed."""
    places = [n for n, row in enumerate(statements) if isinstance(row[2], Value)]
    if places:
        place = chance.choice(places)
        value = statements[place][2]
        assert isinstance(value, Value)
        cut = chance.randrange(len(value.text) + 1)
        text = chance.choice((*TEXTS, value.text[:cut], f"{value.text[:cut]}x{value.text[cut:]}"))
        statements[place] = (*statements[place][:2], Value(text, value.datatype))


def _empty(statements: list[Statement], chance: Random) -> None:
    """Take the text of a literal out, each property as likely as another."""
    verbs = sorted({row[1] for row in statements if isinstance(row[2], Value)})
    if verbs:
        place = _pick(statements, chance, chance.choice(verbs))
        value = statements[place][2]
        emptied = value._replace(text="") if isinstance(value, Value) else Value("")
        statements[place] = (*statements[place][:2], emptied)


def _misquote(statements: list[Statement], chance: Random) -> None:
    place = _pick(statements, chance, term("quote"))
    subject, verb, value = statements[place]
    text = value.text if isinstance(value, Value) else value
    statements[place] = subject, verb, Value(text.swapcase() if chance.random() < 0.5 else text[1:])


def _shift(statements: list[Statement], chance: Random) -> None:
    """Move the start or the end of a passage."""
    place = _pick(statements, chance, term("start"), term("end"))
    subject, verb, value = statements[place]
    number = value.text if isinstance(value, Value) else ""
    moved = int(number) + chance.choice((-1, 1, 7, -1000, 100_000)) if number.isdigit() else -1
    statements[place] = subject, verb, Value(str(moved), XSD + "integer")


def _redate(statements: list[Statement], chance: Random) -> None:
    """Give a thing that has dates another start or end, whole or partial."""
    place = _pick(statements, chance, *DATED, VOCABULARIES["dcterms"] + "issued")
    text = chance.choice(DATES)
    form = {4: "gYear", 7: "gYearMonth", 10: "date"}[len(text)]
    subject, verb, _ = statements[place]
    verb = chance.choice((verb, *DATED))
    statements.append((subject, verb, Value(text, XSD + form)))
    if chance.random() < 0.5:
        del statements[place]


def _do(statements: list[Statement], chance: Random) -> None:
    """Have done what is planned, or plan where things were done."""
    listed = ((term("action"), ACTIONS), (term("status"), STATUSES))
    for verb, names in listed:
        place = _pick(statements, chance, verb)
        if statements[place][1] == verb:
            statements[place] = (statements[place][0], verb, term(chance.choice(names)))


def _open_list(statements: list[Statement], chance: Random) -> None:
    """Add to a closed list what is not in it, and use it."""
    verb, kind = chance.choice((("kind", "InstrumentKind"), ("action", "Action"), ("role", "Role")))
    place = _pick(statements, chance, term(verb))
    statements[place] = (*statements[place][:2], NOTHING)
    statements.append((NOTHING, TYPE, term(kind)))


def _link(statements: list[Statement], chance: Random) -> None:
    subject = statements[_pick(statements, chance, TYPE)][0]
    link = chance.choice(LINKS)
    statements.append((subject, SAME, link if chance.random() < 0.8 else Value(link)))


CHANGES: tuple[Change, ...] = (
    _drop,
    _drop_subject,
    _double,
    _retype,
    _type_again,
    _subclass,
    _dangle,
    _misplace,
    _to_text,
    _datatype,
    _rewrite,
    _empty,
    _misquote,
    _shift,
    _redate,
    _do,
    _open_list,
    _link,
)
"""The kinds of damage, each as likely as another."""
