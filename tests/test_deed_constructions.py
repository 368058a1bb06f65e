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


@pytest.mark.parametrize(
    ("words", "found"),
    [
        # a phrase between the parts of a verb, or between the verb and its document
        ("An {r} was, after four hours of talks, adopted.", ["adopted"]),
        ("An {r} was, however, approved.", ["approved"]),
        ("An {r}, the ministers agreed, will be signed in July.", ["to-be-signed"]),
        ("An {r} is due to be signed in July.", ["to-be-signed"]),
        ("The ministers put their signatures on Tuesday to the {r}.", ["signed"]),
        ("The ministers examined, and then adopted, the {r}.", ["adopted"]),
        # a second verb of the same document
        ("An {r} was drafted by the experts and will be adopted.", ["to-be-adopted"]),
        ("An {r} was initialled; it is to be signed in July.", ["approved", "to-be-signed"]),
        # relative, cleft, fronted, absolute
        ("Under an {r} to which the ministers set their names, the experts go on.", ["signed"]),
        ("An {r} is what the ministers signed.", ["signed"]),
        ("What the ministers signed was an {r}.", ["signed"]),
        ("Signing an {r}, the ministers shook hands.", ["signed"]),
        ("Signing an {r} would be premature.", []),
        ("On the {r}, no progress was made.", ["discussed"]),
        ("On the {r}, the ministers asked for a study.", ["discussed"]),
        ("On the basis of the {r}, the ministers went home.", []),
        # nouns for the deed
        ("The approval of an {r} was given.", ["approved"]),
        ("Approval was given to an {r}.", ["approved"]),
        ("Signatures were put to an {r}.", ["signed"]),
        ("The ministers gave their signatures to an {r}.", ["signed"]),
        ("The result: an {r}.", ["adopted"]),
        ("The {r} comes up for adoption in Lusaka in 2020.", ["to-be-adopted"]),
        ("The {r} came up once more.", ["discussed"]),
    ],
)
def test_a_deed_in_a_turned_or_broken_clause(words: str, found: list[str]) -> None:
    told = deeds(words.format(r=RIVERS)).get(RIVERS, [])
    assert [action for action in told if action != "referenced"] == found


@pytest.mark.parametrize(
    "words",
    [
        "She had put before leaders a progress report on dams.",
        "The ministers were handed a progress report on dams.",
        "A progress report on dams was given by the experts.",
        "A progress report on dams was submitted to the ministers.",
        "A progress report on dams was noted.",
        "The ministers noted the progress report on dams.",
    ],
)
def test_a_report_is_heard_however_it_comes_in(words: str) -> None:
    assert deeds(words) == {"progress report on dams": ["heard"]}


def test_a_noun_of_action_alone_in_a_line_is_done_unless_it_is_to_come() -> None:
    lines = "1. The approval of the Plan of Action for 2018-2019.\n2. The signing of a {v}."
    points = lines.format(v=VISAS)
    found = deeds(f"The meeting resulted in:\n{points}")
    assert found == {"Plan of Action for 2018-2019": ["approved"], VISAS: ["signed"]}
    assert "signed" not in deeds(f"The agenda of the meeting:\n{points}", COMING).get(VISAS, [])


def test_discussed_but_not_adopted_however_far_its_document() -> None:
    words = (
        "Discussed but not adopted, because Malawi asked for time, was a charter on glass bottles."
    )
    assert deeds(words) == {"charter on glass bottles": ["discussed"]}


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("The ministers noted the progress of the charter on dams.", ["referenced"]),
        ("The ministers noted the charter on dams.", ["referenced"]),
        ("The ministers signed up to the charter on dams.", ["referenced"]),
        ("A charter on dams was drawn up. It was presented by Malawi.", ["discussed"]),
        (
            "They presented the following papers:\n• Charter on dams;\n• Report on eels.",
            ["discussed"],
        ),
    ],
)
def test_an_action_suits_the_kind_of_its_document(words: str, found: list[str]) -> None:
    told = {name.lower(): acts for name, acts in deeds(words).items()}
    assert told.get("charter on dams", ["referenced"]) == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("The sides signed an exchange of notes on a grant.", {"exchange of notes on a grant"}),
        ("Resolution EM/R.3 set up a fund for eels.", {"Resolution EM/R.3"}),
        ("One of these, resolution 61/8, asks for help.", {"resolution 61/8"}),
        ("They adopted a resolution of sixteen points.", {"resolution of sixteen points"}),
        ("They spoke of the resolution of the conflict.", set()),
        ("They adopted without debate conclusions on eels.", {"conclusions on eels"}),
        ("They discussed the plan for ferries 2019-2024.", {"plan for ferries 2019-2024"}),
        ("They discussed a plan for ferries.", set()),
        ("A protocol on visas was approved, along with the Budget.", {VISAS, "Budget"}),
        ("A protocol on visas was approved, and the Budget went back.", {VISAS}),
        (
            "Adopted were\n\n* a charter on eels;\n* a plan on cod.",
            {"charter on eels", "plan on cod"},
        ),
    ],
)
def test_what_is_a_document(words: str, found: set[str]) -> None:
    assert set(deeds(words)) == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("As to the ring road, a report on dams was heard.", {"report on dams": ["heard"]}),
        ("As for the {r}, nothing was decided.", {RIVERS: ["discussed"]}),
        ("What had to be approved was approved: an {r}.", {RIVERS: ["approved"]}),
        (
            "The ministers signed in their turn\n\n(i) an {r},\n(ii) a {v}.",
            {RIVERS: ["signed"], VISAS: ["signed"]},
        ),
        (
            "The ministers went home in their turn\n\n(i) an {r},\n(ii) a {v}.",
            {},
        ),
        (
            "The Status of Forces Agreement was discussed.",
            {"Status of Forces Agreement": ["discussed"]},
        ),
        (
            "The Friendship Treaty of 1948, dear to all, was discussed.",
            {"Friendship Treaty of 1948": ["discussed"]},
        ),
    ],
)
def test_documents_by_what_stands_around_them(words: str, found: dict[str, list[str]]) -> None:
    told = deeds(words.format(r=RIVERS, v=VISAS))
    assert {name: acts for name, acts in told.items() if acts != ["referenced"]} == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("A {v}, signed years ago, wants two more seals.", {VISAS: ["signed", "referenced"]}),
        ("They spoke about herding, and about a {v}.", {VISAS: ["discussed"]}),
        (
            "They endorsed a roadmap for a flood early warning system.",
            {"roadmap for a flood early warning system": ["approved"]},
        ),
        ("On the agenda was a {v}.", {VISAS: ["discussed"]}),
        ("They reviewed the agreement of 1987.", {"agreement of 1987": ["discussed"]}),
        ("On the {v}, on the contrary, no step was taken.", {VISAS: ["discussed"]}),
    ],
)
def test_documents_with_their_years_and_systems(words: str, found: dict[str, list[str]]) -> None:
    assert deeds(words.format(v=VISAS)) == found
