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
