"""How far a meeting has got, by the verb and by the day of the report, and numbers of sessions."""

from __future__ import annotations

import pytest

from tests.reports import alone, meeting

TODAY = "2019-06-12"


@pytest.mark.parametrize(
    ("words", "status"),
    [
        # the day is past, the verb is past
        ("The 2nd ECCAS summit was held in Luanda on 10 June 2019.", "held"),
        ("The 2nd ECCAS summit, held in Luanda on 10 June 2019, was short.", "held"),
        ("The 2nd ECCAS summit took place on 10 June 2019 in Luanda.", "held"),
        ("Luanda hosted the 2nd ECCAS summit on 10-11 June 2019.", "held"),
        ("Ministers returned from the 2nd ECCAS summit of 10 June 2019 in Luanda.", "held"),
        ("The 2nd ECCAS summit closed in Luanda on 11 June 2019.", "held"),
        ("The work of the 2nd ECCAS summit in Luanda was completed.", "held"),
        ("The results of the 2nd ECCAS summit in Luanda were praised.", "held"),
        ("At the 2nd ECCAS summit in Luanda, leaders adopted a charter.", "held"),
        ("Leaders spoke at the 2nd ECCAS summit in Luanda.", "held"),
        # it goes on
        ("The 2nd ECCAS summit is being held in Luanda from 11 to 14 June 2019.", "ongoing"),
        ("The 2nd ECCAS summit is in progress in Luanda.", "ongoing"),
        ("The 2nd ECCAS summit is currently taking place in Luanda.", "ongoing"),
        # it is to come
        ("The 2nd ECCAS summit will take place in Luanda on 1 July 2019.", "planned"),
        ("The 2nd ECCAS summit will open in Luanda on 1 July 2019.", "planned"),
        ("The 2nd ECCAS summit is to open in Luanda on 1 July 2019.", "planned"),
        ("The 2nd ECCAS summit opens in Luanda on 1 July 2019.", "planned"),
        ("The 2nd ECCAS summit has been scheduled for 1 July 2019 in Luanda.", "planned"),
        ("The 2nd ECCAS summit was postponed to 1 July 2019.", "planned"),
        ("It was decided to hold the 2nd ECCAS summit in Luanda on 1 July 2019.", "planned"),
        ("It was agreed that the 2nd ECCAS summit would be held in Luanda.", "planned"),
        ("Leaders are preparing for the 2nd ECCAS summit in Luanda.", "planned"),
        ("The draft agenda of the 2nd ECCAS summit, to be held in Luanda, is ready.", "planned"),
        ("On the eve of the 2nd ECCAS summit in Luanda on 1 July 2019, prices rose.", "planned"),
        ("The forthcoming 2nd ECCAS summit in Luanda will discuss roads.", "planned"),
        ("Leaders will attend the 2nd ECCAS summit in Luanda on 1 July 2019.", "planned"),
        ("The host invited leaders to the 2nd ECCAS summit in Luanda on 1 July 2019.", "planned"),
        ("Luanda is getting ready to host the 2nd ECCAS summit.", "planned"),
        ("The 2nd ECCAS summit in Luanda is expected to adopt a charter.", "planned"),
    ],
)
def test_status(words: str, status: str) -> None:
    assert meeting(words, TODAY).status == status


@pytest.mark.parametrize(
    ("published", "words", "status"),
    [
        ("2019-06-12", "The 2nd ECCAS summit, Luanda, 10 June 2019.", "held"),
        ("2019-06-12", "The 2nd ECCAS summit will be held in Luanda today.", "planned"),
        ("2019-06-12", "The 2nd ECCAS summit will be held in Luanda on 12 June 2019.", "planned"),
        ("2019-06-12", "The 2nd ECCAS summit was held in Luanda today.", "held"),
        (None, "The 2nd ECCAS summit was held in Luanda on 10 June 2019.", "held"),
        (None, "The 2nd ECCAS summit will be held in Luanda on 10 June 2019.", "planned"),
        (None, "The 2nd ECCAS summit is under way in Luanda.", "ongoing"),
    ],
)
def test_status_by_the_day_of_the_report(published: str | None, words: str, status: str) -> None:
    assert meeting(words, published).status == status


@pytest.mark.parametrize(
    ("number", "ordinal"),
    [
        ("first", 1),
        ("First", 1),
        ("inaugural", None),
        ("2nd", 2),
        ("third", 3),
        ("IV", 4),
        ("V", 5),
        ("6th", 6),
        ("Seventh", 7),
        ("IX", 9),
        ("tenth", 10),
        ("11th", 11),
        ("XII", 12),
        ("13th", 13),
        ("fourteenth", 14),
        ("XV", 15),
        ("XIX", 19),
        ("twentieth", 20),
        ("21st", 21),
        ("twenty-second", 22),
        ("Twenty Third", 23),
        ("XXIV", 24),
        ("25th", 25),
        ("thirtieth", 30),
        ("33rd", 33),
        ("forty-first", 41),
        ("XLII", 42),
        ("50th", 50),
        ("sixty-fifth (65th)", 65),
        ("72nd", 72),
        ("101st", 101),
        ("hundredth", 100),
        ("extraordinary", None),
        ("annual", None),
        ("2019", None),
    ],
)
def test_the_number_of_a_session(number: str, ordinal: int | None) -> None:
    words = f"The {number} session of the Council of Ministers of ECCAS was held in Luanda."
    found = meeting(words, TODAY)
    assert found.ordinal == ordinal
    assert (found.organisation, found.body) == ("ECCAS", "Council of Ministers")


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("The 2nd session of the Council of ECCAS follows the 1st session of 2018.", [2, 1]),
        ("The 2nd ECCAS summit ended. The 3rd ECCAS summit will be held in Malabo.", [2, 3]),
        ("The 2nd ECCAS summit ended. The Second ECCAS Summit adopted a charter.", [2]),
        ("The II ECCAS summit ended. The 2nd ECCAS summit adopted a charter.", [2]),
    ],
)
def test_numbers_tell_sessions_apart(words: str, numbers: list[int]) -> None:
    found = alone(f"News from Luanda\n\n{words}", TODAY).meetings
    assert [m.ordinal for m in found] == numbers
