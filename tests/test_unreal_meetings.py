"""Meetings that were not: denied, only wished for, conditional, habitual, or fallen through."""

from __future__ import annotations

import pytest

from tests.reports import alone, facts

BODY = "the trade ministers of ECOWAS"
GHANA = "Ghanaian President Kofi Boadu"
FIJI = "Fijian Prime Minister Seru Vula"


def read(words: str) -> list[str]:
    """Return the status of each meeting of a report of these words."""
    text = words.format(body=BODY, Body=BODY.capitalize(), ghana=GHANA, fiji=FIJI)
    text = text.replace("Ecowas", "ECOWAS").replace("ecowas", "ECOWAS")
    return [m.status for m in alone(text).meetings]


@pytest.mark.parametrize(
    "words",
    [
        # conditional
        "If {body} meet in Lomé in July, they would adopt a plan.",
        "Unless {body} meet in Lomé in July, no plan will be adopted.",
        "He asked whether {body} would meet in Lomé.",
        "If {ghana} meets {fiji} in Suva in July, they will talk.",
        # counterfactual
        "{Body} were to have met in Lomé on Tuesday.",
        "{Body} would have met in Lomé on Tuesday.",
        "{ghana} was to have met {fiji} in Suva on Tuesday.",
        "{ghana} would have met {fiji} in Suva on Tuesday.",
        # not done
        "{Body} failed to meet in Lomé on Tuesday.",
        "{Body} did not meet in Lomé on Tuesday.",
        "{Body} never met in Lomé in 2018.",
        "{ghana} refused to receive {fiji} in Suva on Tuesday.",
        "{ghana} has never met {fiji} in person.",
        # habitual
        "{Body} meet twice a year.",
        "{Body} usually meet in Lomé.",
        "{Body} have met every year since 1999.",
        "{ghana} meets {fiji} every year in Suva.",
        # wished
        "{Body} should meet more often, he said.",
        "He wants {body} to meet in Lomé in July.",
        "{ghana} hopes to meet {fiji} in Suva some day.",
        "Talks between {ghana} and {fiji} would be useful.",
        "A meeting between {ghana} and {fiji} is out of the question.",
        "It is not known when {body} will meet.",
        # denied, fallen through
        "The minister denied that {ghana} had met {fiji}.",
        "Rumours that {ghana} met {fiji} in Suva are false.",
        "There will be no meeting between {ghana} and {fiji}.",
        "There was no meeting between {ghana} and {fiji} on Tuesday.",
        "Talks between {ghana} and {fiji} in Suva fell through.",
        "A meeting between {ghana} and {fiji} had been planned for Tuesday but fell through.",
        "The third ECOWAS summit, planned for Tuesday in Lomé, was not held.",
    ],
)
def test_what_was_not_is_no_meeting(words: str) -> None:
    assert read(words) == []


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("{Body} met in Lomé on Tuesday to ask whether tolls should fall.", "held"),
        ("{Body} met in Lomé on Tuesday, if only for an hour.", "held"),
        ("{Body} met in Lomé on Tuesday for the second time in a year.", "held"),
        ("{Body} will meet in Lomé on Friday.", "planned"),
        ("{ghana}, who has never been to Suva, met {fiji} in Accra on Tuesday.", "held"),
        ("{ghana} denied the report and met {fiji} in Suva on Tuesday.", "held"),
        ("A meeting between {ghana} and {fiji} was held in Suva on Tuesday.", "held"),
        ("A meeting between {ghana} and {fiji} is planned for Friday.", "planned"),
    ],
)
def test_what_was_or_will_be_is_one(words: str, status: str) -> None:
    assert read(words) == [status]


def test_a_headline_of_a_failure_is_no_meeting() -> None:
    found = facts(
        "Foreign Ministers of Peru and Ecuador fail to meet\n\nLIMA, 12 June 2019 - Peru's Foreign"
        " Minister Ana Ruiz did not meet her Ecuadorian counterpart Luis Paz on Monday, as had been"
        " planned.\n",
        "",
    )
    assert found.meetings == ()
    assert found.participants == ()


def test_a_person_chairs_rather_than_the_country_named_first() -> None:
    found = alone(
        "The third ECOWAS summit was held in Lomé on 3 June under the chairmanship of Togo. It was"
        " chaired by Togolese President Faure Ayité."
    ).meetings
    assert [m.chair for m in found] == ["Faure Ayité"]


@pytest.mark.parametrize(
    ("words", "chair"),
    [
        ("The chair of the meeting was {n}.", "Faure Ayité"),
        ("Chairing the summit, {n} spoke of dams.", "Faure Ayité"),
        ("The summit was co-chaired by Togo and Benin.", "TG and BJ"),
        ("Togo and Benin co-chaired the summit.", "TG and BJ"),
        ("Togo chaired the summit.", "TG"),
        ("{n}, who chaired the summit, spoke of dams.", "Faure Ayité"),
        ("Faure Ayité, President of Togo, who chaired the summit, spoke.", "Faure Ayité"),
        ("The last summit had been chaired by {n}.", None),
        ("The chair of the company was {n}.", None),
        ("Chairing a bank, {n} spoke of dams.", None),
    ],
)
def test_who_chairs_by_other_words(words: str, chair: str | None) -> None:
    told = words.format(n="Togolese President Faure Ayité")
    found = alone(f"The third ECOWAS summit was held in Lomé on 3 June. {told}").meetings
    assert found[0].chair == chair
