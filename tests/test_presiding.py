"""Who presides, told in the words of the chronicle: the gavel, the task, the hands it lay in."""

from __future__ import annotations

import pytest

from tests.reports import alone

SESSION = "The 5th meeting of the Lake Council was held in Accra."


@pytest.mark.parametrize(
    ("words", "chair"),
    [
        ("It was Minister Kofi Boadu who presided.", "Kofi Boadu"),
        ("Presiding: Minister Kofi Boadu of Ghana.", "Kofi Boadu"),
        ("Chair: Minister Kofi Boadu.", "Kofi Boadu"),
        ("It fell to Minister Kofi Boadu to lead the session.", "Kofi Boadu"),
        ("To Minister Kofi Boadu the task of leading the session fell.", "Kofi Boadu"),
        ("It took place under Minister Kofi Boadu's chairmanship.", "Kofi Boadu"),
        ("It took place under Ghana's chairmanship.", "GH"),
        ("It took place under the Ghanaian presidency.", "GH"),
        ("The ministers met under Dr. Kofi Boadu of Ghana.", "Kofi Boadu"),
        ("The ministers met under Minister Kofi Boadu.", "Kofi Boadu"),
        ("Minister Kofi Boadu acted as President of the Meeting.", "Kofi Boadu"),
        ("Its sessions were in the hands of Minister Kofi Boadu.", "Kofi Boadu"),
        ("The gavel was held by Minister Kofi Boadu.", "Kofi Boadu"),
        ("The presidency fell to Minister Kofi Boadu.", "Kofi Boadu"),
        ("Minister Kofi Boadu moderated the session.", "Kofi Boadu"),
        ("Minister Kofi Boadu opened the session and also steered it.", "Kofi Boadu"),
        ("At its head was the Ghanaian Minister, Kofi Boadu.", "Kofi Boadu"),
        ("Minister Kofi Boadu was elected chairman of the meeting.", "Kofi Boadu"),
        ("The Council elected Minister Kofi Boadu as its Chairman.", "Kofi Boadu"),
        ("Over it presided Minister Kofi Boadu.", "Kofi Boadu"),
        ("Ghana chaired the meeting.", "GH"),
        (
            "Minister Kofi Boadu and Minister Ali Sossa spoke. Both of them presided.",
            "Kofi Boadu and Ali Sossa",
        ),
        (
            "The meeting was co-chaired by Minister Kofi Boadu of Ghana and Secretary Ali Sossa.",
            "Kofi Boadu and Ali Sossa",
        ),
        ("The Ghanaian side was led by Minister Kofi Boadu.", None),
        ("The delegation was chaired by Minister Kofi Boadu.", None),
        ("At the head of the Ghanaian delegation was Minister Kofi Boadu.", None),
        ("The Council met under the auspices of Minister Kofi Boadu.", None),
        ("Minister Kofi Boadu moderated his tone.", None),
        ("Minister Kofi Boadu will lead the delegation.", None),
        ("It fell to Minister Kofi Boadu to thank the hosts.", None),
        ("The Council elected Minister Kofi Boadu as its treasurer.", None),
    ],
)
def test_who_presides_in_other_words(words: str, chair: str | None) -> None:
    (only,) = alone(f"{SESSION} {words}").meetings
    assert only.chair == chair


@pytest.mark.parametrize(
    "words",
    [
        "Ana Ruiz welcomed guests to Lomé, where under her chairmanship the 12th IGAD summit met.",
        "Lomé saw the 12th ECOWAS summit. Taking part: Ana Ruiz (Peru, chair), Luis Paz (Chile).",
        "The chairmanship of the 12th ECOWAS summit in Lomé was entrusted to Minister Ana Ruiz.",
        "The 12th ECOWAS summit was held in Lomé. It was led by Ana Ruiz of Peru.",
        "Lomé saw the 12th ECOWAS summit, whose chair was Ana Ruiz.",
        "The 12th ECOWAS summit took place in Lomé on 3 June, headed by Minister Ana Ruiz.",
        "The 12th ECOWAS summit was held in Lomé. The chair fell to Peru, which holds the"
        " presidency, in the person of Ana Ruiz.",
        "The 12th ECOWAS summit was held in Lomé. Presiding over two days of debate: Ana Ruiz.",
        "The 12th ECOWAS summit was held in Lomé. Minister Ana Ruiz, opened the summit and also"
        " steered it.",
        "The 12th ECOWAS summit was held in Lomé. Luis Paz gave way to Ana Ruiz, and it is she who"
        " now conducts the proceedings.",
    ],
)
def test_ways_of_saying_who_presides(words: str) -> None:
    assert alone(words).meetings[0].chair == "Ana Ruiz"


@pytest.mark.parametrize(
    "words",
    [
        "The 12th ECOWAS summit was held in Lomé. Peru's delegation was led by Ana Ruiz.",
        "The 12th ECOWAS summit was held in Lomé, attended by a delegation, headed by Ana Ruiz.",
        "The 12th ECOWAS summit was held in Lomé. Ana Ruiz (Peru) spoke.",
        "The 12th ECOWAS summit was held in Lomé. The chair was handed to Ana Ruiz.",
        "The 12th ECOWAS summit was held in Lomé, which Ana Ruiz praised.",
        "The 12th ECOWAS summit was held in Lomé. Farmers whose chair was Ana Ruiz wrote a letter.",
        "The 12th ECOWAS summit was held in Lomé. The chairman is, since 2008, Ana Ruiz.",
    ],
)
def test_what_does_not_say_who_presides(words: str) -> None:
    assert alone(words).meetings[0].chair is None


def test_a_country_can_chair_in_a_relative_clause() -> None:
    found = alone("Speaker Ana Ruiz summed up the 12th ECOWAS summit, which Peru chaired.").meetings
    assert [m.chair for m in found] == ["PE"]


def test_the_first_and_the_second_of_two_have_chairs_of_their_own() -> None:
    found = alone(
        "I went to two meetings: the Trade Council on 3 June and the Energy Council on 4 June. In"
        " the chair of the first was Ana Ruiz; the second was chaired by Luis Paz."
    ).meetings
    assert [(m.body, m.chair) for m in found] == [
        ("Trade Council", "Ana Ruiz"),
        ("Energy Council", "Luis Paz"),
    ]
