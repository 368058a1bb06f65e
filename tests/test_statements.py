"""Edges of the statements: references to nothing, doubles, namesakes, periods, dates, names."""

from __future__ import annotations

from dataclasses import replace

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from invented import TEXT, at, graph, sample
from rdflib import RDF, Namespace
from samples import seed

from kg import namespaces
from kg.errors import InputError
from kg.formats.triples import Value, date_value
from kg.graph.appearances import printed
from kg.graph.dataset import describe
from kg.graph.statements import nquads, state
from kg.model import (
    Action,
    Article,
    Facts,
    Instrument,
    Meeting,
    Office,
    Participant,
    Passage,
    Person,
    Topic,
)
from kg.namespaces import ONTOLOGY

READOUT = Namespace(ONTOLOGY)
ID = Namespace(namespaces.BASE)


@pytest.mark.parametrize(
    ("part", "fault"),
    [
        ({"participants": (Participant("m7", None, "KZ", at("met"), "x"),)}, "no meeting 'm7'"),
        ({"participants": (Participant("m1", "Kor Sel", None, at("met"), "x"),)}, "'Kor Sel'"),
        ({"topics": (Topic("trade", "m8", at("plan"), "x"),)}, "no meeting 'm8'"),
    ],
)
def test_a_reference_to_nothing_is_refused_by_name(part: dict[str, object], fault: str) -> None:
    with pytest.raises(InputError, match=fault):
        describe(replace(sample(), **part))  # type: ignore[arg-type]


def test_a_fact_that_is_told_twice_is_one_node_with_both_passages() -> None:
    twice = (*sample().participants, Participant("m1", None, "EU", at("Port Sel"), "subject"))
    part = graph(replace(sample(), participants=twice))
    [node] = part.subjects(READOUT.party, ID["organisation/eu"])
    assert len(list(part.objects(node, READOUT.evidence))) == 2


def test_namesakes_are_parted_by_their_offices() -> None:
    offices = (Office("Judge", "KZ", at("met"), "x"), Office("Poet", "KZ", at("met"), "x"))
    two = tuple(Person("Mira Oland", (), (office,), at("Mira Oland"), "x") for office in offices)
    part = graph(
        replace(sample(), persons=two, participants=(), meetings=(), instruments=(), topics=())
    )
    assert len(set(part.subjects(RDF.type, READOUT.Person))) == 2


@pytest.mark.parametrize(
    ("chair", "chairs"),
    [
        (
            "Mira Oland and Mirko Oland",
            {"person/kz-oland-m--mira-oland", "person/kz-oland-m--mirko-oland"},
        ),
        ("KZ", {"country/KZ"}),
        ("SCO", {"organisation/sco"}),
        ("League of North and South", {"organisation/league-of-north-and-south"}),
        (None, set()),
    ],
)
def test_chairs(chair: str | None, chairs: set[str]) -> None:
    facts = replace(sample(), meetings=(replace(sample().meetings[0], chair=chair),))
    part = graph(facts)
    assert set(part.objects(None, READOUT.chair)) == {ID[name] for name in chairs}


@pytest.mark.parametrize(
    ("period", "first", "last"),
    [
        ("2016-2020", "2016", "2020"),
        ("2016–20", "2016", "2020"),
        ("2024", "2024", "2024"),
        ("2016/17", "2016", "2017"),
        ("until 2030", None, None),
        (None, None, None),
    ],
)
def test_periods(period: str | None, first: str | None, last: str | None) -> None:
    instrument = replace(sample().instruments[1], period=period)
    part = graph(replace(sample(), instruments=(instrument,)))
    [node] = part.subjects(RDF.type, READOUT.Instrument)
    found = [part.value(node, READOUT[name]) for name in ("validFrom", "validUntil")]
    assert [value and str(value) for value in found] == [first, last]


@pytest.mark.parametrize(
    ("date", "datatype"),
    [("2016", "gYear"), ("2016-04", "gYearMonth"), ("2016-04-13", "date"), ("April", "string")],
)
def test_dates_keep_their_precision(date: str, datatype: str) -> None:
    assert date_value(date) == Value(date, f"http://www.w3.org/2001/XMLSchema#{datatype}")


def test_a_name_over_a_line_break_is_found() -> None:
    text = "Then Mira\n Oland spoke."
    person = Person("Mira Oland", (), (), (), "x")
    [passage] = printed("Mira Oland", person, Facts(Article("a", text), persons=(person,)))
    assert text[passage.start : passage.end] == passage.quote == "Mira\n Oland"


def test_a_name_that_is_only_part_of_another_has_no_place() -> None:
    text = "Mira Oland and Olands spoke."
    persons = (Person("Mira Oland", (), (), (), "x"), Person("Oland", (), (), (), "x"))
    assert printed("Oland", persons[1], Facts(Article("a", text), persons=persons)) == ()


def test_control_characters_survive_the_text_form() -> None:
    text = 'a "quoted" \\ back\nnew\ttab\r end \U0001f30d'
    facts = Facts(Article("a", text))
    quads = list(ox.parse(nquads(facts).encode(), format=ox.RdfFormat.N_QUADS))
    assert text in {quad.object.value for quad in quads}


def test_statements_are_each_made_once() -> None:
    made = state(seed())
    assert len(made) == len(set(made))


# --- whatever the words are ---------------------------------------------------------------------

WORDS = st.text(st.characters(exclude_categories=("Cs",)), max_size=30)
MAYBE = st.none() | WORDS | st.sampled_from(["KZ", "AU", "EU", "SCO", "Mira Oland", "2031-05-04"])
SOME = (Passage(0, 2, TEXT[:2]),)


@st.composite
def any_facts(draw: st.DrawFn) -> Facts:
    names = draw(st.lists(WORDS.filter(str.strip), min_size=1, max_size=3))
    held = [
        Meeting(
            f"m{number}",
            draw(WORDS),
            draw(st.none() | st.integers(1, 99)),
            draw(MAYBE),
            draw(MAYBE),
            draw(MAYBE),
            draw(MAYBE),
            draw(MAYBE),
            draw(MAYBE),
            draw(MAYBE),
            "held",
            SOME,
            "x",
        )
        for number in range(draw(st.integers(1, 3)))
    ]
    office = Office(draw(WORDS), draw(MAYBE), SOME, "x")
    act = Action(draw(WORDS), "m0", SOME, "x")
    return Facts(
        Article(draw(WORDS), TEXT, url=draw(MAYBE), published=draw(MAYBE)),
        tuple(held),
        tuple(Person(name, (draw(WORDS),), (office,), SOME, "x") for name in names),
        tuple(Participant("m0", name, draw(MAYBE), SOME, "x") for name in [*names, None]),
        (Instrument("i", draw(WORDS), draw(WORDS), draw(MAYBE), (act,), SOME, "x"),),
        (Topic(draw(WORDS), "m0", SOME, "x"),),
    )


@given(any_facts())
@settings(max_examples=150, deadline=None)
def test_any_words_make_a_graph_that_others_read(facts: Facts) -> None:
    quads = set(ox.parse(nquads(facts).encode(), format=ox.RdfFormat.N_QUADS))
    assert len(quads) == len(state(facts))
    assert all(isinstance(quad.subject, ox.NamedNode) for quad in quads)
