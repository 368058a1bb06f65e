"""The same meeting told in many voices: wire, ministry, minutes, speech, communiqué, notice."""

from __future__ import annotations

import pytest

from kg.model import Article, Facts
from kg.pipeline import extract

VOICES = {
    "wire": (
        "Ministers agree on herring in Nuuk\n\n"
        "NUUK, 7 May 2014 (NPA) - The fifth meeting of the Arctic Fisheries Council was held in"
        " Nuuk"
        " on 6 May 2014, chaired by Danish Fisheries Minister Ida Holm. Icelandic Fisheries"
        " Minister"
        " Bjarni Jonsson also took part. The ministers discussed herring quotas and signed a"
        " protocol on patrols.\n"
    ),
    "ministry": (
        "On the fifth meeting of the Arctic Fisheries Council\n\n"
        "On 6 May 2014 in Nuuk, the fifth meeting of the Arctic Fisheries Council took place under"
        " the chairmanship of the Minister of Fisheries of Denmark, Ida Holm.\n\n"
        "The meeting was attended by the Minister of Fisheries of Iceland, Bjarni Jonsson.\n\n"
        "Herring quotas were discussed. A protocol on patrols was signed.\n"
    ),
    "minutes": (
        "Fifth meeting of the Arctic Fisheries Council\n\n"
        "1. The fifth meeting of the Arctic Fisheries Council was held in Nuuk on 6 May 2014. The"
        " meeting was chaired by Ms Ida Holm, Minister of Fisheries of Denmark.\n\n"
        "2. Also present was Mr Bjarni Jonsson, Minister of Fisheries of Iceland.\n\n"
        "3. The Council considered herring quotas.\n\n"
        "4. The ministers signed a protocol on patrols.\n"
    ),
    "inverted": (
        "Herring tops agenda of Arctic ministers\n\n"
        "In Nuuk on 6 May 2014, ministers gathered for the fifth meeting of the Arctic Fisheries"
        " Council. In the chair was Danish Minister of Fisheries Ida Holm. Iceland was"
        " represented by"
        " its Minister of Fisheries, Bjarni Jonsson.\n\n"
        "On the agenda were herring quotas. Signed at the meeting was a protocol on patrols.\n"
    ),
    "list": (
        "Arctic Fisheries Council meets in Nuuk\n\n"
        "The fifth meeting of the Arctic Fisheries Council was held in Nuuk on 6 May 2014.\n\n"
        "The meeting was attended by:\n"
        "- Minister of Fisheries of Denmark Ida Holm (chair);\n"
        "- Minister of Fisheries of Iceland Bjarni Jonsson.\n\n"
        "The ministers discussed:\n- herring quotas.\n\n"
        "The ministers signed:\n- a protocol on patrols.\n"
    ),
    "nominal": (
        "Nuuk meeting ends with protocol\n\n"
        "The holding of the fifth meeting of the Arctic Fisheries Council in Nuuk on 6 May 2014 was"
        " marked by the signing of a protocol on patrols. The meeting was held with the"
        " participation"
        " of Danish Fisheries Minister Ida Holm and Icelandic Fisheries Minister Bjarni Jonsson."
        " The"
        " focus of the discussions was on herring quotas.\n"
    ),
}

PLANNED = {
    "wire": (
        "Ministers to meet in Nuuk\n\n"
        "NUUK, 7 May 2014 (NPA) - The fifth meeting of the Arctic Fisheries Council will be held in"
        " Nuuk on 20 May 2014. Danish Fisheries Minister Ida Holm will take part. The ministers"
        " will"
        " discuss herring quotas and sign a protocol on patrols.\n"
    ),
    "notice": (
        "Fifth meeting of the Arctic Fisheries Council\n\n"
        "The fifth meeting of the Arctic Fisheries Council is scheduled for 20 May 2014 in Nuuk."
        " Danish Fisheries Minister Ida Holm is to take part. Herring quotas will be discussed. A"
        " protocol on patrols is to be signed.\n"
    ),
    "inverted": (
        "Nuuk to host Arctic ministers\n\n"
        "On 20 May 2014 Nuuk will host the fifth meeting of the Arctic Fisheries Council. Among the"
        " participants will be Danish Fisheries Minister Ida Holm. It is planned to discuss herring"
        " quotas. The signing of a protocol on patrols is expected.\n"
    ),
}


def read(text: str) -> Facts:
    return extract(Article("a", text, published="2014-05-07"))


@pytest.mark.parametrize("voice", VOICES)
def test_the_meeting(voice: str) -> None:
    (found,) = read(VOICES[voice]).meetings
    assert (found.ordinal, found.start, found.end) == (5, "2014-05-06", None)
    assert (found.place, found.country, found.status) == ("Nuuk", "GL", "held")
    assert "fifth meeting of the arctic fisheries council" in found.name.casefold()


@pytest.mark.parametrize("voice", ["wire", "ministry", "minutes", "inverted"])
def test_the_chair(voice: str) -> None:
    (found,) = read(VOICES[voice]).meetings
    assert found.chair == "Ida Holm"


@pytest.mark.parametrize("voice", VOICES)
def test_who_took_part(voice: str) -> None:
    seats = {(p.person, p.party) for p in read(VOICES[voice]).participants}
    assert seats == {("Ida Holm", "DK"), ("Bjarni Jonsson", "IS")}


@pytest.mark.parametrize("voice", VOICES)
def test_the_offices(voice: str) -> None:
    offices = {p.name: [o.of for o in p.offices] for p in read(VOICES[voice]).persons}
    assert offices == {"Ida Holm": ["DK"], "Bjarni Jonsson": ["IS"]}


@pytest.mark.parametrize("voice", VOICES)
def test_what_was_signed(voice: str) -> None:
    found = {
        i.name: [(a.action, a.meeting) for a in i.actions] for i in read(VOICES[voice]).instruments
    }
    assert found == {"protocol on patrols": [("signed", "m1")]}


@pytest.mark.parametrize("voice", VOICES)
def test_what_was_discussed(voice: str) -> None:
    found = [(t.name.lower(), t.meeting) for t in read(VOICES[voice]).topics]
    assert found == [("herring quotas", "m1")]


@pytest.mark.parametrize("voice", PLANNED)
def test_the_meeting_to_come(voice: str) -> None:
    (found,) = read(PLANNED[voice]).meetings
    assert (found.ordinal, found.start, found.place) == (5, "2014-05-20", "Nuuk")
    assert found.status == "planned"


@pytest.mark.parametrize("voice", PLANNED)
def test_who_is_to_take_part(voice: str) -> None:
    seats = {(p.person, p.party) for p in read(PLANNED[voice]).participants}
    assert seats == {("Ida Holm", "DK")}


@pytest.mark.parametrize("voice", ["wire", "notice"])
def test_what_is_to_be_signed(voice: str) -> None:
    found = {
        i.name: [(a.action, a.meeting) for a in i.actions] for i in read(PLANNED[voice]).instruments
    }
    assert found == {"protocol on patrols": [("to-be-signed", "m1")]}


@pytest.mark.parametrize("voice", PLANNED)
def test_what_is_to_be_discussed(voice: str) -> None:
    found = [(t.name.lower(), t.meeting) for t in read(PLANNED[voice]).topics]
    assert found == [("herring quotas", "m1")]


@pytest.mark.parametrize("text", [*VOICES.values(), *PLANNED.values()], ids=lambda t: t[:20])
def test_every_quote_replays(text: str) -> None:
    facts = read(text)
    kinds = (facts.meetings, facts.persons, facts.participants, facts.instruments, facts.topics)
    passages = [passage for kind in kinds for row in kind for passage in row.evidence]
    assert passages
    assert all(text[p.start : p.end] == p.quote for p in passages)
