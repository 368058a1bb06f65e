"""`kg link --check`: each id against the endpoint, by label, type and redirect."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from conftest import Run
from endpoint import serve

from kg.link import check
from kg.link.check import Expected
from kg.link.client import Client
from kg.mappings import NONE, Mapping


def expect(qid: str, *names: str, kind: str = "person", country: str | None = None) -> Expected:
    return Expected(qid, names, kind, "a list", country)


@pytest.mark.parametrize(
    ("expected", "fault"),
    [
        ([expect("Q8001", "Mira Oland")], None),
        ([expect("Q8005", "Nikolay Tarasov")], None),
        ([expect("Q8014", "Farrukh Nazarov")], None),
        ([expect("Q8013", "R. Azizov")], None),
        ([expect("Q8001", "Someone Else"), expect("Q8001", "Mira Oland")], None),
        ([expect("Q9003", "President of Kazakhstan", kind="office")], None),
        ([expect("Q9003", "President", kind="office", country="Q232")], None),
        ([expect("Q7101", "NLF", kind="organisation")], None),
        ([expect("Q7201", "Lindvik", kind="place")], None),
        ([expect("Q7301", "2031 Northern Lakes Forum summit", kind="meeting")], None),
        ([expect("Q7401", "Lindvik Convention on Water", kind="instrument")], None),
        ([expect("Q7201", "Lindvik", kind="person"), expect("Q7201", "x", kind="place")], None),
        ([expect("Q8001", "Jan Solberg")], "is called Mira Oland"),
        ([expect("Q8012", "Rustam Azizov")], "was merged into Q8013"),
        ([expect("Q8009", "Askar Temirov")], "is no human being"),
        ([expect("Q7102", "Northern Lakes Forum", kind="organisation")], "is no organisation"),
        ([expect("Q7203", "Lindvik", kind="place")], "is no place"),
        ([expect("Q7107", "Lakes Commission", kind="organisation")], "is no organisation"),
        ([expect("Q8001", "President", kind="office")], "is no office"),
        ([expect("Q9003", "President", kind="office", country="Q20")], "is of another country"),
        ([expect("Q7207", "Torsund", kind="place")], "was merged into Q7204"),
        (
            [expect("Q9003", "Prime Minister", kind="office")],
            "is called President of Kazakhstan",
        ),
        ([expect("Q8999999", "Mira Oland")], "is not known"),
        ([expect("Q9003", "President", kind="x")], "is no x"),
    ],
)
def test_an_id_is_right_or_the_fault_is_told(expected: list[Expected], fault: str | None) -> None:
    with serve() as endpoint:
        found = check.check(expected, Client(endpoint.url))
    if fault is None:
        assert found == ()
    else:
        assert len(found) == 1
        assert found[0].endswith(fault)
        assert found[0].startswith(f"a list: {expected[0].qid} (")


def test_shipped_ids_have_names_and_places() -> None:
    every = check.shipped()
    assert {each.where for each in every} == {
        *("cities.tsv", "countries.tsv", "linked-offices.tsv", "linked-persons.tsv"),
        "organisations.tsv",
    }
    assert all(re.fullmatch("Q[1-9][0-9]*", each.qid) and each.names for each in every)
    assert not any(name.startswith("?") for each in every for name in each.names)
    assert list(every) == sorted(every, key=lambda each: (each.where, each.qid))


def test_accepted_ids_are_those_of_positive_rows() -> None:
    links = (
        Mapping("person:a", "wd:Q1", "positive", labels=("A", "")),
        Mapping("person:b", "wd:Q2", "negative"),
        Mapping("person:c", NONE, "none"),
        Mapping("office:d", "wd:Q4", "positive", "skos:exactMatch", labels=("D", "")),
    )
    assert check.accepted(links) == (
        Expected("Q1", ("A",), "person", "person:a"),
        Expected("Q4", ("D",), "office", "office:d"),
    )


def test_the_command_tells_what_is_wrong(kg_run: Run, tmp_path: Path) -> None:
    call = ("link", "--check", "--decisions", tmp_path / "d", "--endpoint")
    with serve() as endpoint:
        done = kg_run(*call, endpoint.url)
        asked = len(endpoint.asked)
        again = kg_run(*call, endpoint.url, "--offline")
        assert len(endpoint.asked) == asked
    assert done.code == again.code == 1
    assert done.out == again.out
    assert "linked-persons.tsv: Q7747 (Vladimir Putin) is not known" in done.out
    assert re.search(r"^\d+ ids asked for, \d+ wrong$", done.out, re.MULTILINE)
