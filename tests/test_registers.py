"""Single sentences from many registers, and the meetings that each of them states."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg import document
from kg.facts.meetings import assemble
from kg.lexicon.tables import rows
from kg.mentions import find
from kg.model import Article, Meeting

CASES = list(rows((Path(__file__).parent / "registers.tsv").read_text("utf-8")))
"""A sentence and its meetings: name|ordinal|organisation|start|end|place|country|status."""


def meetings(text: str) -> list[Meeting]:
    read = document.segment(Article("a", text, published="2024-12-02"))
    return [gathering.meeting for gathering in assemble(read, find(read))]


def line(m: Meeting) -> str:
    fields = (m.name, m.ordinal, m.organisation, m.start, m.end, m.place, m.country, m.status)
    return "|".join("" if value is None else str(value) for value in fields)


@pytest.mark.parametrize("case", CASES, ids=[case[0][:60] for case in CASES])
def test_a_sentence_states_its_meetings(case: list[str]) -> None:
    text, *expected = case
    assert [line(meeting) for meeting in meetings(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "The ministers spoke by telephone about the crisis on 3 May 2024.",
        "The 3rd session of the India-Uganda Joint Commission, due in March, has been postponed.",
        "Will the minister attend the next summit of the Organization of Turkic States?",
        "Meetings of experts have been held every year since 2004.",
        "The delegation visited the 27th floor of the ministry.",
        "The Security Council of the country was briefed by its secretary.",
        "A session of yoga closed the day.",
    ],
)
def test_a_sentence_may_state_none(text: str) -> None:
    assert meetings(text) == []
