"""What a sentence says is done with a document: verb, voice, mood, and the meeting of the deed."""

from __future__ import annotations

import pytest

from kg import pipeline
from kg.facts.moods import stated
from kg.language.cues import cues
from kg.model import Article, Facts

SUMMIT = (
    "NAIROBI, 5 May 2020. The fourth session of the Nile Basin Council of Ministers took place on"
    " 4 May 2020 in Nairobi.\n\n"
)
TO_COME = (
    "NAIROBI, 5 May 2020. The fourth session of the Nile Basin Council of Ministers will take place"
    " on 8 June 2020 in Nairobi.\n\n"
)


def read(text: str, opening: str = SUMMIT) -> Facts:
    return pipeline.extract(Article("a", f"{opening}{text}\n", published="2020-05-05"))


def actions(text: str, opening: str = SUMMIT) -> dict[str, list[tuple[str, str | None]]]:
    """Return action and meeting of each document that a paragraph below the opening states."""
    return {
        instrument.name: [(action.action, action.meeting) for action in instrument.actions]
        for instrument in read(text, opening).instruments
    }


@pytest.mark.parametrize(
    ("text", "action"),
    [
        # active, passive, inverted
        ("The ministers signed a protocol on fisheries.", "signed"),
        ("The ministers inked a protocol on fisheries.", "signed"),
        ("The ministers also signed, on Monday, a protocol on fisheries.", "signed"),
        ("The two put their signatures to a protocol on fisheries.", "signed"),
        ("Both sides put their names to a protocol on fisheries.", "signed"),
        ("A protocol on fisheries was signed by the ministers.", "signed"),
        ("A protocol on fisheries has been signed.", "signed"),
        ("A protocol on fisheries, long awaited, was finally signed.", "signed"),
        ("Signed at the session was a protocol on fisheries.", "signed"),
        ("Also signed was a protocol on fisheries.", "signed"),
        ("The ministers adopted a protocol on fisheries.", "adopted"),
        ("The ministers agreed to adopt a protocol on fisheries.", "adopted"),
        ("The ministers approved a protocol on fisheries.", "approved"),
        ("The ministers endorsed a protocol on fisheries.", "approved"),
        ("A protocol on fisheries was initialled by the experts.", "approved"),
        ("The ministers considered a protocol on fisheries.", "discussed"),
        ("A protocol on fisheries was discussed at length.", "discussed"),
        ("The session took up a protocol on fisheries.", "discussed"),
        ("The ministers dealt with a protocol on fisheries.", "discussed"),
        ("Malawi has ratified a protocol on fisheries.", "ratified"),
        ("Malawi proposed a protocol on fisheries.", "proposed"),
        # relative clauses, participles, nouns
        ("It was a protocol on fisheries that the ministers signed.", "signed"),
        ("There is a protocol on fisheries, which the ministers adopted.", "adopted"),
        ("They witnessed the signing of a protocol on fisheries.", "signed"),
        ("The session ended with the adoption of a protocol on fisheries.", "adopted"),
        ("The signing of a protocol on fisheries crowned the session.", "signed"),
        ("The session ended with a protocol on fisheries.", "adopted"),
        ("Approval was given to a protocol on fisheries.", "approved"),
        ("A protocol on fisheries bears the signatures of the ministers.", "signed"),
        ("Signing ceremonies for a protocol on fisheries followed.", "signed"),
        ("The ministers put their names to a protocol on fisheries.", "signed"),
        ("The parties concluded negotiations on a protocol on fisheries.", "discussed"),
        # intended, wished for
        ("A protocol on fisheries was submitted to the summit for adoption.", "to-be-adopted"),
        ("A protocol on fisheries now awaits adoption.", "to-be-adopted"),
        ("They are to approve a plan on dams and sign a protocol on fisheries.", "to-be-signed"),
        ("The sides are ready to sign a protocol on fisheries.", "to-be-signed"),
        ("The ministers will sign a protocol on fisheries in June.", "to-be-signed"),
        ("A protocol on fisheries is to be signed in June.", "to-be-signed"),
        ("A protocol on fisheries is expected to be adopted in June.", "to-be-adopted"),
        ("The sides plan to adopt a protocol on fisheries in June.", "to-be-adopted"),
        ("They hope to sign a protocol on fisheries.", "to-be-signed"),
        ("Leaders were asked to endorse a protocol on fisheries.", "proposed"),
        ("The members were urged to adopt a protocol on fisheries.", "proposed"),
    ],
)
def test_verb_voice_and_mood_give_the_action(text: str, action: str) -> None:
    found = actions(text)["protocol on fisheries"]
    assert [name for name, _ in found if name != "referenced"] == [action]


@pytest.mark.parametrize(
    "text",
    [
        "No protocol on fisheries was signed.",
        "The ministers did not sign a protocol on fisheries.",
        "The sides failed to sign a protocol on fisheries.",
        "A protocol on fisheries was never adopted.",
        "The session ended without adopting a protocol on fisheries.",
        "If signed, a protocol on fisheries would help both.",
        "The ministers spoke on Monday.",
        "Malawi has not yet signed a protocol on fisheries.",
        "Malawi refuses to sign a protocol on fisheries.",
        "The signing of a protocol on fisheries was postponed.",
        "The signing of a protocol on fisheries has been cancelled.",
        "A protocol on fisheries is not to be signed before June.",
        "An attempt to adopt a protocol on fisheries came to nothing.",
        "The minister said he would sign a protocol on fisheries if all agreed.",
        "If the ministers meet, they will sign a protocol on fisheries.",
        "The minister denied that a protocol on fisheries had been signed.",
        "The ministers could not agree on a protocol on fisheries.",
        "A protocol on fisheries must be implemented in full.",
        "A press statement was issued by the ministry on Tuesday.",
        "The ministry said in a statement that all went well.",
        "The text of the joint statement is still in the making.",
        "The minutes passed slowly.",
        "Members signed up to the plan.",
        "The chief of protocol led them in.",
        "A report by the newspaper was read by many.",
    ],
)
def test_what_was_not_done_is_not_told(text: str) -> None:
    told = [action for found in actions(text).values() for action, _ in found]
    assert set(told) <= {"referenced"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "They signed an agreement on trade and a protocol on customs.",
            {"agreement on trade": "signed", "protocol on customs": "signed"},
        ),
        (
            "An agreement on trade and a protocol on customs were signed.",
            {"agreement on trade": "signed", "protocol on customs": "signed"},
        ),
        (
            "They signed an agreement on trade, and a declaration on peace was adopted.",
            {"agreement on trade": "signed", "declaration on peace": "adopted"},
        ),
        (
            "They discussed a protocol on customs and adopted a declaration on peace.",
            {"protocol on customs": "discussed", "declaration on peace": "adopted"},
        ),
    ],
)
def test_a_deed_reaches_as_far_as_its_coordination(text: str, expected: dict[str, str]) -> None:
    assert {name: found[0][0] for name, found in actions(text).items()} == expected


def test_two_verbs_can_speak_of_one_document() -> None:
    found = actions("The council heard and approved the report of the secretariat on dams.")
    assert found["report of the secretariat on dams"] == [("heard", "m1"), ("approved", "m1")]


def test_two_verbs_of_a_relative_clause_speak_of_the_document_before_it() -> None:
    found = actions("She gave an annual report on dams, which the council heard and approved.")
    assert found["annual report on dams"] == [("heard", "m1"), ("approved", "m1")]


def test_a_pronoun_means_the_document_before_it() -> None:
    found = actions("The protocol on dams is old: the members signed it in 2002.")
    assert found["protocol on dams"] == [("signed", None), ("referenced", "m1")]


def test_what_is_done_now_belongs_to_the_meeting() -> None:
    assert actions("A joint statement was adopted.") == {"joint statement": [("adopted", "m1")]}


def test_what_was_done_long_before_belongs_to_none() -> None:
    found = actions("The ministers recalled the Entebbe Treaty, which was signed in March 1999.")
    assert found == {"Entebbe Treaty": [("signed", None), ("referenced", "m1")]}


def test_what_is_welcomed_was_done_elsewhere() -> None:
    found = actions("That the Entebbe Treaty was signed was welcomed by the ministers.")
    assert found == {"Entebbe Treaty": [("signed", None), ("referenced", "m1")]}


def test_a_participle_inside_a_phrase_is_background() -> None:
    text = "The ministers noted the progress of the Action Plan on Dams adopted in the capital."
    found = actions(text)["Action Plan on Dams"]
    assert found == [("adopted", None), ("referenced", "m1")]


def test_a_verb_left_out_is_understood() -> None:
    text = "Kenya and Chad signed a pact on maize, and Uganda and Sudan a memorandum on seeds."
    assert list(actions(text).values()) == [[("signed", "m1")], [("signed", "m1")]]


def test_an_insertion_between_verb_and_object() -> None:
    text = "On 21 January 2019 she signed, together with her colleague, the Lake Protocol."
    assert actions(text) == {"Lake Protocol": [("signed", None), ("referenced", "m1")]}


def test_a_signing_that_is_welcomed_was_elsewhere() -> None:
    found = actions("The ministers welcomed the signing of the Entebbe Treaty in Cairo.")
    assert found == {"Entebbe Treaty": [("signed", None), ("referenced", "m1")]}


def test_a_state_ratifies_at_no_meeting() -> None:
    assert actions("Two states have ratified the Entebbe Treaty.") == {
        "Entebbe Treaty": [("ratified", None)]
    }


def test_a_meeting_named_in_passing_is_not_that_of_the_deed() -> None:
    text = (
        "The annual report on dams, the first since the third session of the Nile Basin Council of"
        " Ministers of May 2018 in Kigali, was approved."
    )
    assert actions(text)["annual report on dams"] == [("approved", "m1")]


def test_what_a_sum_of_documents_includes_shares_its_deed() -> None:
    text = "Several papers were signed, including a memorandum on seeds and a plan on dams."
    assert actions(text) == {
        "memorandum on seeds": [("signed", "m1")],
        "plan on dams": [("signed", "m1")],
    }


def test_a_communique_that_speaks_was_adopted() -> None:
    found = actions("In a joint communique the ministers call for rain.")
    assert found == {"joint communique": [("adopted", "m1")]}


def test_nothing_is_done_at_a_planned_meeting() -> None:
    found = actions("Last year the two signed a protocol on fisheries.", TO_COME)
    assert found == {"protocol on fisheries": [("signed", None)]}


def test_what_is_to_be_done_belongs_to_the_planned_meeting() -> None:
    found = actions("A protocol on fisheries is to be signed there.", TO_COME)
    assert found == {"protocol on fisheries": [("to-be-signed", "m1")]}


SERIES = (
    "NAIROBI, 5 May 2020. The fourth session of the Nile Basin Council of Ministers took place on"
    " 4 May 2020 in Nairobi. The fifth session of the council will be held in Kampala in May 2021."
    "\n\n"
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A protocol on fisheries is to be signed there.", "m2"),
        ("A protocol on fisheries will be signed at the fifth session of the council.", "m2"),
        ("A protocol on fisheries is to be signed next year.", None),
        ("A protocol on fisheries, due to be signed in June, is ready.", None),
    ],
)
def test_a_deed_to_come_belongs_to_the_meeting_that_its_sentence_means(
    text: str, expected: str | None
) -> None:
    (found,) = actions(text, SERIES).values()
    assert found == [("to-be-signed", expected)]


@pytest.mark.parametrize(
    ("opening", "status"),
    [
        # what goes on comes before what is only named first
        (
            "NAIROBI, 5 May 2020. Ahead of the tenth Nile Summit, due on 8 June 2020 in Cairo, the"
            " fourth session of the Nile Basin Council of Ministers was held on 4 May 2020.\n\n",
            "held",
        ),
        # a meeting of years ago is background
        (
            "NAIROBI, 5 May 2020. The tenth Nile Summit will be held on 8 June 2020 in Cairo. The"
            " ninth Nile Summit took place in Kampala on 2 June 2016.\n\n",
            "planned",
        ),
    ],
)
def test_a_reference_belongs_to_the_meeting_that_the_report_is_about(
    opening: str, status: str
) -> None:
    facts = read("The Entebbe Treaty is the basis.", opening)
    status_of = {meeting.key: meeting.status for meeting in facts.meetings}
    (action,) = facts.instruments[0].actions
    assert status_of[action.meeting or ""] == status


def test_they_are_those_spoken_of_last() -> None:
    text = (
        "Foreign Minister Ana Ruiz of Chile met Foreign Minister Tom Lee of Fiji in Nairobi on"
        " Monday. They signed a pact on wool."
    )
    facts = read(text)
    (action,) = facts.instruments[0].actions
    assert action.meeting == facts.meetings[-1].key


def test_according_to_a_joint_statement_it_was_adopted() -> None:
    found = actions("According to a joint statement, the ministers want rain.")
    assert found == {"joint statement": [("adopted", "m1")]}


def test_what_the_press_received_was_not_heard() -> None:
    found = actions("The joint statement, which the newspaper received, is short.")
    assert "heard" not in str(found)


def test_a_proposal_is_made_at_the_meeting_that_is_held() -> None:
    assert actions("Uganda proposed a treaty on silt.", SERIES) == {
        "treaty on silt": [("proposed", "m1")]
    }


def test_what_is_to_be_done_later_belongs_to_no_held_meeting() -> None:
    found = actions("A protocol on fisheries will be signed later this year.")
    assert found == {"protocol on fisheries": [("to-be-signed", None)]}


def test_one_document_may_be_discussed_here_and_adopted_there() -> None:
    text = (
        "The ministers discussed the draft Nile Convention, which is expected to be adopted"
        " during the fifth session of the Nile Basin Council of Ministers on 3 May 2021 in Kampala."
    )
    assert actions(text)["draft Nile Convention"] == [("discussed", "m1"), ("to-be-adopted", "m2")]


def test_the_lines_of_a_list_share_the_deed_above_it() -> None:
    text = (
        "The following documents were signed:\n\n"
        "- Agreement between Kenya and Chad on air services;\n- Memorandum on seeds.\n"
    )
    assert list(actions(text).values()) == [[("signed", "m1")], [("signed", "m1")]]


def test_a_list_after_a_colon_shares_the_deed_before_it() -> None:
    text = "These papers were signed: Agreement on Air Services; Memorandum on Seeds."
    assert list(actions(text).values()) == [[("signed", "m1")], [("signed", "m1")]]


def test_among_them_shares_the_deed_of_the_sentence_before() -> None:
    text = "Several documents were signed. A memorandum on seeds was among them."
    assert actions(text) == {"memorandum on seeds": [("signed", "m1")]}


def test_each_action_quotes_the_words_that_state_it() -> None:
    facts = read("A joint statement was adopted.")
    (action,) = facts.instruments[0].actions
    assert [passage.quote for passage in action.evidence] == ["A joint statement was adopted."]
    assert action.rule == "action-passive"


def test_a_quote_is_never_longer_than_the_format_allows() -> None:
    filler = "of the ministers of many lands and peoples and towns " * 30
    facts = read(f"After the long speech {filler} a joint statement was adopted.")
    quotes = [p.quote for i in facts.instruments for a in i.actions for p in a.evidence]
    assert quotes
    assert max(map(len, quotes)) <= 600


@pytest.mark.parametrize(
    ("action", "mood", "expected"),
    [
        ("signed", "done", "signed"),
        ("signed", "planned", "to-be-signed"),
        ("adopted", "asked", "proposed"),
        ("signed", "denied", None),
        ("heard", "planned", None),
    ],
)
def test_mood_turns_an_action_into_what_is_stated(
    action: str, mood: str, expected: str | None
) -> None:
    assert stated(action, mood) == expected  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They signed it.", [("signed", "past")]),
        ("to adopt it", [("adopted", "base")]),
        ("after endorsing it", [("approved", "ing")]),
        ("the adoption of it", [("adopted", "noun")]),
        ("he put his signature to it", [("signed", "past")]),
        ("they put their own signatures to it", [("signed", "past")]),
        ("taking up the matter", [("discussed", "ing")]),
        ("a significant issuer", []),
        ("assigned to him", []),
    ],
)
def test_words_of_action_come_with_their_forms(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(cue.action, cue.form) for cue in cues(text)] == expected
