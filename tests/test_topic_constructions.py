"""Subjects in the constructions of the register: turned, fronted, cleft, gapped, listed, denied."""

from __future__ import annotations

import pytest
from reports import subjects

DAMS, FISH, FARES = "dam safety", "fish stocks", "ferry fares"


def found(words: str) -> list[str]:
    return [name[0].lower() + name[1:] for name in subjects(words)]


@pytest.mark.parametrize(
    "words",
    [
        # inverted
        "On the table lay dam safety and fish stocks.",
        "High on their list stood dam safety and fish stocks.",
        "Up for debate were dam safety and fish stocks.",
        "Also looked at were dam safety and fish stocks.",
        "Also discussed: dam safety, fish stocks.",
        # cleft
        "It was dam safety and fish stocks that the ministers discussed.",
        "It was dam safety and fish stocks that occupied the ministers.",
        "What kept them longest was dam safety and fish stocks.",
        "What they spoke about was dam safety and fish stocks.",
        "Dam safety and fish stocks were what they talked about.",
        "Dam safety and fish stocks were the questions on which speakers dwelt longest.",
        # fronted
        "On dam safety and fish stocks they exchanged views.",
        "About dam safety and fish stocks the two spoke for an hour.",
        "Of dam safety and fish stocks there was much talk.",
        "On dam safety and fish stocks no agreement came about.",
        "Dam safety and fish stocks the ministers discussed at length.",
        "The ministers had dam safety and fish stocks on their agenda.",
        # by a verb of place or share
        "Dam safety and fish stocks stood high on the agenda.",
        "Dam safety and fish stocks had their place, too.",
        "Dam safety and fish stocks took up their time.",
        # by a talk that has a subject
        "The talks concerned dam safety and fish stocks.",
        "Their conversation embraced dam safety and fish stocks.",
        "The visit was about dam safety and fish stocks.",
        "Two hours went on dam safety and fish stocks.",
        "The ministers devoted an hour to dam safety and fish stocks.",
        "After a discussion of dam safety and fish stocks, the ministers had lunch.",
        "Views were exchanged on dam safety and fish stocks.",
        "The ministers focused their attention on dam safety and fish stocks.",
        "Issues to be discussed include dam safety and fish stocks.",
        "The agenda also had dam safety and fish stocks.",
        # with what stands between
        "The ministers discussed in depth dam safety and fish stocks.",
        "The ministers discussed, in particular, dam safety and fish stocks.",
        "The ministers dealt with dam safety and with fish stocks.",
        "They spoke of how dam safety could be improved and of fish stocks.",
        "The ministers discussed two issues: dam safety and fish stocks.",
        "The ministers discussed the following issues: dam safety; fish stocks.",
        "The ministers discussed a number of issues, among them dam safety and fish stocks.",
        "Their talks ranged from dam safety to fish stocks.",
        "The first session dealt with dam safety, the second with fish stocks.",
        "The minister received the guests; dam safety and fish stocks were reviewed.",
    ],
)
def test_two_subjects_in_any_order_of_words(words: str) -> None:
    assert found(words) == [DAMS, FISH]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("The ministers discussed dam safety in detail.", [DAMS]),
        ("The ministers discussed dam safety at some length.", [DAMS]),
        ("The ministers discussed dam safety behind closed doors.", [DAMS]),
        ("The ministers discussed dam safety over lunch.", [DAMS]),
        ("The ministers discussed dam safety with experts.", [DAMS]),
        ("The ministers discussed dam safety instead of whales.", [DAMS]),
        ("The ministers discussed dam safety rather than whales.", [DAMS]),
        ("The ministers discussed trade with neighbours.", ["trade with neighbours"]),
        ("The ministers discussed violence against herders.", ["violence against herders"]),
        ("The ministers discussed access to clean water.", ["access to clean water"]),
        ("The ministers discussed traffic in ivory.", ["traffic in ivory"]),
        ("Their topics: floods, forged stamps, border posts.", ["forged stamps", "border posts"]),
        (
            "Forged stamps, the exchange of information on pests and tolls were dealt with.",
            ["forged stamps", "exchange of information on pests", "tolls"],
        ),
    ],
)
def test_a_subject_is_taken_whole_and_no_further(words: str, names: list[str]) -> None:
    assert [name for name in found(words) if name != "floods"] == names


@pytest.mark.parametrize(
    "words",
    [
        "The ministers did not discuss dam safety.",
        "Dam safety was not discussed.",
        "Dam safety will not be discussed.",
        "Dam safety was not on the agenda.",
        "Dam safety was never taken up.",
        "The ministers refused to discuss dam safety.",
        # by others than those who met
        "The exhibition was devoted to local art.",
        "Farmers in Malawi raised the issue of locusts.",
        "The book deals with local art.",
        "A film about dam safety was shown.",
        # frames alone
        "The ministers discussed a wide range of topics.",
        "The ministers discussed a whole series of questions.",
        "On Monday they exchanged gifts.",
        "On the invitation of the host they spoke again.",
        "Of the ministers, two spoke.",
        "The summit will be a step in the improvement of the legal framework.",
        "It was a milestone towards the growth of trade and the reform of customs.",
    ],
)
def test_what_is_no_subject_of_the_talks(words: str) -> None:
    assert found(words) == []


def test_not_only_denies_nothing() -> None:
    assert found("The ministers discussed not only dam safety, they signed.") == [DAMS]
    assert found("They discussed not only dam safety but also fish stocks.") == [DAMS, FISH]
    assert found("They discussed dam safety, but also slept.") == [DAMS]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        # "so" repeats the verb of the sentence before
        ("Dam safety was discussed. So were fish stocks and ferry fares.", [DAMS, FISH, FARES]),
        ("The ministers discussed dam safety. So did the guests.", [DAMS]),
        ("Dam safety is costly. So were fish stocks.", []),
        ("Dam safety is costly. So were tide mills.", []),
        # a clause as subject
        ("How dam safety can be improved was discussed as well.", [DAMS]),
        (
            "How to protect fish stocks in the delta will be discussed.",
            ["fish stocks in the delta"],
        ),
        # what those who met said of it, in passing
        ("The future of the fund, the ministers agreed, is open.", ["future of the fund"]),
        ("The future of the fund, experts wrote, is open.", []),
        ("Dam safety was another of the minister's themes.", [DAMS]),
        ("Dam safety was another question of the day.", [DAMS]),
    ],
)
def test_a_subject_told_by_the_clause_around_it(words: str, names: list[str]) -> None:
    assert found(words) == names


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Among the things talked over: circuit tours, textiles, film exchange.", 3),
        ("The ministers worked in three axes: river borders; roads; border posts.", 3),
        ("Emphasis was laid upon science parks and blue whales.", 2),
        ("The two talked bilaterally about the railway to Lima.", 1),
        ("The ministers agreed on an extra intake of cadets.", 1),
        ("The following addressed the Meeting: Peru – Ms. Ana Ruiz, Deputy Minister of Trade.", 0),
        ("They agreed on Monday.", 0),
    ],
)
def test_how_many_subjects_are_named(words: str, names: int) -> None:
    assert len(found(words)) == names
