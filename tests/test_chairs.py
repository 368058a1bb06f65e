"""Who chairs a meeting, in the many ways of saying it; the host does not."""

from __future__ import annotations

import pytest

from kg import document
from kg.facts.meetings import assemble
from kg.mentions import find
from kg.model import Article, Meeting


def meetings(text: str) -> list[Meeting]:
    read = document.segment(Article("a", text, published="2021-03-12"))
    return [gathering.meeting for gathering in assemble(read, find(read))]


def one(text: str) -> Meeting:
    (meeting,) = meetings(text)
    return meeting


@pytest.mark.parametrize(
    ("text", "chair"),
    [
        ("The 4th EAC Summit was held under the chairmanship of Kenya.", "KE"),
        ("The 4th EAC Summit was chaired by Kenyan President Asha Mwangi.", "Asha Mwangi"),
        ("Kenyan President Asha Mwangi chaired the 4th EAC Summit.", "Asha Mwangi"),
        ("Kenyan President Asha Mwangi, who chaired the 4th EAC Summit, spoke.", "Asha Mwangi"),
        ("The 4th EAC Summit met. In the chair was Kenyan President Asha Mwangi.", "Asha Mwangi"),
        (
            "The 4th EAC Summit was co-chaired by Kenyan President Asha Mwangi and Rwandan "
            "President Paul Uwase.",
            "Asha Mwangi and Paul Uwase",
        ),
        (
            "With Kenyan President Asha Mwangi in the chair, Arusha hosted the 4th EAC Summit.",
            "Asha Mwangi",
        ),
        ("Kenyan President Asha Mwangi hosted the 4th EAC Summit.", None),
        ("Kenyan President Asha Mwangi, chairwoman of a bank, spoke at the 4th EAC Summit.", None),
    ],
)
def test_a_chair_is_who_is_said_to_chair(text: str, chair: str | None) -> None:
    assert one(text).chair == chair


def test_a_chair_is_of_the_meeting_spoken_of_nearest() -> None:
    text = (
        "The 4th EAC Summit was held in Arusha on 9 March. The EAC Foreign Ministers' Meeting of "
        "8 March was chaired by Rwandan Foreign Minister Paul Uwase."
    )
    assert [m.chair for m in meetings(text)] == [None, "Paul Uwase"]


def test_who_chairs_something_else_does_not_chair_the_meeting() -> None:
    text = (
        "Kenyan Foreign Minister Asha Mwangi attended the 4th EAC Summit. She was appointed by "
        "Kenyan President Paul Otieno, who chairs the Presidential Task Force."
    )
    assert one(text).chair is None


def test_a_chair_shares_the_task() -> None:
    text = (
        "Kenyan Foreign Minister Asha Mwangi co-chaired the 4th EAC Summit with Rwandan Foreign "
        "Minister Paul Uwase."
    )
    assert one(text).chair == "Asha Mwangi and Paul Uwase"


@pytest.mark.parametrize(
    "text",
    [
        "The work of the 4th EAC Summit was directed by Kenyan President Asha Mwangi.",
        "The 4th EAC Summit ended. Directing the debates was Kenyan President Asha Mwangi.",
        "The 4th EAC Summit ended. The gavel lay in the hands of Kenyan President Asha Mwangi.",
        "The 4th EAC Summit ended. The chair was occupied by Kenyan President Asha Mwangi.",
        "At the 4th EAC Summit Kenyan President Asha Mwangi conducted the proceedings.",
    ],
)
def test_there_are_many_ways_to_chair(text: str) -> None:
    assert one(text).chair == "Asha Mwangi"
