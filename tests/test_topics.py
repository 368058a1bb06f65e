"""Subjects beside words that say that a meeting takes them up, and those that name themselves."""

from __future__ import annotations

import pytest

from kg import pipeline
from kg.model import Article, Topic

OPENING = (
    "SUVA, 5 May 2020. The third session of the Pacific Council of Ministers was held on"
    " 4 May 2020 in Suva.\n\n"
)


def assemble(text: str, opening: str = OPENING) -> tuple[Topic, ...]:
    article = Article("a", f"{opening}{text}\n", published="2020-05-05")
    return pipeline.extract(article).topics


def names(text: str) -> list[str]:
    return [topic.name for topic in assemble(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # to the right of the cue
        ("The ministers discussed tuna quotas.", ["tuna quotas"]),
        ("They exchanged views on reef mining.", ["reef mining"]),
        ("The talks focused on cotton prices.", ["cotton prices"]),
        ("The two sides also talked about fishing rights.", ["fishing rights"]),
        ("The agenda included air links.", ["air links"]),
        ("The discussions covered air links and visa fees.", ["air links", "visa fees"]),
        ("The sides held talks on the use of the river.", ["use of the river"]),
        ("She had talks with her guest on sea lanes.", ["sea lanes"]),
        ("Special attention was paid to the cholera outbreak.", ["cholera outbreak"]),
        ("They stressed the importance of sea lanes.", ["sea lanes"]),
        ("He called for a ban on drift nets.", ["ban on drift nets"]),
        ("They agreed to step up air links.", ["air links"]),
        ("The topics included sea lanes and coral reefs.", ["sea lanes", "coral reefs"]),
        ("They compared notes on the cyclone season.", ["cyclone season"]),
        ("On the agenda were sea lanes and coral reefs.", ["sea lanes", "coral reefs"]),
        # to the left
        ("Sea lanes were discussed.", ["Sea lanes"]),
        ("Sea lanes and coral reefs will be discussed.", ["Sea lanes", "coral reefs"]),
        ("Sea lanes are on the agenda.", ["Sea lanes"]),
        ("Sea lanes were the main subject of the talks.", ["Sea lanes"]),
        ("Sea lanes figured in the talks.", ["Sea lanes"]),
        ("At the session, sea lanes were raised.", ["sea lanes"]),
        ("Sea lanes were discussed, and so were coral reefs.", ["Sea lanes", "coral reefs"]),
        # frames that name nothing
        ("They discussed issues of sea rescue.", ["sea rescue"]),
        ("They discussed topical issues of ensuring sea rescue.", ["sea rescue"]),
        ("They discussed ways to improve sea rescue.", ["sea rescue"]),
        ("They discussed a wide range of issues, including sea rescue.", ["sea rescue"]),
        ("They discussed how to expand air links.", ["air links"]),
    ],
)
def test_a_cue_gives_the_subject_beside_it(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "They discussed regional and international issues.",
            ["regional issues", "international issues"],
        ),
        ("They discussed drug and arms trafficking.", ["drug trafficking", "arms trafficking"]),
        (
            "They discussed political, economic and cultural ties.",
            ["political ties", "economic ties", "cultural ties"],
        ),
        (
            "They discussed combating terrorism, separatism and extremism.",
            ["terrorism", "separatism", "extremism"],
        ),
        (
            "They discussed illicit trafficking in drugs and arms, piracy and floods.",
            ["illicit trafficking in drugs", "illicit trafficking in arms", "piracy", "floods"],
        ),
        (
            "They discussed cooperation in fishing and tourism.",
            ["cooperation in fishing", "cooperation in tourism"],
        ),
        # what stays together
        (
            "They discussed peace and security in the Solomon Sea.",
            ["peace and security in the Solomon Sea"],
        ),
        ("They discussed relations between Fiji and Tonga.", ["relations between Fiji and Tonga"]),
        ("They discussed the crisis in and around Nauru.", ["crisis in and around Nauru"]),
        # where a list ends
        ("They discussed sea lanes and signed a protocol on tuna.", ["sea lanes"]),
        ("They discussed sea lanes, and the guests left.", ["sea lanes"]),
        (
            "They will review sea lanes and sign two protocols in the fields of tuna and coral.",
            ["sea lanes"],
        ),
        ("They are to discuss sea lanes, adopt a plan and hold a dinner.", ["sea lanes"]),
        ("They discussed sea lanes on Monday.", ["sea lanes"]),
        ("They discussed sea lanes in Suva.", ["sea lanes"]),
        ("They discussed sea lanes during the lunch.", ["sea lanes"]),
        ("They discussed sea lanes that matter to all.", ["sea lanes"]),
        (
            "They discussed sea lanes, known for storms, coral reefs and tides.",
            ["sea lanes", "coral reefs", "tides"],
        ),
    ],
)
def test_a_coordination_is_cut_into_its_members(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "They discussed it.",
        "They discussed issues of mutual interest.",
        "They discussed a number of questions.",
        "They discussed these matters in detail.",
        "They discussed the treaty on tuna.",
        "He addressed the meeting.",
        "The minister reviewed the guard of honour's ranks.".replace("reviewed", "saw"),
        "The two had lunch.",
        "The council was founded for peace and security.",
    ],
)
def test_general_words_are_no_subject(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "He sees the conflict in Yemen with concern.",
            ["conflict in Yemen"],
        ),
        (
            "Trade, energy and tourism should gain, they hope.",
            ["Trade", "energy", "tourism"],
        ),
        # a single general word, a name, an office
        ("Energy is there.", []),
        ("The Ministry of Trade and Tourism was host.", []),
        ("Minister of Energy Ana Ruiz and Minister of Trade Eva Sol came.", []),
    ],
)
def test_a_word_that_names_a_subject_needs_a_complement_or_company(
    text: str, expected: list[str]
) -> None:
    assert names(text) == expected


def test_the_lines_of_a_list_of_subjects_are_topics() -> None:
    text = "They went through these items:\n\n- reef rescue;\n- regional and global trade;\n"
    assert names(text) == ["reef rescue", "regional trade", "global trade"]


def test_the_lines_of_another_list_are_not() -> None:
    assert names("Present were:\n\n- reef pilots;\n- two mayors;\n") == []


def test_a_numbered_heading_is_a_topic() -> None:
    text = "(1) Reef rescue\n\nThe ministers want more boats.\n\n(2) Overview\n\nAll went well.\n"
    assert names(text) == ["Reef rescue"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On reef rescue, the ministers want more boats.", ["reef rescue"]),
        ("As to the reef rescue, he wants more boats.", ["reef rescue"]),
        ("On Monday, the ministers went home.", []),
        ("On 5 May 2020, they left.", []),
        ("On the other hand, the boats are old.", []),
        ("On behalf of all, she spoke.", []),
    ],
)
def test_the_matter_that_opens_a_sentence_is_a_topic(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_before_the_first_meeting_only_what_is_to_come_is_a_topic() -> None:
    opening = (
        "SUVA, 5 May 2020. The third session of the Pacific Council of Ministers will be held on"
        " 4 June 2020 in Suva.\n\n"
    )
    text = "The ministers will discuss tuna quotas. By telephone two of them discussed sea lanes."
    assert [topic.name for topic in assemble(text, opening)] == ["tuna quotas"]


def test_a_topic_is_told_once() -> None:
    assert names("They discussed tuna quotas. Tuna quotas were discussed again.") == ["tuna quotas"]


def test_a_topic_belongs_to_the_meeting_spoken_of() -> None:
    (topic,) = assemble("They discussed tuna quotas.")
    assert (topic.meeting, topic.rule) == ("m1", "topic-object")
    assert [passage.quote for passage in topic.evidence] == ["They discussed tuna quotas."]


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        ("The commission also discussed smuggling.", [("smuggling", "m1")]),
        ("Smuggling was discussed, too.", [("Smuggling", "m1")]),
        ("It will discuss smuggling.", [("smuggling", "m2")]),
        (
            "They discussed the visa rules, which are to be eased.",
            [("visa rules", "m1")],
        ),
        ("Smuggling is to be discussed there.", [("Smuggling", "m2")]),
    ],
)
def test_what_was_discussed_is_of_no_meeting_to_come(
    after: str, expected: list[tuple[str, str]]
) -> None:
    text = (
        "The second meeting of the Peru-Chile Joint Commission took place in Lima on 3 May 2019."
        f" The next meeting of the Commission will be held in Santiago in 2020. {after}"
    )
    found = pipeline.extract(Article("test", text)).topics
    assert [(topic.name, topic.meeting) for topic in found] == expected


def test_without_a_meeting_there_are_no_topics() -> None:
    assert assemble("They discussed tuna quotas.", "A day in Suva, hot and long.\n\n") == ()


def test_headings_and_endless_sentences_do_no_harm() -> None:
    text = "They discussed " + ", ".join(f"reef {number}" for number in range(3000)) + "."
    assert all(len(p.quote) <= 600 for topic in assemble(text) for p in topic.evidence)
