"""The closed lists: their concepts, their words, and what is asked of them in vain."""

from __future__ import annotations

import pytest

from kg.errors import UsageError
from kg.vocabulary import SCHEMES, concept, concepts, named

KINDS = [
    *("convention", "treaty", "agreement", "protocol", "minutes", "declaration", "statement"),
    *("communique", "memorandum", "plan", "programme", "strategy", "concept", "roadmap"),
    *("resolution", "decision", "report", "list", "charter", "other"),
]
ACTIONS = [
    *("signed", "adopted", "approved", "discussed", "heard", "to-be-signed", "to-be-adopted"),
    *("ratified", "proposed", "referenced"),
]


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_of_the_format_is_a_concept(kind: str) -> None:
    found = concept("kinds", kind)
    assert found is not None
    assert (found.scheme, found.notation) == ("kinds", kind)
    assert found.words[0] == found.label


@pytest.mark.parametrize("action", ACTIONS)
def test_each_action_of_the_format_is_a_concept(action: str) -> None:
    found = concept("actions", action)
    assert found is not None
    assert found.notation == action


@pytest.mark.parametrize("status", ["held", "ongoing", "planned"])
def test_each_status_of_the_format_is_a_concept(status: str) -> None:
    assert concept("statuses", status) is not None


@pytest.mark.parametrize(
    ("scheme", "notations"),
    [("kinds", KINDS), ("actions", ACTIONS), ("statuses", ["held", "ongoing", "planned"])],
)
def test_there_are_no_others(scheme: str, notations: list[str]) -> None:
    assert sorted(entry.notation for entry in concepts(scheme)) == sorted(notations)


@pytest.mark.parametrize(
    ("action", "done"),
    [
        ("signed", True),
        ("adopted", True),
        ("approved", True),
        ("discussed", True),
        ("ratified", True),
        ("to-be-signed", False),
        ("to-be-adopted", False),
    ],
)
def test_what_is_done_is_told_from_what_is_to_be(action: str, done: bool) -> None:
    found = concept("actions", action)
    assert found is not None
    assert found.done is done


@pytest.mark.parametrize("scheme", ["kinds", "statuses", "topics"])
def test_only_actions_are_done(scheme: str) -> None:
    assert {entry.done for entry in concepts(scheme)} == {None}


@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_notation_and_an_iri_are_of_one_concept(scheme: str) -> None:
    entries = concepts(scheme)
    assert entries
    assert len({entry.notation for entry in entries}) == len(entries)
    assert len({entry.iri for entry in entries}) == len(entries)
    assert {entry.scheme for entry in entries} == {scheme}


@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_broader_concept_is_in_the_same_list(scheme: str) -> None:
    notations = {entry.notation for entry in concepts(scheme)}
    assert all(entry.broader in {*notations, None} for entry in concepts(scheme))


@pytest.mark.parametrize("scheme", SCHEMES)
def test_each_label_leads_to_its_concept(scheme: str) -> None:
    words = named(scheme)
    for entry in concepts(scheme):
        assert entry in words.values()


@pytest.mark.parametrize(
    ("scheme", "word", "notation"),
    [
        ("kinds", "convention", "convention"),
        ("kinds", "communique", "communique"),
        ("kinds", "memorandum", "memorandum"),
        ("actions", "signed", "signed"),
        ("statuses", "planned", "planned"),
    ],
)
def test_a_word_names_its_concept(scheme: str, word: str, notation: str) -> None:
    assert named(scheme)[word].notation == notation


@pytest.mark.parametrize(
    ("scheme", "notation"),
    [
        ("kinds", "Convention"),
        ("kinds", "signed"),
        ("actions", "to be signed"),
        ("statuses", "cancelled"),
        ("statuses", ""),
    ],
)
def test_a_notation_that_is_not_listed_is_none(scheme: str, notation: str) -> None:
    assert concept(scheme, notation) is None


@pytest.mark.parametrize("scheme", ["", "kind", "Kinds", "offices"])
def test_a_list_that_there_is_not_is_refused_with_those_there_are(scheme: str) -> None:
    with pytest.raises(UsageError, match="kinds, actions, statuses"):
        concepts(scheme)
