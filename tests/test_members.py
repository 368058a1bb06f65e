"""A coordination of noun phrases cut into its members, and words that name a subject."""

from __future__ import annotations

import pytest

from kg import document
from kg.language import words
from kg.mentions import subjects
from kg.mentions.members import members
from kg.model import Article, CountryMention, Document, Mention, PersonMention

HEADING = "A heading of the day\n\n"


def read(text: str) -> tuple[Document, int]:
    """Return a document whose sentence of the returned number is `text`."""
    found = document.segment(Article("a", f"{HEADING}{text} and so on it was said.\n"))
    return found, next(
        number for number, sentence in enumerate(found.sentences) if sentence.kind == "body"
    )


def cut(text: str, mentions: tuple[Mention, ...] = ()) -> list[str]:
    """Return the members of a coordination that ends with the words given."""
    found, index = read(text)
    line = words.read(found, index, mentions)
    last = line.index(len(HEADING) + len(text))
    return [member.name for member in members(found, line, 0, last)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("tuna quotas", ["tuna quotas"]),
        ("tuna quotas, sea lanes and reefs", ["tuna quotas", "sea lanes", "reefs"]),
        ("tuna quotas, sea lanes, and reefs", ["tuna quotas", "sea lanes", "reefs"]),
        ("tuna quotas as well as sea lanes", ["tuna quotas", "sea lanes"]),
        ("tuna quotas; sea lanes; reefs", ["tuna quotas", "sea lanes", "reefs"]),
        ("the tuna quotas and a reef", ["tuna quotas", "reef"]),
        ("fish, including tuna and cod", ["fish", "tuna", "cod"]),
        ("fish, especially in lagoons", ["fish", "lagoons"]),
        # shared heads
        ("rural and urban schools", ["rural schools", "urban schools"]),
        ("rural, coastal and urban schools", ["rural schools", "coastal schools", "urban schools"]),
        ("trade and economic ties", ["trade ties", "economic ties"]),
        (
            "cooperation in mining and forestry",
            ["cooperation in mining", "cooperation in forestry"],
        ),
        (
            "exchange of seeds and tools, and reefs",
            ["exchange of seeds", "exchange of tools", "reefs"],
        ),
        ("schools and rural roads", ["schools", "rural roads"]),
        ("security and regional connectivity", ["security", "regional connectivity"]),
        (
            "topical international and regional issues",
            ["topical international issues", "regional issues"],
        ),
        ("political and other", []),
        ("strengthen bilateral relations", ["bilateral relations"]),
        # kept whole
        ("search and rescue in the strait", ["search and rescue in the strait"]),
        ("peace and stability in the region", ["peace and stability in the region"]),
        ("challenges and opportunities", ["challenges and opportunities"]),
        ("ties between the north and the south", ["ties between the north and the south"]),
        ("floods in and around the delta", ["floods in and around the delta"]),
        # frames
        ("issues of water supply", ["water supply"]),
        ("pressing questions of water supply", ["water supply"]),
        ("ways to improve water supply", ["water supply"]),
        ("ways of improving water supply", ["water supply"]),
        ("the need to protect water supply", ["water supply"]),
        ("strengthening water supply", ["water supply"]),
        ("a wide range of issues related to water supply", ["water supply"]),
        ("closer cooperation in mining", ["cooperation in mining"]),
        ("joint efforts against malaria", ["malaria"]),
        ("the mechanisms of interaction in combating piracy", ["piracy"]),
        # where a member ends
        ("water supply during the dry season", ["water supply"]),
        ("water supply that matters", ["water supply"]),
        ("water supply provided by dams", ["water supply"]),
        ("water supply and agreed to meet", ["water supply"]),
        ("water supply, built long ago, and reefs", ["water supply", "reefs"]),
        # no subject
        ("issues", []),
        ("a number of matters", []),
        ("matters of mutual interest", []),
        ("it", []),
        ("with all of them", []),
    ],
)
def test_members(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


def test_a_country_is_a_subject_and_a_person_is_none() -> None:
    start = len(HEADING)
    country = CountryMention(start, start + 4, "country", code="FJ", form="name")
    person = PersonMention(start + 9, start + 16, "person", name="Ana Ruz")
    assert cut("Fiji and Ana Ruz", (country, person)) == ["Fiji"]


def test_a_phrase_too_long_is_a_clause_misread() -> None:
    assert cut("water " + "of lakes " * 10 + "and reefs") == ["reefs"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The war and climate change", ["war", "climate change"]),
        ("climate", ["climate"]),
        ("Terrorism, illegal migration and trade", ["Terrorism", "illegal migration", "trade"]),
        ("a friendly environment", []),
        ("trade and the environment", ["trade", "environment"]),
        ("reefs and lakes", []),
    ],
)
def test_words_that_name_a_subject_are_found_longest_first(text: str, expected: list[str]) -> None:
    found, _ = read(text)
    view = found.view
    named = [view[m.start : m.end] for m in subjects.find(view, 0, len(view))]
    assert named == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He sees the war in the delta", ["war in the delta"]),
        ("Trade, energy and tourism grow", ["Trade", "energy", "tourism"]),
        ("Trade grows", []),
        ("The council was founded for trade and energy", []),
        ("The Trade Council of Energy stood there", []),
        ("It leads to climate change", ["climate change"]),
    ],
)
def test_what_a_named_subject_heads_is_a_member(text: str, expected: list[str]) -> None:
    found, index = read(text)
    named = [member.name for member in subjects.members_named(found, index, (), ())]
    assert named == expected


def test_what_is_taken_is_left_out() -> None:
    found, index = read("He sees the war in the delta")
    taken = [Mention(0, len(found.view), "topic-object")]
    assert list(subjects.members_named(found, index, (), taken)) == []
