"""Who is at the meeting that a report tells of, by what the words around the name say."""

from __future__ import annotations

import pytest

from kg.model import Article
from kg.pipeline import extract
from tests.reports import COMING, HELD, facts, seats

WHO = "Zambia's Water Minister Chanda Mulenga"
SEAT = [("Chanda Mulenga", "ZM")]


@pytest.mark.parametrize(
    "words",
    [
        "{who} rendered an account of the year.",
        "{who} followed with a national statement.",
        "{who} laid the report before the ministers.",
        "{who} inaugurated the session.",
        "{who} moderated the debate.",
        "{who}, whose term ends this year, reported on the dams.",
        "{who} was among those present.",
        "{who} sat beside the chairperson.",
        "The Council was addressed by {who}.",
        "The Council was briefed by {who}.",
        "A statement was read out by {who}.",
        "The report was presented by {who}.",
        "The sitting was opened and later closed by {who}.",
        "Among the speakers was {who}.",
        "Speakers included {who}.",
        "Speaking for the hosts was {who}.",
        "Present too was {who}.",
        "The ministers heard a statement by {who}.",
        "The ministers noted the update by {who}.",
        "The ministers listened to the opening remarks of {who}.",
        "The secretary took the floor, as did {who}.",
        '"Water is life", said {who}.',
        "Lesotho's Water Minister Tumelo Pitso and {who} spoke of dams.",
        "They met in the presence of {who}.",
        "The discussion was led by {who}.",
        "Zambia was represented by Water Minister Chanda Mulenga.",
        "{who} argued that dams must be shared.",
        "{who} warned of drought.",
        "{who} voiced concern.",
        "{who} commended the hosts.",
        "The ministers heard the report of {who}.",
        "The ministers were greeted and briefed by {who}.",
        "{who} had flown in from Lusaka.",
        "{who} had made the journey from Lusaka.",
        "{who} had promised to come.",
        "{who} offered maps of the river.",
        "{who} oversaw the vote.",
        "Of the two ministers invited only {who} had come.",
        "With the chairperson on the dais was Ambassador Chanda Mulenga of Zambia.",
        "Among the speeches the press singled out that of {who}.",
        "Two statements marked the opening: that of the host and that of {who}.",
        "For {who} a common plan is what the river needs.",
        "In the words of {who}, the plan is a beginning.",
        "Those who signed: Tumelo Pitso, Lesotho's minister; {who}; three experts.",
        "Taking part in the private talk were two guests: Tumelo Pitso of Lesotho; {who}.",
        "The minutes were subscribed by Lesotho's minister Tumelo Pitso and {who}.",
        "The minutes bear the signatures of {who} and three experts.",
        "A team with {who} at its head had come from Lusaka.",
        "Zambia had sent a team, with {who} as its leader.",
        "In place of the deputy minister appeared {who}.",
        "The chairmanship was entrusted to {who}.",
        "The gavel passes to {who}.",
        "The host handed the gavel to {who}.",
        "The host took over the chair from {who}.",
        "The Zambian envoy was replaced by {who}.",
        "A proposal put forward by {who} was carried.",
        "The report which {who} gave was heard first.",
        "{who}'s report was heard first.",
        "What {who} wanted was a map.",
        "It fell to {who} to close the debate.",
        "The last word belonged to {who}.",
        "First at the lectern was {who}.",
        "A first-hand account of the drought came from {who}.",
        "From {who} came a first-hand account of the drought.",
        '"We are ready": thus {who}.',
        "Objections were raised by {who}.",
        "In the hall one recognised {who} and three experts.",
        "The minutes carry two signatures, that of the host and that of {who}.",
        "Zambia sent a team that had {who} for its leader.",
        "The host had with her {who} and three engineers.",
        "With the host had come {who}.",
        "{who} travelled to Gaborone for the meeting.",
        "The secretary and {who} gave briefings.",
        "Lesotho's minister Tumelo Pitso and {who} were with her.",
        "Lesotho's minister Tumelo Pitso and {who} made up the panel.",
        "The host, whose guest, {who}, sat beside him, opened the debate.",
        "The secretary spoke at the opening, to which {who} had also come.",
        "{who} looked back on a year of floods.",
        "With {who} and Tumelo Pitso of Lesotho present as observers, the ministers spoke of dams.",
        "It was {who} who closed the debate.",
        "It is {who} who, with the secretary, led the debate.",
        "It brought the experts together with the minister, {who}.",
        "{who} and Tumelo Pitso of Lesotho were the heads of the other delegations.",
        "Words of greeting were pronounced by {who}.",
    ],
)
def test_who_is_shown_at_the_meeting(words: str) -> None:
    assert ("Chanda Mulenga", "ZM") in seats(words.format(who=WHO))


@pytest.mark.parametrize(
    "words",
    [
        "{who} has been invited to the next meeting.",
        "{who} welcomed the outcome of the meeting from Lusaka.",
        "{who} had earlier telephoned the hosts.",
        "{who} may visit Gaborone next year.",
        "{who} was dismissed in May.",
        "{who} was not among the speakers.",
        "{who}, though invited, did not come.",
        "{who} was held back by a storm.",
        "{who} found herself in Geneva.",
        "{who} is to visit Gaborone next year.",
        "{who} could not travel.",
        "{who}'s deputy is expected next year.",
        "The participants sent their condolences to {who}.",
        "The participants praised the efforts of {who}.",
        "A book by {who} was on sale.",
        "Without {who}, no vote could be held.",
        "The invitation was sent to {who}.",
        "A telegram of thanks was sent to {who}.",
        "Thanks were expressed to {who}, under whose patronage the event stood.",
        "The secretary had been received by {who} in Lusaka.",
        "The secretary had a lunch with {who} in May.",
        "Afterwards the secretary made a courtesy call on {who}.",
        "The secretary travelled in the retinue of {who}.",
        "The secretary spoke instead of {who}.",
        "The secretary came representing {who}.",
        "The secretary spoke as the personal envoy of {who}.",
        "The house belongs to {who}.",
        "The secretary took part in a breakfast hosted by {who}.",
        "They stood in memory of the founder, {who}.",
        "The ministers welcomed the election of {who}.",
        "The dam bears the name of {who}.",
        "The keys of the dam were entrusted to {who}.",
        "It was {who} who had written the book.",
        "The patron of the Council is, since 2008, {who}; in her absence a deputy spoke.",
        "With {who} ill, the debate was brief.",
        "The host handed a book to {who}.",
        "The report which praised {who} was read by few.",
        "{who}'s report was printed in Lusaka.",
        "The map shown by {who} in a book was old.",
        "The letter fell to the floor before {who}.",
        "From {who} comes a new book.",
        "The shares belonged to {who}.",
        "A letter came from {who}.",
        "The cattle were raised by {who}.",
        "{who} was expected but did not turn up.",
        "{who} travelled to Lusaka for a holiday.",
        "The book to which {who} had referred was on sale.",
        "{who}, down on the programme as a speaker, was held back by a storm.",
        "A group of farmers whose leader was {who} wrote a letter.",
        "For {who}, who stayed at home, a copy of the plan was printed.",
        "For {who} a seat was kept empty.",
        "The journey of {who} to Gaborone fell through.",
        "{who} had asked them to come.",
        "The figures were given by Chanda Mulenga, aide to the President of Zambia.",
        "Those who wrote to the Council: Tumelo Pitso of Lesotho; {who}.",
        "A bridge at whose head {who} once lived was shown.",
    ],
)
def test_who_is_only_named(words: str) -> None:
    assert ("Chanda Mulenga", "ZM") not in seats(words.format(who=WHO))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("{who} will attend.", SEAT),
        ("{who} confirmed her participation.", SEAT),
        ("Among the participants will be {who}.", SEAT),
        ("{who} is expected.", SEAT),
        ("The session will be opened by {who}.", SEAT),
        ("{who} will not attend the meeting.", []),
        ("{who} has been invited to the meeting.", []),
        ("{who} will be absent.", []),
        ("{who} will send a message.", []),
    ],
)
def test_who_will_come(words: str, expected: list[tuple[str, str]]) -> None:
    assert seats(words.format(who=WHO), COMING) == expected


@pytest.mark.parametrize(
    "words",
    [
        "It prepared for the summit of the African Union in Accra on 3 July 2019. {who} spoke.",
        "The outcomes of the forum held in Accra in May 2017 were reviewed. {who} spoke.",
        "They recalled the decisions of the fifth meeting in Accra in 2017. {who} spoke.",
        "The session came ahead of the summit of the African Union in Accra. {who} said that dams"
        " matter.",
    ],
)
def test_meetings_that_lead_to_or_from_this_one_gain_nobody(words: str) -> None:
    found = facts(words.format(who=WHO), HELD).participants
    assert [seat.meeting for seat in found if seat.person == "Chanda Mulenga"] == ["m1"]


@pytest.mark.parametrize(
    "words",
    [
        "Attending the meeting were Water Minister Chanda Mulenga and Health Minister Ana Soto.",
        "Also attending the talks were Water Minister Chanda Mulenga and Minister Ana Soto.",
        "Present at the meeting were Water Minister Chanda Mulenga and Health Minister Ana Soto.",
        "Present during the talks were Water Minister Chanda Mulenga and Minister Ana Soto.",
        "The talks were attended by Water Minister Chanda Mulenga and Health Minister Ana Soto.",
        "Water Minister Chanda Mulenga and Health Minister Ana Soto attended the talks.",
    ],
)
def test_who_sat_beside_two_who_met(words: str) -> None:
    assert beside(words) == ["Chanda Mulenga", "Ana Soto"]


@pytest.mark.parametrize(
    "words",
    [
        "Attending to the garden were Water Minister Chanda Mulenga and Minister Ana Soto.",
        "Letters to Water Minister Chanda Mulenga and Health Minister Ana Soto were sent.",
        "Meanwhile, Water Minister Chanda Mulenga told reporters that all was calm.",
        "Health Minister Ana Soto, meanwhile, told a newspaper that all was calm.",
        "Separately, Health Minister Ana Soto opened a clinic.",
        "Present in the book are Water Minister Chanda Mulenga and Health Minister Ana Soto.",
    ],
)
def test_who_did_not_sit_beside_two_who_met(words: str) -> None:
    assert beside(words) == []


def beside(words: str) -> list[str | None]:
    """Return who sat beside two presidents that met, by the words of the next sentence."""
    met = "LIMA, 3 May 2020. Peruvian President Ann Lee held talks with Chilean President Juan"
    text = f"{met} Rojas in Lima on 2 May 2020. {words}"
    seated = extract(Article("test", text, published="2020-05-03")).participants
    return [one.person for one in seated if one.person not in ("Ann Lee", "Juan Rojas")]
