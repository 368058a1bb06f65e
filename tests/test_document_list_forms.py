"""Lists of documents below a line that says what became of them, in the print of many sites."""

from __future__ import annotations

import pytest

from tests.reports import COMING, deeds

THREE = ["protocol on dams", "memorandum on fish farms", "agreement on ferries"]


def lowered(words: str, opening: str | None = None) -> dict[str, list[str]]:
    """Return what is done with each document, its name in small letters, mere naming left out."""
    found = deeds(words, opening) if opening else deeds(words)
    return {
        name.lower(): [action for action in actions if action != "referenced"]
        for name, actions in found.items()
    }


@pytest.mark.parametrize(
    "words",
    [
        "The ministers signed a protocol on dams, a memorandum on fish farms and an agreement on"
        " ferries.",
        "The ministers signed a protocol on dams, a memorandum on fish farms, and an agreement on"
        " ferries.",
        "The ministers signed a protocol on dams; a memorandum on fish farms; and an agreement on"
        " ferries.",
        "The ministers signed a protocol on dams, a memorandum on fish farms, an agreement on"
        " ferries.",
        "The ministers signed a protocol on dams and a memorandum on fish farms as well as an"
        " agreement on ferries.",
        "A protocol on dams, a memorandum on fish farms and an agreement on ferries were signed.",
        "The ministers signed the following documents: a protocol on dams, a memorandum on fish"
        " farms and an agreement on ferries.",
        "The following documents were signed: a protocol on dams; a memorandum on fish farms; an"
        " agreement on ferries.",
        "The following documents were signed at the meeting:\n- Protocol on dams;\n- Memorandum"
        " on fish farms;\n- Agreement on ferries.",
        "The following documents were signed at the meeting:\n- Protocol on dams\n- Memorandum on"
        " fish farms\n- Agreement on ferries",
        "The following documents were signed:\n1. Protocol on dams\n2. Memorandum on fish"
        " farms\n3. Agreement on ferries",
        "The following documents were signed:\n1) Protocol on dams;\n2) Memorandum on fish"
        " farms;\n3) Agreement on ferries.",
        "The following documents were signed:\n(a) Protocol on dams;\n(b) Memorandum on fish"
        " farms; and\n(c) Agreement on ferries.",
        "The following documents were signed:\n– protocol on dams;\n– memorandum on fish"
        " farms;\n– agreement on ferries.",
        "The following documents were signed:\n* a protocol on dams\n* a memorandum on fish"
        " farms\n* an agreement on ferries",
        "The ministers signed:\n- a protocol on dams;\n- a memorandum on fish farms;\n- an"
        " agreement on ferries.",
        "Documents signed:\n- Protocol on dams\n- Memorandum on fish farms\n- Agreement on ferries",
        "After the talks, a signing ceremony was held for the following documents:\n- Protocol on"
        " dams;\n- Memorandum on fish farms;\n- Agreement on ferries.",
        "Three documents were signed:\n- Protocol on dams;\n- Memorandum on fish farms;\n-"
        " Agreement on ferries.",
        "As a result of the meeting, the following were signed:\n- Protocol on dams;\n-"
        " Memorandum on fish farms;\n- Agreement on ferries.",
    ],
)
def test_three_documents_signed(words: str) -> None:
    assert lowered(words) == {name: ["signed"] for name in THREE}


@pytest.mark.parametrize(
    ("head", "action"),
    [
        ("The ministers adopted the following documents:", "adopted"),
        ("The following documents were adopted:", "adopted"),
        ("The meeting adopted:", "adopted"),
        ("The ministers approved the following documents:", "approved"),
        ("The following documents were approved at the meeting:", "approved"),
        ("The ministers endorsed the following documents:", "approved"),
        ("The ministers discussed the following documents:", "discussed"),
        ("The ministers considered the following drafts:", "discussed"),
        ("The following documents are to be signed:", "to-be-signed"),
        ("The following documents will be signed in July:", "to-be-signed"),
        ("It is planned to sign the following documents:", "to-be-signed"),
        ("The following documents are expected to be adopted in July:", "to-be-adopted"),
    ],
)
def test_the_line_above_a_list_rules_its_items(head: str, action: str) -> None:
    items = "\n- Protocol on dams;\n- Memorandum on fish farms;\n- Agreement on ferries."
    assert lowered(head + items) == {name: [action] for name in THREE}


@pytest.mark.parametrize(
    "head",
    [
        "The following documents were not signed:",
        "The ministers refused to sign the following documents:",
        "The signing of the following documents was put off:",
    ],
)
def test_a_list_of_what_was_not_done(head: str) -> None:
    items = "\n- Protocol on dams;\n- Memorandum on fish farms."
    assert not [name for name, done in lowered(head + items).items() if "signed" in done]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "The ministers signed a protocol on dams and adopted a memorandum on fish farms.",
            {"protocol on dams": ["signed"], "memorandum on fish farms": ["adopted"]},
        ),
        (
            "A protocol on dams was signed and a memorandum on fish farms adopted.",
            {"protocol on dams": ["signed"], "memorandum on fish farms": ["adopted"]},
        ),
        (
            "The ministers signed a protocol on dams. An agreement on ferries will be signed in"
            " July.",
            {"protocol on dams": ["signed"], "agreement on ferries": ["to-be-signed"]},
        ),
        (
            "The ministers discussed an agreement on ferries and approved a protocol on dams.",
            {"agreement on ferries": ["discussed"], "protocol on dams": ["approved"]},
        ),
        (
            "The protocol on dams was approved; the agreement on ferries was not.",
            {"protocol on dams": ["approved"]},
        ),
        (
            "Of the two, only the protocol on dams was signed; the agreement on ferries was put"
            " off.",
            {"protocol on dams": ["signed"]},
        ),
    ],
)
def test_each_verb_has_its_own_documents(words: str, expected: dict[str, list[str]]) -> None:
    assert {name: done for name, done in lowered(words).items() if done} == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "A protocol on dams and an agreement on ferries will be signed.",
            {"protocol on dams": ["to-be-signed"], "agreement on ferries": ["to-be-signed"]},
        ),
        (
            "The ministers will sign a protocol on dams and an agreement on ferries.",
            {"protocol on dams": ["to-be-signed"], "agreement on ferries": ["to-be-signed"]},
        ),
        (
            "The ministers will sign a protocol on dams and adopt an agreement on ferries.",
            {"protocol on dams": ["to-be-signed"], "agreement on ferries": ["to-be-adopted"]},
        ),
        (
            "The following documents will be signed:\n- protocol on dams;\n- agreement on ferries.",
            {"protocol on dams": ["to-be-signed"], "agreement on ferries": ["to-be-signed"]},
        ),
    ],
)
def test_documents_of_a_meeting_to_come(words: str, expected: dict[str, list[str]]) -> None:
    assert {name: done for name, done in lowered(words, COMING).items() if done} == expected


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("Nine documents were signed at the meeting.", 0),
        ("A package of documents was signed at the meeting.", 0),
        ("A number of agreements were signed at the meeting.", 0),
        ("Several memoranda were signed at the meeting.", 0),
        ("Documents on trade were signed at the meeting.", 0),
        ("Nine documents were signed, among them a protocol on dams.", 1),
        ("Nine documents were signed, including a protocol on dams.", 1),
        (
            "Nine documents were signed, including a protocol on dams and an agreement on ferries.",
            2,
        ),
    ],
)
def test_a_number_of_documents_is_none_but_its_examples_are(words: str, count: int) -> None:
    assert len(lowered(words)) == count
