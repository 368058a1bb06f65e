"""What is done with a document: verbs, voices and moods of many registers, and at which meeting."""

from __future__ import annotations

import pytest

from tests.reports import COMING, HELD, deeds, facts

DOCUMENT = "agreement on shared rivers"


def deed(words: str, opening: str = HELD) -> list[str]:
    """Return what is done with the agreement on shared rivers, mere naming left out."""
    return [action for action in deeds(words, opening).get(DOCUMENT, []) if action != "referenced"]


@pytest.mark.parametrize(
    ("words", "action"),
    [
        # signed
        ("Namibia and Zambia signed an agreement on shared rivers.", "signed"),
        ("Namibia and Zambia have signed an agreement on shared rivers.", "signed"),
        ("An agreement on shared rivers was signed.", "signed"),
        ("An agreement on shared rivers has been signed between Namibia and Zambia.", "signed"),
        ("An agreement on shared rivers was also signed at the meeting.", "signed"),
        ("At the meeting, an agreement on shared rivers was signed.", "signed"),
        ("During the meeting, the ministers signed an agreement on shared rivers.", "signed"),
        ("Following the talks, an agreement on shared rivers was signed.", "signed"),
        ("As a result of the talks, the ministers signed an agreement on shared rivers.", "signed"),
        ("The meeting ended with the signing of an agreement on shared rivers.", "signed"),
        ("The meeting culminated in the signing of an agreement on shared rivers.", "signed"),
        ("The talks resulted in the signing of an agreement on shared rivers.", "signed"),
        ("The ministers attended the signing ceremony of an agreement on shared rivers.", "signed"),
        ("The presidents witnessed the signing of an agreement on shared rivers.", "signed"),
        ("Both ministers affixed their signatures to an agreement on shared rivers.", "signed"),
        ("The ministers concluded an agreement on shared rivers.", "signed"),
        ("An agreement on shared rivers was concluded.", "signed"),
        ("An agreement on shared rivers was inked by the two ministers.", "signed"),
        ("Having signed an agreement on shared rivers, the ministers left.", "signed"),
        ("After signing an agreement on shared rivers, the ministers left.", "signed"),
        ("The two sides exchanged and signed an agreement on shared rivers.", "signed"),
        # adopted, approved
        ("The meeting adopted an agreement on shared rivers.", "adopted"),
        ("An agreement on shared rivers was adopted by consensus.", "adopted"),
        ("An agreement on shared rivers was unanimously adopted.", "adopted"),
        ("The ministers unanimously adopted an agreement on shared rivers.", "adopted"),
        ("Adopted at the meeting was an agreement on shared rivers.", "adopted"),
        ("The meeting approved an agreement on shared rivers.", "approved"),
        ("An agreement on shared rivers was approved in principle.", "approved"),
        ("The ministers endorsed an agreement on shared rivers.", "approved"),
        ("The ministers initialled an agreement on shared rivers.", "approved"),
        ("An agreement on shared rivers was initialed.", "approved"),
        ("An agreement on shared rivers won the approval of the ministers.", "approved"),
        # discussed, heard, proposed, ratified
        ("The meeting discussed an agreement on shared rivers.", "discussed"),
        ("The ministers examined an agreement on shared rivers.", "discussed"),
        ("The ministers reviewed an agreement on shared rivers.", "discussed"),
        ("The ministers exchanged views on an agreement on shared rivers.", "discussed"),
        ("An agreement on shared rivers was under discussion.", "discussed"),
        ("An agreement on shared rivers was considered by the ministers.", "discussed"),
        ("The talks focused on an agreement on shared rivers.", "discussed"),
        ("Zambia proposed an agreement on shared rivers.", "proposed"),
        ("An agreement on shared rivers was proposed by Zambia.", "proposed"),
        ("Zambia put forward an agreement on shared rivers.", "proposed"),
        ("Zambia called for an agreement on shared rivers.", "proposed"),
        ("The Zambian parliament ratified an agreement on shared rivers.", "ratified"),
        ("An agreement on shared rivers has been ratified by Zambia.", "ratified"),
        # to come
        ("An agreement on shared rivers will be signed next month.", "to-be-signed"),
        ("An agreement on shared rivers is to be signed.", "to-be-signed"),
        ("An agreement on shared rivers is expected to be signed in July.", "to-be-signed"),
        ("An agreement on shared rivers is due to be signed in July.", "to-be-signed"),
        ("An agreement on shared rivers is ready for signature.", "to-be-signed"),
        ("An agreement on shared rivers has been prepared for signing.", "to-be-signed"),
        ("The ministers agreed to sign an agreement on shared rivers.", "to-be-signed"),
        ("The ministers intend to sign an agreement on shared rivers.", "to-be-signed"),
        ("An agreement on shared rivers will be adopted next month.", "to-be-adopted"),
        ("An agreement on shared rivers is expected to be adopted in July.", "to-be-adopted"),
    ],
)
def test_what_is_done(words: str, action: str) -> None:
    assert deed(words) == [action]


@pytest.mark.parametrize(
    "words",
    [
        "No agreement on shared rivers was signed.",
        "An agreement on shared rivers was not signed.",
        "The ministers did not adopt an agreement on shared rivers.",
        "The ministers refused to sign an agreement on shared rivers.",
        "The signing of an agreement on shared rivers was called off.",
        "An agreement on shared rivers could not be adopted.",
        "An agreement on shared rivers was rejected.",
        "An agreement on shared rivers is still not signed.",
        "The ministers left without signing an agreement on shared rivers.",
        "Zambia withdrew from an agreement on shared rivers.",
        "An agreement on shared rivers has expired.",
        "If an agreement on shared rivers is signed, work can begin.",
        "It is unclear whether an agreement on shared rivers will be signed.",
        "The minister denied having signed an agreement on shared rivers.",
        "The ministers failed to adopt an agreement on shared rivers.",
        "The ministers ruled out signing an agreement on shared rivers.",
        "The talks on an agreement on shared rivers broke down.",
        "Critics say that an agreement on shared rivers is useless.",
    ],
)
def test_what_is_not_done(words: str) -> None:
    done = {"signed", "adopted", "approved", "ratified", "to-be-signed", "to-be-adopted"}
    assert not done & set(deed(words))


def meeting_of(words: str, opening: str = HELD) -> list[tuple[str, str | None]]:
    """Return action and meeting of the agreement on shared rivers."""
    (document,) = [d for d in facts(words, opening).instruments if d.name == DOCUMENT]
    return [(a.action, a.meeting) for a in document.actions if a.action != "referenced"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("At the meeting the ministers signed an agreement on shared rivers.", [("signed", "m1")]),
        ("The meeting adopted an agreement on shared rivers.", [("adopted", "m1")]),
        ("The ministers approved an agreement on shared rivers.", [("approved", "m1")]),
        ("The participants discussed an agreement on shared rivers.", [("discussed", "m1")]),
        ("The Council considered an agreement on shared rivers.", [("discussed", "m1")]),
        ("They also adopted an agreement on shared rivers.", [("adopted", "m1")]),
        (
            "The parliament of Malawi ratified an agreement on shared rivers in 2017.",
            [("ratified", None)],
        ),
        ("In 2009 an agreement on shared rivers was signed in Lusaka.", [("signed", None)]),
        (
            "The ministers welcomed the agreement on shared rivers signed in Lusaka in 2009.",
            [("signed", None)],
        ),
        (
            "The ministers recalled the agreement on shared rivers, which was signed in 2009.",
            [("signed", None)],
        ),
        (
            "The next meeting of the Council will adopt an agreement on shared rivers.",
            [("to-be-adopted", "m2")],
        ),
        (
            "An agreement on shared rivers is to be signed at the seventh meeting of the Council.",
            [("to-be-signed", "m2")],
        ),
    ],
)
def test_at_which_meeting(words: str, expected: list[tuple[str, str | None]]) -> None:
    assert meeting_of(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("An agreement on shared rivers will be signed at the meeting.", [("to-be-signed", "m1")]),
        ("The ministers will sign an agreement on shared rivers.", [("to-be-signed", "m1")]),
        (
            "The ministers are expected to adopt an agreement on shared rivers.",
            [("to-be-adopted", "m1")],
        ),
        ("A new agreement on shared rivers will not be signed.", []),
    ],
)
def test_what_a_planned_meeting_is_to_do(
    words: str, expected: list[tuple[str, str | None]]
) -> None:
    found = facts(words, COMING).instruments
    assert [(a.action, a.meeting) for d in found for a in d.actions] == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "The ministers discussed a draft charter on dams and signed a protocol on visas.",
            {"draft charter on dams": ["discussed"], "protocol on visas": ["signed"]},
        ),
        (
            "A protocol on visas was signed, while a charter on dams was only discussed.",
            {"protocol on visas": ["signed"], "charter on dams": ["discussed"]},
        ),
        (
            "The ministers heard the report of the Secretariat and approved a work plan on dams.",
            {"report of the Secretariat": ["heard"], "work plan on dams": ["approved"]},
        ),
        (
            "Having discussed a charter on dams, the ministers adopted a joint statement.",
            {"charter on dams": ["discussed"], "joint statement": ["adopted"]},
        ),
        (
            "The ministers signed a protocol on visas but rejected a charter on dams.",
            {"protocol on visas": ["signed"]},
        ),
    ],
)
def test_each_document_has_the_verb_of_its_own_clause(
    words: str, expected: dict[str, list[str]]
) -> None:
    found = deeds(words)
    assert {name: found.get(name) for name in expected} == expected
