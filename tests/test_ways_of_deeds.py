"""The many ways of saying that a document was signed, adopted, approved, discussed, or is to be."""

from __future__ import annotations

import pytest

from kg import pipeline, vocabulary
from kg.language.cues import cues
from kg.lexicon.tables import rows
from kg.model import Article
from kg.resources import lexicon

OPENING = (
    "Ministers of culture meet in Tartu\n\n"
    "TARTU, 6 May 2021 - The Third Meeting of Ministers of Culture of the Baltic Cultural Council"
    " was held in Tartu on 5 May 2021.\n\n"
)


def deeds(text: str) -> dict[str, list[str]]:
    """Return the actions upon each document that a paragraph below the opening states."""
    facts = pipeline.extract(Article("a", f"{OPENING}{text}\n", published="2021-05-06"))
    return {one.name: [act.action for act in one.actions] for one in facts.instruments}


@pytest.mark.parametrize(
    ("text", "action"),
    [
        # signed
        ("The ministers sealed by their signatures the Film Protocol.", "signed"),
        ("The four attached their names to the Film Protocol.", "signed"),
        ("The ministers of both countries put their hand to the Film Protocol.", "signed"),
        ("The Film Protocol now bears both their names.", "signed"),
        ("There was also signed a Film Protocol.", "signed"),
        ("There followed the signature of a Film Protocol.", "signed"),
        ("The ceremony saw the two sign the Film Protocol.", "signed"),
        ("Latvia and Estonia entered into the Film Protocol.", "signed"),
        ("By the two ministers, in turn, the Film Protocol was signed.", "signed"),
        # adopted
        ("The Film Declaration was carried by acclamation.", "adopted"),
        ("The Film Declaration, accepted unanimously, puts young people first.", "adopted"),
        ("The Film Declaration saw the light of day.", "adopted"),
        ("The outcome of the meeting is the Film Declaration.", "adopted"),
        ("The result was the Film Declaration.", "adopted"),
        ("The meeting produced the Film Declaration.", "adopted"),
        ("The ministers came out with the Film Declaration.", "adopted"),
        ("The Film Declaration was agreed by the three ministers.", "adopted"),
        ("With the reading of the Film Declaration the meeting ended.", "adopted"),
        # approved
        ("The Film Plan 2022-2025 got the nod of all.", "approved"),
        ("The Film Strategy won the backing of all three.", "approved"),
        ("The Film Strategy met with unanimous approval.", "approved"),
        ("The ministers gave their blessing to the Film Strategy.", "approved"),
        ("To the Film Strategy, they gave their endorsement.", "approved"),
        ("Unanimous support was given to the Film Strategy.", "approved"),
        ("The ministers validated the Film Strategy.", "approved"),
        ("Terms of Reference were agreed for the film fund.", "approved"),
        ("The officials finalised the Film Protocol.", "approved"),
        # discussed, heard
        ("Having appraised the Film Strategy, the ministers dined.", "discussed"),
        ("Following deliberations on the Film Protocol, the ministers dined.", "discussed"),
        ("On the Film Protocol, an exchange of views took place.", "discussed"),
        ("The Film Protocol was on the agenda.", "discussed"),
        ("The meeting had before it the Film Protocol.", "discussed"),
        ("As regards the Film Protocol, the ministers were of one mind.", "discussed"),
        ("The director presented the Film Protocol.", "discussed"),
        ("The director presented the Film Report.", "heard"),
        ("The director laid before the ministers the Film Report.", "heard"),
        ("Ministers confined themselves to hearing the Film Report.", "heard"),
        ("They took due note of the Film Report.", "heard"),
        ("3. Endorses the Film Strategy;", "approved"),
        ("The meeting ended with a decision to sign the Film Protocol.", "to-be-signed"),
        # to come
        ("The Film Protocol awaits signature.", "to-be-signed"),
        ("The Film Protocol lies open for signature.", "to-be-signed"),
        ("The experts were instructed to conclude the Film Protocol.", "to-be-signed"),
        ("A Film Statement is due to be adopted there.", "to-be-adopted"),
        ("A Film Statement on which all are working ought to be adopted.", "to-be-adopted"),
    ],
)
def test_a_way_of_saying_gives_its_action(text: str, action: str) -> None:
    ((_, found),) = deeds(text).items()
    assert found == [action]


@pytest.mark.parametrize(
    "text",
    [
        "The Film Protocol was not signed after all.",
        "The Film Protocol entered into force in 2019.",
        "The Film Protocol is kept in Riga.",
        "The Film Protocol found no majority.",
        "When the Council adopts the Film Protocol, fees will fall.",
        "No agreement came about on the Film Protocol.",
        "The minister denied that the Film Protocol had got the nod of all.",
        "If they meet again, the Film Protocol will be signed.",
        "The Film Protocol lacks the backing of two parliaments.",
        "Nobody put a hand to the clock; the Film Protocol lay there.",
    ],
)
def test_what_is_no_deed_leaves_a_document_referenced(text: str) -> None:
    assert deeds(text) == {"Film Protocol": ["referenced"]}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Two papers received approval: the Film Protocol and the Museum Plan.",
            {"Film Protocol": ["approved"], "Museum Plan": ["approved"]},
        ),
        (
            "Endorsed were the Film Strategy and, together with it, the Museum Charter.",
            {"Film Strategy": ["approved"], "Museum Charter": ["approved"]},
        ),
        (
            "The Film Protocol was signed by the ministers, and by the deputies the Museum Plan.",
            {"Film Protocol": ["signed"], "Museum Plan": ["signed"]},
        ),
        (
            "The Council approved:\n\n- Decision 67, by which fees are cut;\n- the Museum Plan.",
            {"Decision 67": ["approved"], "Museum Plan": ["approved"]},
        ),
        (
            "The papers to which both put their names are:\n\n- Film Protocol;\n- Museum Plan.",
            {"Film Protocol": ["signed"], "Museum Plan": ["signed"]},
        ),
        (
            "The meeting yielded five documents.\n\n- Film Protocol.\n- Museum Charter.",
            {"Film Protocol": ["referenced"], "Museum Charter": ["referenced"]},
        ),
        (
            "Signed were, among others, a treaty on films and a pact on museums.",
            {"treaty on films": ["signed"], "pact on museums": ["signed"]},
        ),
        (
            "A treaty on films and a pact on museums are among the documents signed.",
            {"treaty on films": ["signed"], "pact on museums": ["signed"]},
        ),
        (
            "The Film Report was presented by the director and adopted by the ministers.",
            {"Film Report": ["heard", "adopted"]},
        ),
        (
            "Ministers said in a joint statement that the fund would grow.",
            {"joint statement": ["adopted"]},
        ),
        (
            "The treaty on films, whose wording had been settled in March, was signed on 5 May.",
            {"treaty on films": ["signed"]},
        ),
        (
            "The ministers reviewed the Film Protocol. They then signed it.",
            {"Film Protocol": ["discussed", "signed"]},
        ),
        (
            "After a debate on the Film Protocol, ministers approved its text.",
            {"Film Protocol": ["discussed", "approved"]},
        ),
        (
            "The ministers read the Film Protocol. It rained, and the deputies signed nothing.",
            {"Film Protocol": ["referenced"]},
        ),
    ],
)
def test_several_documents_and_it(text: str, expected: dict[str, list[str]]) -> None:
    assert deeds(text) == expected


@pytest.mark.parametrize("form", ["signed off on", "signing", "sign", "signed"])
def test_the_words_of_the_vocabulary_stay_cues(form: str) -> None:
    (cue,) = cues(f"they {form} it")
    assert cue.action in ("signed", "approved")


@pytest.mark.parametrize(
    ("text", "action", "form"),
    [
        ("gave their blessing to", "approved", "past"),
        ("giving its full approval to", "approved", "ing"),
        ("put pen to", "signed", "past"),
        ("append our names under", None, None),
        ("append their names under", "signed", "base"),
        ("yielded", "adopted", "past"),
        ("the outcome of the talks was", "adopted", "outcome"),
        ("entered into force", None, None),
        ("entered into", "signed", "past"),
    ],
)
def test_forms_of_a_way(text: str, action: str | None, form: str | None) -> None:
    found = [(cue.action, cue.form) for cue in cues(f"they {text}")]
    assert found == ([(action, form)] if action else [])


def test_every_way_names_an_action_of_the_vocabulary() -> None:
    known = {concept.notation for concept in vocabulary.concepts("actions")} | {
        "presented",
        "noted",
        "published",
    }
    listed = list(rows(lexicon("action-cues.tsv")))
    assert {row[0] for row in listed} <= known
    forms = {
        "theme",
        "object",
        "direct",
        "outcome",
        "subject",
        "noun",
        "ahead",
        "past",
        "present",
        "voiced",
    }
    assert {row[1] for row in listed} == forms
    assert all(verbs == "-" or form in forms for _, form, verbs, _ in listed)
