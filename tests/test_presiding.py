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
