"""Further turns of phrase for deeds, documents of another time, and which documents are one."""

from __future__ import annotations

import pytest

from kg import pipeline
from kg.model import Article

OPENING = (
    "Ministers of water meet in Bamako\n\n"
    "BAMAKO, 6 May 2021 - The Third Meeting of Ministers of Water of the Niger Basin Council"
    " was held in Bamako on 5 May 2021.\n\n"
)
CANALS = "protocol on canal tolls"
TWO = "They had the Convention on Wells and the Pact on Reeds."
Deeds = list[tuple[str, str | None]]


def told(text: str) -> dict[str, Deeds]:
    """Return what is done with each document of a paragraph below the opening, and where."""
    facts = pipeline.extract(Article("a", f"{OPENING}{text}\n", published="2021-05-06"))
    return {one.name: [(a.action, a.meeting) for a in one.actions] for one in facts.instruments}


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("A {c} was put to paper.", "signed"),
        ("A {c} carries both signatures.", "signed"),
        ("A {c} received the signatures of both ministers.", "signed"),
        ("Their names stand under a {c}.", "signed"),
        ("The ministers put ink on a {c}.", "signed"),
        ("A {c} awaits only the signatures.", "to-be-signed"),
        ("A {c} is waiting for the pens of the ministers.", "to-be-signed"),
        ("The signing of a {c} is foreseen for June.", "to-be-signed"),
        ("A {c} passed unopposed.", "adopted"),
        ("A {c} passes without a vote.", "adopted"),
        ("The meeting left behind a {c}.", "adopted"),
        ("A {c} met with everyone's approval.", "approved"),
        ("Approval was given, finally, to a {c}.", "approved"),
        ("A {c} lay on the table.", "discussed"),
        ("Progress was made on a {c}.", "discussed"),
        ("No headway was made on a {c}.", "discussed"),
        ("The ministers directed their officials to revise the {c}.", "discussed"),
        ("They told what is done to carry out the {c}.", "discussed"),
        ("The {c} has to be put into effect at last.", "discussed"),
        ("The {c} must enter into force this year.", "discussed"),
        ("Of the {c}, it was found that little is known.", "discussed"),
        ("A draft {c} will go before the summit of leaders.", "to-be-adopted"),
    ],
)
def test_a_turn_of_phrase_tells_a_deed(text: str, action: str) -> None:
    deeds = told(text.format(c=CANALS))
    (found,) = deeds.values()
    assert action in [act for act, _ in found]


@pytest.mark.parametrize(
    "text",
    [
        "The {c} carries no name yet.",
        "The {c} passed through many hands.",
        "The {c} lay in a drawer.",
        "The minister received letters on the {c}.",
        "The {c} is revised by nobody.",
        "The ministers will go before the court.",
    ],
)
def test_words_like_those_of_deeds_tell_none(text: str) -> None:
    found = told(text.format(c=CANALS)).get(CANALS, [])
    assert [act for act, _ in found if act != "referenced"] == []


@pytest.mark.parametrize(
    "text",
    [
        "There was a joint communique.",
        "The results are laid down in a joint communique.",
        "The results found expression in a joint communique.",
        "As the joint communique puts it, tolls must fall.",
    ],
)
def test_a_text_of_all_is_adopted_where_it_is_said_what_it_holds(text: str) -> None:
    assert told(text) == {"joint communique": [("adopted", "m1")]}


@pytest.mark.parametrize(
    "text",
    [
        "There was a report on canals.",
        "The results are laid down in a letter on canals.",
        "As the minister puts it, tolls must fall.",
    ],
)
def test_a_text_of_one_side_is_not(text: str) -> None:
    assert not any(act == "adopted" for acts in told(text).values() for act, _ in acts)


# --- of another time --------------------------------------------------------------------

EARLIER = [(None, "signed"), ("m1", "referenced")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a year in its name, or behind it
        ("They signed the Treaty of Segou of 2011.", EARLIER),
        ("The 2011 Treaty of Segou, signed by both, holds.", EARLIER),
        ("Two ministers signed a Treaty of Segou in 2011.", EARLIER),
        # this year, a year to come, no year
        ("They signed the Treaty of Segou of 2021.", [("m1", "signed")]),
        ("They signed the Treaty of Segou for 2011-2015.", [("m1", "signed")]),
        ("They signed the Treaty of Segou.", [("m1", "signed")]),
    ],
)
def test_a_document_of_an_earlier_year(text: str, expected: list[tuple[str | None, str]]) -> None:
    (found,) = told(text).values()
    assert sorted((at or "", act) for act, at in found) == sorted(
        (at or "", act) for at, act in expected
    )


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("They put their pens to the Convention on Wells and the Pact on Reeds.", "signed"),
        (f"{TWO} Both were signed.", "signed"),
        (f"Texts:\n- {TWO[9:32]}\n- {TWO[37:-1]}\n\nBoth passed.", "adopted"),
        (f"{TWO} These were duly adopted.", "adopted"),
        (f"{TWO} All of them were approved.", "approved"),
        # near misses
        (f"{TWO} Both passed through Rome.", "referenced"),
        (f"{TWO} They signed late.", "referenced"),
        (f"{TWO} All roads led on. Both were signed.", "referenced"),
        (f"{TWO} Both were to be signed.", "referenced"),
    ],
)
def test_what_sums_up_the_documents_before_it(text: str, action: str) -> None:
    found = told(text)
    assert found == {
        "Convention on Wells": [(action, "m1")],
        "Pact on Reeds": [(action, "m1")],
    }


# --- titles, and which of them are one ------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a deed inside a title
        (
            "They adopted the Decision on the approval of the Plan on Wells.",
            {
                "Decision on the approval of the Plan on Wells": "adopted",
                "Plan on Wells": "referenced",
            },
        ),
        ("The adoption of the Plan on Wells ended the day.", {"Plan on Wells": "adopted"}),
        ("They signed a pact on wells worth 12 million pula.", {"pact on wells": "signed"}),
        # further prepositions, adjectives and numbers
        (
            "They signed a protocol relating to canal tolls.",
            {"protocol relating to canal tolls": "signed"},
        ),
        ("They signed a pact on free and open trade.", {"pact on free and open trade": "signed"}),
        (
            "They signed a pact on the use of wells and of canals.",
            {"pact on the use of wells and of canals": "signed"},
        ),
        ("The Council adopted Decision NB/SES 12/4.", {"Decision NB/SES 12/4": "adopted"}),
        (
            "They signed amendments to the 2010 fish agreement.",
            {"amendments to the 2010 fish agreement": "signed"},
        ),
        ("They initialled the text of a pact on wells.", {"pact on wells": "approved"}),
        ("They signed the pact of 3 May 2021 on wells.", {"pact of 3 May 2021 on wells": "signed"}),
        # consent is no document
        ("The talks went on with the agreement of the parties.", {}),
        # documents among the subjects of a list
        (
            "On the table: canal tolls, reeds, the Spring Treaty (put off), and the Reed Pact.",
            {"Spring Treaty": "discussed", "Reed Pact": "discussed"},
        ),
        (
            "They spoke about how to save reeds, about tolls, and about the Reed Pact.",
            {"Reed Pact": "discussed"},
        ),
        ("The Reed Pact figured high on the agenda.", {"Reed Pact": "discussed"}),
        ("The Reed Pact stands for peace.", {"Reed Pact": "referenced"}),
        # the papers of a body
        ("The Council approved its rules of procedure.", {"rules of procedure": "approved"}),
        ("The ministers discussed the provisional agenda.", {"provisional agenda": "discussed"}),
        ("The ministers discussed the agenda.", {}),
        ("The ministers have an agenda of their own.", {}),
        ("A mid-term report was presented by Mali.", {"mid-term report": "heard"}),
        ("A report was presented by Mali.", {}),
        # after another subject in a list
        (
            "They worked through two papers: the tolls of May, and the draft protocol on wells.",
            {"draft protocol on wells": "discussed"},
        ),
        # "the agreement" is the one before it, unless its own words speak against it
        (
            "They signed the Canal Agreement. The agreement is short.",
            {"Canal Agreement": "signed"},
        ),
        (
            "They uphold the Canal Action Plan. They adopted the Work Plan.",
            {"Canal Action Plan": "referenced", "Work Plan": "adopted"},
        ),
        (
            "They uphold the Agreement of Segou. They signed the fish trade agreement.",
            {"Agreement of Segou": "referenced", "fish trade agreement": "signed"},
        ),
    ],
)
def test_titles(text: str, expected: dict[str, str]) -> None:
    assert {name: acts[0][0] for name, acts in told(text).items()} == expected


# --- what points back, and what was before --------------------------------------------------

DRAFT = "A draft treaty on wells was initialled."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{DRAFT} The Presidents will sign the document in June.", ["approved", "to-be-signed"]),
        (f"{DRAFT} The document is to be signed in June.", ["approved", "to-be-signed"]),
        (f"{DRAFT} It now goes for signature to the Presidents.", ["approved", "to-be-signed"]),
        # what is done with a text need not be done with this one
        (f"{DRAFT} The minister then read out the text.", ["approved"]),
        (f"{DRAFT} The text was signed by hand.", ["approved"]),
        (f"{DRAFT} A document will be signed in June.", ["approved"]),
    ],
)
def test_the_document_is_the_one_before_it(text: str, expected: list[str]) -> None:
    assert [act for act, _ in told(text)["draft treaty on wells"]] == expected


@pytest.mark.parametrize(
    ("text", "earlier"),
    [
        # a meeting of which only the first day is told may go on the next
        ("By Thursday evening the ministers endorsed the Pact on Reeds.", False),
        ("The ministers endorsed the Pact on Reeds on 2 April 2021.", True),
        ("They recalled that the Pact on Reeds had been signed in Oslo last week.", True),
        ("They called to mind that both had signed the Pact on Reeds.", True),
        ("They uphold the Pact on Reeds, a text which the Assembly adopted in 2016.", True),
        ("They uphold the Pact on Reeds, fruit of hard work, signed in 2016.", True),
        ("They said that the Pact on Reeds had been signed.", False),
        ("They uphold the Pact on Reeds, a text which they signed on the day.", False),
    ],
)
def test_what_is_recalled_was_done_before(text: str, earlier: bool) -> None:
    places = [at for act, at in told(text)["Pact on Reeds"] if act != "referenced"]
    assert places == [None if earlier else "m1"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They signed a new charter. The Segou Charter is short.", ["Segou Charter"]),
        (
            "They signed a charter on wells. The Segou Charter is short.",
            ["charter on wells", "Segou Charter"],
        ),
        ("A treaty is initialled when those who drafted it agree.", []),
        ("A treaty is signed, which binds both.", ["treaty"]),
    ],
)
def test_which_documents_there_are(text: str, expected: list[str]) -> None:
    assert list(told(text)) == expected


def test_a_draft_that_others_are_to_adopt() -> None:
    text = "They discussed the draft communique which leaders are to adopt in Oslo."
    assert [act for act, _ in told(text)["draft communique"]] == ["discussed", "to-be-adopted"]


# --- two documents with one verb ------------------------------------------------------------

PAIR = ["pact on reeds", "memorandum on wells"]


@pytest.mark.parametrize(
    "text",
    [
        "Besides a pact on reeds, they signed a memorandum on wells.",
        "In addition to a pact on reeds, a memorandum on wells was signed.",
        "Not only a pact on reeds but also a memorandum on wells was signed.",
        "They signed not only a pact on reeds but also a memorandum on wells.",
        "First a pact on reeds was signed, then a memorandum on wells.",
        "A pact on reeds was signed by Mali, a memorandum on wells by Benin.",
        "The ministers signed a pact on reeds, their deputies a memorandum on wells.",
        "Two texts were signed - a pact on reeds and a memorandum on wells.",
        "Results:\n- a pact on reeds (signed)\n- a memorandum on wells (signed)",
    ],
)
def test_both_documents_are_signed(text: str) -> None:
    assert told(text) == {name: [("signed", "m1")] for name in PAIR}


@pytest.mark.parametrize(
    ("text", "signed"),
    [
        ("Instead of a pact on reeds, they signed a memorandum on wells.", PAIR[1:]),
        ("After the pact on reeds, they signed a memorandum on wells.", PAIR[1:]),
        ("They signed a memorandum on wells but no pact on reeds.", PAIR[1:]),
        ("Neither a pact on reeds nor a memorandum on wells was signed.", []),
        ("A pact on reeds was signed, a memorandum on wells announced.", PAIR[:1]),
        ("They signed a pact on reeds, Mali's first agreement on water.", PAIR[:1]),
    ],
)
def test_one_of_two_documents_or_none_is_signed(text: str, signed: list[str]) -> None:
    assert [name for name, acts in told(text).items() if ("signed", "m1") in acts] == signed
