"""Who signs, for whom, at which meeting: ceremonies, exchanges and signatures of many kinds."""

from __future__ import annotations

import pytest

from tests.reports import facts, seats

PAIR = [("Chanda Mulenga", "ZM"), ("Thoko Banda", "MW")]


@pytest.mark.parametrize(
    "words",
    [
        "The agreement on ferries was signed by Zambian Minister Chanda Mulenga and Malawian"
        " Minister Thoko Banda.",
        "Zambian Minister Chanda Mulenga and Malawian Minister Thoko Banda signed an agreement on"
        " ferries.",
        "For Zambia, the agreement on ferries was signed by Minister Chanda Mulenga, for Malawi"
        " by Minister Thoko Banda.",
        "The agreement on ferries was signed on behalf of Zambia by Minister Chanda Mulenga and"
        " on behalf of Malawi by Minister Thoko Banda.",
    ],
)
def test_who_signs_takes_part(words: str) -> None:
    assert sorted(seats(words)) == PAIR  # type: ignore[type-var]
    (document,) = facts(words).instruments
    assert [(a.action, a.meeting) for a in document.actions if a.action == "signed"] == [
        ("signed", "m1")
    ]


@pytest.mark.parametrize(
    ("words", "name", "action"),
    [
        ("The sides exchanged notes on ferries.", None, None),
        (
            "The sides signed an amendment to the agreement on ferries.",
            "amendment to the agreement on ferries",
            "signed",
        ),
        (
            "The sides signed a joint action plan on ferries.",
            "joint action plan on ferries",
            "signed",
        ),
        (
            "The sides signed a declaration of intent on ferries.",
            "declaration of intent on ferries",
            "signed",
        ),
        (
            "The sides signed a letter of intent on ferries.",
            "letter of intent on ferries",
            "signed",
        ),
        (
            "The sides signed a statement of intent on ferries.",
            "statement of intent on ferries",
            "signed",
        ),
        (
            "The sides signed an implementing agreement on ferries.",
            "implementing agreement on ferries",
            "signed",
        ),
        (
            "The sides signed an executive programme on ferries.",
            "executive programme on ferries",
            "signed",
        ),
        ("The sides signed a loan agreement on ferries.", "loan agreement on ferries", "signed"),
        ("The sides signed a twinning agreement.", "twinning agreement", "signed"),
        ("The sides signed a visa waiver agreement.", "visa waiver agreement", "signed"),
        ("The sides signed an air services agreement.", "air services agreement", "signed"),
        ("The sides signed a free trade agreement.", "free trade agreement", "signed"),
        ("The sides signed a double taxation agreement.", "double taxation agreement", "signed"),
        ("The sides signed an extradition treaty.", "extradition treaty", "signed"),
        ("The sides signed a peace treaty.", "peace treaty", "signed"),
        ("The sides signed a ceasefire agreement.", "ceasefire agreement", "signed"),
        ("The sides issued a joint statement.", "joint statement", "adopted"),
        ("The sides issued a joint communiqué.", "joint communiqué", "adopted"),
        ("A joint statement was issued.", "joint statement", "adopted"),
        ("A joint communiqué was issued at the end of the meeting.", "joint communiqué", "adopted"),
        ("The ministers released a joint statement.", "joint statement", "adopted"),
        ("The ministers agreed on a joint statement.", "joint statement", "adopted"),
        ("The meeting concluded with a joint statement.", "joint statement", "adopted"),
        ("The ministers passed a resolution on ferries.", "resolution on ferries", "adopted"),
        ("The ministers heard a report on ferries.", "report on ferries", "heard"),
        (
            "The ministers heard the report of the working group.",
            "report of the working group",
            "heard",
        ),
        (
            "The ministers listened to the report of the working group.",
            "report of the working group",
            "heard",
        ),
        ("The report of the working group was heard.", "report of the working group", "heard"),
        (
            "The ministers took note of the report of the working group.",
            "report of the working group",
            "heard",
        ),
        (
            "The report of the working group was presented to the ministers.",
            "report of the working group",
            "heard",
        ),
    ],
)
def test_documents_by_their_verbs(words: str, name: str | None, action: str | None) -> None:
    found = {
        i.name: [a.action for a in i.actions if a.action != "referenced"]
        for i in facts(words).instruments
    }
    told = {title: actions for title, actions in found.items() if actions}
    assert told == ({name: [action]} if name else {})


@pytest.mark.parametrize(
    "words",
    [
        "The report on ferries in the newspaper was long.",
        "The guests signed autographs.",
        "The sides signed off on nothing.",
        "The treaty of friendship is ten years old.",
        "He is a signatory of the treaty of friendship.",
        "A statement was made by the spokesman to the press.",
        "The decision rests with the voters.",
        "The resolution of the dispute takes time.",
        "The agreement of all is needed.",
        "By agreement of the sides, the date was moved.",
        "The contract workers went home.",
    ],
)
def test_words_that_sign_nothing(words: str) -> None:
    done = {a.action for i in facts(words).instruments for a in i.actions}
    assert done <= {"referenced"}
