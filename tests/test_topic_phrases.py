"""Turns of phrase that say what talks were about, and their like that do not."""

from __future__ import annotations

import pytest

from kg.model import Article
from kg.pipeline import extract

OPENING = "TARTU, 6 May 2021 - The ministers of Latvia and Peru met in Tartu on 5 May 2021.\n\n"
BOTH = ["rail freight", "tolls"]


def names(text: str) -> list[str]:
    facts = extract(Article("a", f"{OPENING}{text}\n", "2021-05-06"))
    return [topic.name.lower() for topic in facts.topics]


@pytest.mark.parametrize(
    "text",
    [
        # the subjects act
        "Rail freight and tolls made up the rest of the conversation.",
        "Rail freight and tolls rounded off the talks.",
        "Rail freight and tolls brought the ministers together.",
        "Rail freight and tolls played a part in the talks.",
        "Rail freight and tolls await the ministers.",
        "Rail freight and tolls got a mention.",
        "Rail freight and tolls did not go unmentioned.",
        "Rail freight and tolls were not forgotten.",
        "Nor were rail freight and tolls forgotten.",
        "Rail freight and tolls are likely to dominate the talks.",
        "Rail freight and tolls are expected to come up.",
        # what they are or where they stand
        "Rail freight and tolls were put on the agenda.",
        "Rail freight and tolls were the talk of the day.",
        "Rail freight and tolls were among the things discussed.",
        "Rail freight and tolls were at the top of the ministers' minds.",
        "The Council will have rail freight and tolls before it.",
        "The reason for the meeting was rail freight and tolls.",
        "The matter in hand was rail freight and tolls.",
        "Many things were discussed, rail freight and tolls among them.",
        "Also treated were rail freight and tolls.",
        # what is given to them
        "What remained of the morning belonged to rail freight and tolls.",
        "An hour was set aside for rail freight and tolls.",
        "The afternoon was reserved for rail freight and tolls.",
        "It was then the turn of rail freight and tolls.",
        "The talks had as their subject rail freight and tolls.",
        "The ministers put their heads together over rail freight and tolls.",
        "They sat over rail freight and tolls until midnight.",
        "Both sides had much to say about rail freight and tolls.",
        "Both sides went through where they stand on rail freight and tolls.",
        "They told each other how they see rail freight and tolls.",
        "The ministers were occupied with rail freight and tolls.",
        "The minister steered the talk towards rail freight and tolls.",
        "The minister sounded out his guest on rail freight and tolls.",
        "The guest was told about rail freight and tolls.",
        "The Council has before it rail freight and tolls.",
        "Before the Council lie rail freight and tolls.",
        "The meeting was called because of rail freight and tolls.",
        "The talks ranged over rail freight and tolls.",
        "The meeting deals with rail freight and tolls.",
        "The Council takes stock of rail freight and tolls.",
        "They see eye to eye on rail freight and tolls.",
        "On rail freight and tolls the two see eye to eye.",
        "Where rail freight and tolls are concerned, the sides agree.",
        "In matters of rail freight and tolls the sides agree.",
        "They want to do more together in rail freight and tolls.",
        "They want to work closer together on rail freight and tolls.",
        "Cooperation is to grow in rail freight and tolls.",
        "Cooperation should be extended to rail freight and tolls.",
        "Both showed themselves interested in rail freight and tolls.",
        "Both are worried about rail freight and tolls.",
        "Both complained about rail freight and tolls.",
        "The minister warned of rail freight and tolls.",
        "The minister made the case for rail freight and tolls.",
        "The minister laid out his ideas on rail freight and tolls.",
        "A lecture was given on rail freight and tolls.",
        "The minister gave a short survey of rail freight and tolls.",
        "Experts were told to study rail freight and tolls.",
        "Rail freight and tolls remain on the agenda.",
        "Rail freight and tolls were put off to the next meeting.",
        "Rail freight and tolls remain open.",
        "Agreement is in sight on rail freight and tolls.",
        "The sides are divided over rail freight and tolls.",
        "Rail freight and tolls were the bone of contention.",
        "Rail freight and tolls caused much debate.",
        "Rail freight and tolls gave them plenty to talk about.",
        "What mattered most were rail freight and tolls.",
        "What was discussed? Rail freight and tolls.",
        "And the agenda? Rail freight and tolls.",
        "The meeting brought an exchange on rail freight and tolls.",
        "Decisions were taken on rail freight and tolls.",
        "Weight was attached to rail freight and tolls.",
        "Thought was given to rail freight and tolls.",
        "The ministers cast an eye over rail freight and tolls.",
        "The conversation drifted to rail freight and tolls.",
        "The conversation lasted two hours and was about rail freight and tolls.",
        "The subject of the talks, rail freight and tolls, was chosen by Peru.",
        "The envoy reported on rail freight and tolls.",
        "Rail freight and tolls, a theme that Peru had brought along, took up the morning.",
        "Rail freight and tolls, an old subject on which little was new, were left aside.",
        "Rail freight, with tolls, was the other subject.",
        # with something thrown in
        "There was talk, too, of rail freight and of tolls.",
        "Their conversation, which lasted two hours, was about rail freight and tolls.",
        "Much of the time, he said, went to rail freight and tolls.",
        "He said that rail freight and tolls were discussed.",
        "They discussed, to begin with, rail freight and tolls.",
    ],
)
def test_a_turn_gives_the_subjects(text: str) -> None:
    assert names(text) == BOTH


@pytest.mark.parametrize(
    "text",
    [
        "Rail freight was discussed, and with it tolls.",
        "Rail freight was discussed along with tolls.",
        "Rail freight was on the table, as were tolls.",
        "Rail freight was the first item, tolls the second.",
        "Rail freight was discussed. Next came tolls.",
        "The subjects ranged from rail freight to tolls.",
        "Rail freight was discussed. Then it was the turn of tolls.",
        "Rail freight was discussed. Tolls followed.",
        "Rail freight was discussed. Tolls came next.",
        "Rail freight was discussed. The same goes for tolls.",
        "Rail freight was discussed. Also: tolls.",
        "Rail freight, which Peru had asked for, was discussed, and so were tolls.",
        "The rail freight that Peru has asked for and tolls were discussed.",
        "Rail freight, which has doubled since May, and tolls were the matters treated.",
        "Rail freight, which Peru (it has none) had asked for, and tolls were the only themes.",
    ],
)
def test_a_second_subject_is_added(text: str) -> None:
    assert names(text) == BOTH


@pytest.mark.parametrize(
    "text",
    [
        "Peru made up the rest of the list.",
        "Latvia followed. Peru came next.",
        "Peru played a part in the talks.",
        "The presidents had lunch before them.",
        "Mediators and monitors filled the second row.",
        "At the turn of the century stamps were cheap.",
        "The two met over lunch.",
        "Wounded guests were treated in hospital.",
        "A concert rounded off the evening.",
        "The agreement was not signed: a stamp was lacking.",
        "The ministers discussed everything.",
        "Who was there? Ministers and envoys.",
        "The meeting was put off to the next month.",
        "The minister warned of everything.",
        "Over coffee the ministers told jokes.",
        "The minister of health of Malawi spoke to reporters about locusts in April.",
        'Under the motto "Tolls for all" the ministers met.',
        "The report of the council on tolls was adopted.",
        "On arrival the ministers asked for tea.",
        "Stamps were cheap. Next came the family photo.",
    ],
)
def test_what_is_like_a_turn_and_is_none(text: str) -> None:
    assert names(text) == []
