"""Deeds in the constructions of the register: nominalised, inverted, gapped, governed, denied."""

from __future__ import annotations

import pytest
from reports import COMING, deeds

RIVERS = "agreement on shared rivers"
VISAS = "protocol on visas"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        # a noun of action, by the verb that says what became of it
        ("The signature of an {r} closed the meeting.", ["signed"]),
        ("The adoption of an {r} crowned the day.", ["adopted"]),
        ("The signing of an {r} took place in the town hall.", ["signed"]),
        ("The signing of an {r} was held before noon.", ["signed"]),
        ("The signing of an {r} is planned for July.", ["to-be-signed"]),
        ("The adoption of an {r} is expected in July.", ["to-be-adopted"]),
        ("The signing of an {r} will take place in July.", ["to-be-signed"]),
        ("The signing of an {r} was postponed.", []),
        ("The signing of an {r} requires time.", []),
        ("The adoption of an {r} remains distant.", []),
        # by the verb that governs it
        ("The meeting ended with the signing of an {r}.", ["signed"]),
        ("The meeting is expected to end with the signing of an {r}.", ["to-be-signed"]),
        ("Zambia suggested concluding an {r}.", ["proposed"]),
        ("Zambia proposed signing an {r}.", ["proposed"]),
        ("The ministers are unable to sign an {r} at this stage.", []),
        # neither done nor denied
        ("Had an {r} been signed, the dam would stand.", []),
        ("Nor was an {r} signed.", []),
        ("Neither side signed an {r}.", []),
        ("No {r} was signed.", []),
    ],
)
def test_a_deed_is_told_by_a_noun_or_denied(words: str, found: list[str]) -> None:
    told = deeds(words.format(r=RIVERS)).get(RIVERS, [])
    assert [action for action in told if action != "referenced"] == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Among the documents signed is an {r}.", {"r": ["signed"]}),
        (
            "The documents signed include an {r} and a {v}.",
            {"r": ["signed"], "v": ["signed"]},
        ),
        (
            "The documents signed in Gaborone were an {r} and a {v}.",
            {"r": ["signed"], "v": ["signed"]},
        ),
        ("Namibia signed with Zambia an {r}.", {"r": ["signed"]}),
        ("A {v} was signed, as was an {r}.", {"r": ["signed"], "v": ["signed"]}),
        ("A {v} was signed, as was announced in May.", {"v": ["signed"]}),
        # the second verb leaves its auxiliary out
        ("An {r} was adopted and a {v} signed.", {"r": ["adopted"], "v": ["signed"]}),
        (
            "An {r} is to be adopted in 2020 and a {v} signed in 2021.",
            {"r": ["to-be-adopted"], "v": ["to-be-signed"]},
        ),
        # a clause keeps its verb to itself
        (
            "The ministers adopted an {r}; a {v} will be signed in July.",
            {"r": ["adopted"], "v": ["to-be-signed"]},
        ),
        ("Neither a {v} nor an {r} was signed.", {}),
        ("Neither an {r} nor a {v} will be signed.", {}),
    ],
)
def test_a_verb_reaches_its_documents_and_no_others(
    words: str, found: dict[str, list[str]]
) -> None:
    names = {"r": RIVERS, "v": VISAS}
    assert deeds(words.format(**names)) == {names[key]: told for key, told in found.items()}


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("The experts submitted a charter on dams for approval.", ["to-be-adopted"]),
        ("The secretariat presented the charter on dams for adoption.", ["to-be-adopted"]),
        ("Malawi submitted a charter on dams.", ["proposed"]),
        ("The secretariat presented the charter on dams.", ["discussed"]),
        ("The ministers took note of the charter on dams.", ["discussed"]),
        ("The ministers agreed on the text of a charter on dams.", ["approved"]),
        ("The ministers agreed on a charter on dams.", ["adopted"]),
        ("A charter on dams had been initialled earlier in Lima.", ["approved", "referenced"]),
    ],
)
def test_what_a_document_is_brought_for_outweighs_that_it_is_brought(
    words: str, found: list[str]
) -> None:
    assert deeds(words)["charter on dams"] == found


def test_a_report_is_heard_and_any_other_paper_discussed() -> None:
    found = deeds("They took note of the report of the experts and of a paper on dams.")
    assert found["report of the experts"] == ["heard"]


@pytest.mark.parametrize(
    "words",
    [
        "The signing of a protocol on visas is planned at the meeting.",
        "The signing of a protocol on visas is expected.",
        "A protocol on visas will be signed there.",
        "The ministers are to sign a protocol on visas.",
        "The meeting is to close with the signing of a protocol on visas.",
    ],
)
def test_what_is_to_be_signed_at_a_meeting_to_come(words: str) -> None:
    assert deeds(words, COMING) == {VISAS: ["to-be-signed"]}


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("an agreement on shared rivers to end the dispute", RIVERS),
        ("an agreement on shared rivers (in three copies)", RIVERS),
        ("an agreement on shared rivers in two languages", RIVERS),
        ("an agreement on access to clean water", "agreement on access to clean water"),
        ("an addendum to the accord on ferries", "addendum to the accord on ferries"),
        ("a contract on ferries", "contract on ferries"),
        ("the final act of the meeting", "final act of the meeting"),
        ("a technical arrangement on ferries", "technical arrangement on ferries"),
    ],
)
def test_a_title_ends_where_its_document_ends(words: str, name: str) -> None:
    assert deeds(f"The ministers signed {words}.")[name] == ["signed"]
