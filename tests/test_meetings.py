"""The grammar of meetings: noun phrases that name a gathering, and what only looks like one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg import document
from kg.mentions import find
from kg.mentions.sessions import of_class, vocabulary
from kg.model import Article, MeetingMention


def mentions(text: str) -> tuple[MeetingMention, ...]:
    return find(document.segment(Article("a", text))).meetings


def named(text: str) -> list[MeetingMention]:
    """Return the mentions that say by themselves which meeting it is."""
    return [m for m in mentions(text) if m.rule not in ("bare", "pointing", "of-kind")]


@pytest.mark.parametrize(
    ("text", "name", "ordinal", "organisation", "body"),
    [
        (
            "The ninth session of the Council of Ministers of the East African Community was held.",
            "ninth session of the Council of Ministers of the East African Community",
            9,
            "EAC",
            "Council of Ministers",
        ),
        (
            "The 4th meeting of Heads of Border Services of member states of the CIS took place.",
            "4th meeting of Heads of Border Services of member states of the CIS",
            4,
            "CIS",
            "Heads of Border Services",
        ),
        (
            "They spoke at the 14th ASEAN Transport Ministers' Meeting (ATM) in Hanoi.",
            "14th ASEAN Transport Ministers' Meeting (ATM)",
            14,
            "ASEAN",
            "Transport Ministers",
        ),
        (
            "The XXI Summit of Heads of State and Government of MERCOSUR ended on Friday.",
            "XXI Summit of Heads of State and Government of MERCOSUR",
            21,
            "Mercosur",
            "Heads of State and Government",
        ),
        (
            "The thirty-third Ordinary Session of the Assembly of the African Union will open.",
            "thirty-third Ordinary Session of the Assembly of the African Union",
            33,
            "AU",
            "Assembly",
        ),
        ("The 29th NATO summit will follow.", "29th NATO summit", 29, "NATO", None),
        ("Leaders left the G20 Summit early.", "G20 Summit", None, "G20", None),
        (
            "A meeting of the OSCE Permanent Council was called.",
            "meeting of the OSCE Permanent Council",
            None,
            "OSCE",
            "Permanent Council",
        ),
        (
            "The 61st General Conference of the IAEA opened in Vienna.",
            "61st General Conference of the IAEA",
            61,
            "IAEA",
            "General Conference",
        ),
        (
            "He opened the 26th Ministerial Council of the OSCE on Thursday.",
            "26th Ministerial Council of the OSCE",
            26,
            "OSCE",
            "Ministerial Council",
        ),
        ("The 27th ASEAN Regional Forum met.", "27th ASEAN Regional Forum", 27, "ARF", None),
        (
            "The Fifth (5TH) Ordinary Session of the Authority of ECOWAS ended.",
            "Fifth (5TH) Ordinary Session of the Authority of ECOWAS",
            5,
            "ECOWAS",
            "Authority",
        ),
    ],
)
def test_a_phrase_gives_number_organisation_and_body(
    text: str, name: str, ordinal: int | None, organisation: str | None, body: str | None
) -> None:
    (mention,) = named(text)
    found = (mention.name, mention.ordinal, mention.organisation, mention.body)
    assert found == (name, ordinal, organisation, body)


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("The Japan-Australia Summit Meeting was held in Perth.", ("JP", "AU")),
        ("The 12th India-Nepal Joint Commission Meeting was held.", ("IN", "NP")),
        ("The first Pakistan-ASEAN dialogue opened.", ("PK", "ASEAN")),
        (
            "The 3rd meeting of the Peru-Chile Intergovernmental Council was held.",
            ("PE", "CL"),
        ),
    ],
)
def test_a_phrase_gives_its_parties(text: str, parties: tuple[str, ...]) -> None:
    (mention,) = named(text)
    assert mention.parties == parties
    assert mention.organisation is None


def test_a_pair_of_places_names_two_meetings() -> None:
    names = [m.name for m in named("They recalled the Lima and Quito summits on the Sahel crisis.")]
    assert names == ["Lima summit on the Sahel crisis", "Quito summit on the Sahel crisis"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("They welcomed the upcoming summit.", "upcoming summit"),
        ("The session was opened by the minister.", "session"),
        ("During this meeting they spoke of trade.", "meeting"),
        ("The event ended at noon.", "event"),
        ("Its next session will be in May.", "next session"),
        ("The talks lasted two hours.", "talks"),
    ],
)
def test_a_definite_short_form_points(text: str, name: str) -> None:
    (mention,) = mentions(text)
    assert (mention.name, mention.definite, mention.rule) == (name, True, "pointing")


@pytest.mark.parametrize(
    "text",
    [
        "Such meetings are useful, the ministers said.",
        "High-level meetings have been held since 2004.",
        "The Security Council adopted a resolution.",
        "The office is on the 27th floor of the building.",
        "He met the press on the 5th day.",
        "The third Prime Minister of the country spoke.",
        "Talk is cheap, the envoy said.",
        "The event horizon of a black hole is far away.",
        "A dialogue of the deaf is no use to anybody.",
        "Negotiations on a free trade agreement go on.",
        "They assembled a 21st century army.",
    ],
)
def test_what_only_looks_like_a_meeting_names_none(text: str) -> None:
    assert named(text) == []


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("A ministerial meeting took place on Monday.", "of-kind"),
        ("The Quadripartite Summit was held in Luanda.", "of-kind"),
        ("They held a meeting.", "bare"),
        ("It came after the Santiago summit.", "named"),
        ("The Nairobi Conference ended.", "named"),
    ],
)
def test_the_rule_says_what_makes_a_phrase_a_name(text: str, rule: str) -> None:
    assert [m.rule for m in mentions(text)] == [rule]


def test_each_mention_quotes_its_own_words() -> None:
    text = "The 2nd  EU–Japan Summit, held in\nTokyo, was followed by the 3rd one."
    article = Article("a", text)
    for mention in find(document.segment(article)).meetings:
        assert " ".join(text[mention.start : mention.end].split()).startswith(mention.name[:3])


def test_the_word_list_is_lower_case_and_each_class_is_sorted() -> None:
    assert all(word == word.lower() for word in vocabulary())
    for name in ("head", "body", "field", "modifier"):
        assert of_class(name)


def test_a_phrase_in_page_noise_is_none() -> None:
    read = document.segment(Article("a", "The 5th EAC Summit ended. The 6th EAC Summit opened."))
    first, second = read.sentences
    noisy = replace(read, sentences=(first, replace(second, kind="noise")))
    assert [m.ordinal for m in find(noisy).meetings] == [5]
