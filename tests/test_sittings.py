"""Ways of saying that a body sits: at one table, in conference, with its doors open."""

from __future__ import annotations

import pytest

from tests.reports import alone, meeting


@pytest.mark.parametrize(
    "words",
    [
        "The trade ministers of ECOWAS ended two days of discussions in Lomé on 3 June.",
        "The trade ministers of ECOWAS were in conference in Lomé on 3 June.",
        "The trade ministers of ECOWAS sat round one table in Lomé on 3 June.",
        "The trade ministers of ECOWAS were together in Lomé on 3 June.",
        "The 3rd of June brought to Lomé the trade ministers of ECOWAS, says the host.",
        "Lomé was where the trade ministers of ECOWAS conferred on 3 June.",
        "In Lomé on 3 June the trade ministers of ECOWAS convened in special session.",
        "The trade ministers of ECOWAS opened their doors in Lomé on 3 June.",
    ],
)
def test_a_body_that_sits_is_at_a_meeting(words: str) -> None:
    found = meeting(words)
    assert (found.organisation, found.body, found.place) == ("ECOWAS", "trade ministers", "Lomé")


@pytest.mark.parametrize(
    "words",
    [
        "The trade ministers of ECOWAS ended two days of silence in Lomé.",
        "The trade ministers of ECOWAS sat idle in front of a table.",
        "The committee, which Uganda heads, gathered ambassadors on 3 June.",
        "Farmers were together in Lomé on 3 June.",
        "The trade ministers of ECOWAS took to Lomé a plan.",
    ],
)
def test_what_else_a_body_does_is_no_meeting(words: str) -> None:
    assert alone(words).meetings == ()


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("12th ECOWAS Forum, Lomé, 3 June 2019.\n\nThe forum was fine.", "Lomé"),
        ("The 12th ECOWAS Forum (Lomé, 3 June 2019) was fine.", "Lomé"),
        ("The 12th ECOWAS Forum, Lomé hopes, was fine.", None),
    ],
)
def test_a_place_behind_the_name_as_in_a_heading(words: str, place: str | None) -> None:
    assert alone(words).meetings[0].place == place


@pytest.mark.parametrize(
    ("words", "status", "start"),
    [
        (
            "A meeting of the Committee of Experts - the third so far - has been convened for 12"
            " July in Lomé.",
            "planned",
            "2019-07-12",
        ),
        ("A meeting of the Committee of Experts was convened on 3 June.", "held", "2019-06-03"),
    ],
)
def test_what_is_convened_for_a_day_is_planned(words: str, status: str, start: str) -> None:
    found = meeting(words)
    assert (found.status, found.start) == (status, start)


@pytest.mark.parametrize(
    "words",
    [
        "The ECOWAS Council held in Lomé on 3 June its annual session.",
        "The ECOWAS Council completed in Lomé on 3 June its twelfth session.",
        "The ECOWAS Council sat down on 3 June to a two-day session.",
    ],
)
def test_the_session_that_a_body_holds_is_its_meeting(words: str) -> None:
    assert meeting(words).body == "Council"


@pytest.mark.parametrize(
    ("words", "ordinal"),
    [
        ("It was its 49th.", 49),
        ("It was their fifth session.", 5),
        ("It is the fifth time.", 5),
        ("It was the fifth hour.", None),
        ("It was their first hope.", None),
        ("Ministers smiled. It was their fifth session.", None),
    ],
)
def test_the_next_sentence_can_number_a_meeting(words: str, ordinal: int | None) -> None:
    found = alone(f"The ECOWAS Water Council met in Lomé on 3 June. {words}").meetings
    assert found[0].ordinal == ordinal


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("Lomé was glad. There the 12th ECOWAS summit was opened by the host.", "Lomé"),
        ("Lomé was glad that ECOWAS ministers ended two days of talks there.", "Lomé"),
        ("Lomé and Accra were glad, as was Mali. There the 12th ECOWAS summit was opened.", None),
        ("Lomé and Accra were glad. There is joy after the 12th ECOWAS summit.", None),
    ],
)
def test_there_is_the_place_named_last(words: str, place: str | None) -> None:
    assert meeting(words).place == place


def test_a_relative_clause_says_who_will_host() -> None:
    found = meeting("Next in line is the ECOWAS summit, which Togo hosts in November.")
    assert (found.country, found.start, found.status) == ("TG", "2019-11", "planned")


def test_by_whom_a_meeting_was_prepared_is_no_plan_for_it() -> None:
    found = meeting("The 12th ECOWAS summit, prepared by experts on 1 June, ended on 3 June.")
    assert (found.start, found.status) == ("2019-06-03", "held")


@pytest.mark.parametrize(
    "words",
    [
        "The 9th ECOWAS summit agreed to cut tariffs.",
        "The 9th ECOWAS summit has unanimously decided to set up a fund.",
        "The 9th ECOWAS summit called for a ceasefire.",
        "The 9th ECOWAS summit urged restraint.",
        "The 9th ECOWAS summit invited Mali to return.",
    ],
)
def test_who_has_decided_or_called_for_something_has_met(words: str) -> None:
    assert meeting(f"On water\n\n{words}").status == "held"


@pytest.mark.parametrize(
    "words",
    [
        "Ministers agreed to hold the 9th ECOWAS summit in July.",
        "The 9th ECOWAS summit is expected to call for a ceasefire.",
    ],
)
def test_what_others_agreed_on_is_still_to_come(words: str) -> None:
    assert meeting(f"On water\n\n{words}").status == "planned"


@pytest.mark.parametrize(
    ("heading", "status"),
    [
        ("9th ECOWAS summit to be held in Lomé", "planned"),
        ("9th ECOWAS summit to open in Lomé", "planned"),
        ("Lomé to host 9th ECOWAS summit", "planned"),
        ("ECOWAS leaders to meet in Lomé", "planned"),
        ("9th ECOWAS summit held in Lomé", "held"),
        ("9th ECOWAS summit agrees to cut tariffs", "held"),
    ],
)
def test_a_heading_alone_says_whether_it_was(heading: str, status: str) -> None:
    assert meeting(f"{heading}\n\nFarmers are glad of it.").status == status


@pytest.mark.parametrize(
    ("words", "body"),
    [
        (
            "It fell to Togo to have the ECOWAS trade ministers as guests in Lomé.",
            "trade ministers",
        ),
        (
            "Few expected much of the Council of Elders of ECOWAS, which met in Lomé on 3 June.",
            "Council of Elders",
        ),
        (
            "The ministers responsible for trade and energy of ECOWAS met in Lomé on 3 June.",
            "ministers responsible for trade and energy",
        ),
        (
            "The 5th Meeting of Ministers Responsible for Public Security of ECOWAS was in Lomé.",
            "Ministers Responsible for Public Security",
        ),
    ],
)
def test_who_meets_is_read_whole(words: str, body: str) -> None:
    found = meeting(words)
    assert (found.organisation, found.body, found.place) == ("ECOWAS", body, "Lomé")


@pytest.mark.parametrize(
    "words",
    [
        "Togo had the ECOWAS trade ministers as friends.",
        "Few liked the plan of the ECOWAS Council, which met resistance in Lomé.",
        "The ministers responsible for trade are glad in Lomé.",
    ],
)
def test_neither_friends_nor_resistance_make_a_meeting(words: str) -> None:
    assert alone(words).meetings == ()


@pytest.mark.parametrize(
    ("words", "ordinal", "status"),
    [
        ("The annual meeting of the ECOWAS Council, held in Lomé, was its fiftieth.", 50, "held"),
        ("The annual meeting of the ECOWAS Council, held in Lomé, was its joy.", None, "held"),
        ("The ninth round of talks between Togo and Mali broke up without result.", 9, "held"),
        ("The ninth round of talks between Togo and Mali awaits Lomé in August.", 9, "planned"),
        ("Lomé has been named to host the ninth ECOWAS summit.", 9, "planned"),
    ],
)
def test_number_and_status_by_what_is_said_behind(
    words: str, ordinal: int | None, status: str
) -> None:
    found = meeting(f"On water\n\n{words}")
    assert (found.ordinal, found.status) == (ordinal, status)
