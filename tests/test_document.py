"""Article -> Document: the view, the kinds of sentences, their leads and tokens."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.document import segment
from kg.model import Article, Document

SEED = Path(__file__).parents[1] / "articles" / "sco-tashkent-2016.txt"


def read(text: str) -> Document:
    return segment(Article("test", text))


def told(text: str) -> list[tuple[str, str]]:
    """Return kind and words, from the lead on, of each sentence."""
    document = read(text)
    return [(s.kind, document.words(s.lead, s.end)) for s in document.sentences]


PROSE = (
    "The foreign ministers of Ruritania and Freedonia met in Strelsau on Monday and signed"
    " a joint statement on trade, fisheries and the common border."
)


# --- sentences ----------------------------------------------------------------------


@pytest.mark.parametrize(
    "one",
    [
        "Mr. Elphberg met Dr. Firefly and Gen. Sapt in Strelsau.",
        "The session was attended by N. P. Patrushev and A. A. Kakharov of Tajikistan.",
        "President Donald J. Trump and the U.S. Secretary of State spoke.",
        "Resolution No. 5 and Art. 12 were read.",
        "The talks began at 9 a.m. Moscow time.",
        "He lives in St. Petersburg.",
        "It grew by 3.5 per cent to 1.2 million.",
        "Lt. Gen. Prof. Hon. Adm. Strakencz came too.",
        "Feb. 8, 2020 was the day.",
        "Washington D.C. Foreign Minister Kono met the others.",
        "A Japan-U.S. Summit Meeting was held.",
        "It grew... and grew.",
    ],
)
def test_abbreviations_do_not_end_a_sentence(one: str) -> None:
    assert told(f"{PROSE} {one}")[1:] == [("body", one)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("They met in the U.S.", "The talks went well."),
        ("The ministers met.", "Both signed a statement."),
        ('"We agreed on everything."', "Firefly then left."),
        ("Was it signed?", "It was."),
        ("Signed!", "At last."),
        ("The talks lasted till 5 p.m.", "They were open."),
        ("Eleven came (two did not).", "12 had been asked."),
        ("He left in 2016.", '"It was time," he said.'),
        ("The answer was no.", "The ministers left."),
        ("They spoke of quotas.[1]", "The ministers left."),
    ],
)
def test_sentences_end_at_full_stops(first: str, second: str) -> None:
    assert told(f"{PROSE} {first} {second}")[1:] == [("body", first), ("body", second)]


def test_a_paragraph_broken_in_mid_sentence_is_one_sentence() -> None:
    broken = (
        "The draft Convention and the Action Plan on it, which\n\nare to be adopted, were read."
    )
    text = f"{PROSE}\n\n{broken}"
    kind, sentence = told(text)[-1]
    assert kind == "body"
    assert sentence == (
        "The draft Convention and the Action Plan on it, which are to be adopted, were read."
    )


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (f"{PROSE}\n\nThe ministers of the two states\n\nand their deputies spoke.", 2),
        (f"{PROSE}\n\nThe talks ended.\n\nan odd small letter", 3),
        (f"{PROSE}\n\nAgenda:\n\ntrade and fisheries of both", 3),
        (f"{PROSE}\n\nThe Minister of\n\nForeign Affairs spoke at length.", 2),
    ],
)
def test_what_goes_on_over_a_blank_line(text: str, count: int) -> None:
    assert len(told(text)) == count


def test_hard_wrapped_lines_are_read_as_paragraphs() -> None:
    text = (
        "The foreign ministers of Ruritania, Freedonia and Syldavia met on Monday in\n"
        "Strelsau, where the Prime Minister of Ruritania, Rudolf Rassendyll, received\n"
        "Foreign Minister Firefly and the others. They signed a joint statement on the\n"
        "common market.\n"
        "\n"
        "The next meeting will be held in Klow in the second half of the coming year,\n"
        "according to the hosts."
    )
    assert [kind for kind, _ in told(text)] == ["body", "body", "body"]


# --- kinds --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("# Ministers meet in Strelsau\n\n", "Ministers meet in Strelsau"),
        ("Home > News > World\n\nMinisters of two states meet\n\n", "Ministers of two states meet"),
        ("Home / World News\n\nMinisters of two states meet\n\n", "Ministers of two states meet"),
        ("The Strelsau Post\n5 May 2016\n\nMinisters meet again\n\n", "The Strelsau Post"),
        (
            "Government of Ruritania\nMinistry of Foreign Affairs\n\nTalks on trade end\n\n",
            "Talks on trade end",
        ),
        (
            "Press release\n\nTalks of ministers end well\nBy Ann Lee\n\n",
            "Talks of ministers end well",
        ),
        ("Foreign Ministers' Meeting\n(Summary)\nMay 5, 2016\n\n", "Foreign Ministers' Meeting"),
        (
            "News | Sport\nSpokesperson's Press Briefing (May 5, 2016)\n\n",
            "Spokesperson's Press Briefing (May 5, 2016)",
        ),
        ("H.E. Mr Rudolf Rassendyll, Minister\n\nTrade talks end\n\n", "Trade talks end"),
        ("Trade Council, 5 May 2016\nMain results\n\n", "Trade Council, 5 May 2016"),
        (
            "Strelsau: Council of Ministers of the Sea calls for calm\n"
            + "Communiqué of the fifth session of the Council of Ministers on the calm at sea\n\n",
            "Strelsau: Council of Ministers of the Sea calls for calm",
        ),
        ("Talks on trade\n\nAsked by Ann Lee of Klow\n\n", "Talks on trade"),
        ("MINISTRY OF FOREIGN AFFAIRS\nOF THE KINGDOM OF SYLDAVIA\n\nPRESS RELEASE\n\n", None),
        ("", None),
        ("5 May 2016\n\n", None),
        ("Mr. Speaker, honourable members,\n\n", None),
        (
            "Ministerio de Relaciones Exteriores - News\n\nXLV Meeting in Klow\n\n",
            "XLV Meeting in Klow",
        ),
    ],
)
def test_title(head: str, title: str | None) -> None:
    found = [words for kind, words in told(head + PROSE) if kind == "title"]
    assert found == ([title] if title else [])


@pytest.mark.parametrize(
    "line",
    [
        "Tags: Ruritania, Freedonia",
        "Also read: President visits the museum",
        "READ NEXT: 5 Facts You Need to Know",
        "Share | Print | Email",
        "Share this:   Twitter   Facebook",
        "© 2016 The Strelsau Post",
        "Copyright 2016 Ruritanian News. All rights reserved. No part may be copied.",
        "Filed under: News",
        "*RuNA*",
        "(RNA)",
        "Link: <http://post.example/5-05-2016>",
        "https://post.example/5-05-2016",
        "Posted on May 6, 2016 | Author admin",
        "Photo by Anna Strakencz",
        "Minister Firefly in Strelsau. Photo: RuNA",
        "[...]",
        "{keywords}",
        "###",
        "* * *",
        "14:10 Gas supply restored in a suburb",
        "6 May 2016 14:30",
        "Comments are closed.",
        "Views: 3914",
        "Strelsau, 12 October 2024",
        "Bern, 15.02.2024 - Federal Department of Defence",
        "Most read | Latest in National",
        "Related news: Klow to host border talks",
        "Also on Post: the museum",
    ],
)
def test_noise_after_the_report(line: str) -> None:
    assert [kind for kind, _ in told(f"{PROSE}\n\n{line}")][1:] in (["noise"], [])


def test_headlines_below_a_section_of_other_stories_are_noise() -> None:
    text = f"{PROSE}\n\nRelated news\nKlow to host border talks\nPrices keep climbing\n\n{PROSE}"
    assert [kind for kind, _ in told(text)] == ["body", "noise", "noise", "noise", "body"]


@pytest.mark.parametrize(
    "line",
    [
        "The ministers shared a common view on the situation in the region.",
        "Source of the dispute was the river border between both states.",
        "Share prices were discussed by the finance ministers of both states.",
        "Also on Tuesday, Firefly met with the finance ministers of both states.",
        "More than forty delegates of both states had come to the capital.",
        "Foreign Minister Rufus Firefly",
        "What was signed?",
        "Ruritania | Rudolf Elphberg | Minister of Trade",
        "Next rounds: Strelsau, May 2016",
    ],
)
def test_what_only_looks_like_noise_is_body(line: str) -> None:
    assert told(f"{PROSE}\n\n{line}")[1:] == [("body", line)]


@pytest.mark.parametrize(
    ("line", "lead"),
    [
        ("STRELSAU, May 5 (RuNA) — ", True),
        ("STRELSAU, Ruritania -- ", True),
        ("STRELSAU, May 5. /RUNA/. ", True),
        ("Strelsau, 5 May (RNA).- ", True),
        ("Strelsau (RNA) – ", True),
        ("New Klow : ", True),
        ("Klow (Syldavia), May 5, 2016 : ", True),
        ("Klow, Syldavia, 5 May 2016. ", True),
        ("State House, Klow, Syldavia, Monday 5 May 2016 – ", True),
        ("KLOW, (RuNA / Klow News - 5th May, 2016 ) :", True),
        ("May 5, 2016 (RNA) — ", True),
        ("Mexico City.- ", True),
        ("**Tromsø, 21 November 2018.** ", True),
        ("Foz do Klow, 5 May 2016 - ", True),
        ("Ruritania: ", False),
        ("On 5 May 2016 – ", False),
        ("Statement. ", False),
    ],
)
def test_a_dateline_is_the_lead_of_the_first_paragraph(line: str, lead: bool) -> None:
    document = read(line + PROSE)
    first = document.sentences[0]
    assert (document.view[first.lead : first.end].startswith("The foreign")) is lead
    assert document.tokens[0][0].start == first.lead


# --- lists --------------------------------------------------------------------------


@pytest.mark.parametrize(
    "items",
    [
        ["- Rudolf Elphberg, Minister of Trade;", "- Rufus Firefly, President."],
        ["• Rudolf Elphberg", "• Rufus Firefly"],
        ["* Rudolf Elphberg", "* Rufus Firefly"],
        ["1) the pact on trade,", "2) the protocol on fisheries."],
        ["(a) Ruritania, led by Rudolf Elphberg;", "(b) Freedonia."],
        ["Ruritania: H.E. Rudolf Elphberg, President", "Freedonia: Rufus Firefly"],
        ["Ruritania – President Rudolf Elphberg", "Freedonia – President Rufus Firefly"],
        ["H.E. Rudolf Elphberg, President of Ruritania", "H.E. Rufus Firefly, Minister."],
        ["President of Ruritania Rudolf Elphberg", "President of Freedonia Rufus Firefly"],
    ],
)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_list_shares_the_block_of_the_line_that_introduces_it(items: list[str], gap: str) -> None:
    text = (
        f"{PROSE} Present were:\n\n{gap.join(items)}\n\nThe ministers then left the city by train."
    )
    found = read(text).sentences
    assert [s.kind for s in found] == ["body", "body", "item", "item", "body"]
    assert len({s.block for s in found[:4]}) == 1
    assert found[4].block != found[3].block


def test_numbered_paragraphs_go_on_below_a_lettered_list() -> None:
    text = (
        f"1. {PROSE} Present were:\n(a) Ruritania;\n(b) Freedonia.\n\n2. They then left the city."
    )
    kinds = [(s.kind, s.block) for s in read(text).sentences]
    assert kinds == [("body", 0), ("body", 0), ("item", 0), ("item", 0), ("body", 1)]


def test_a_paragraph_after_a_list_without_gaps_is_no_entry() -> None:
    members = "Mr. Elphberg, Minister of Trade\nMr. Sapt, Attaché"
    text = f"{PROSE} The delegation:\n{members}\n\nMr. Elphberg was received by the King."
    assert [kind for kind, _ in told(text)] == ["body", "body", "item", "item", "body"]


def test_numbered_paragraphs_are_prose_with_a_lead() -> None:
    text = f"1. {PROSE}\n\n2. They also spoke about the weather in both capitals."
    document = read(text)
    assert [s.kind for s in document.sentences] == ["body", "body"]
    assert [s.lead - s.start for s in document.sentences] == [3, 3]


def test_the_bullet_is_the_lead_and_no_token() -> None:
    document = read(f"{PROSE} Signed were:\n - the protocol;")
    item = document.sentences[-1]
    assert document.article.text[item.start : item.lead] == "- "
    assert [token.text for token in document.tokens[-1]] == ["the", "protocol", ";"]


def test_a_second_list_has_its_own_block() -> None:
    lists = "For Ruritania:\nRudolf Elphberg\nFlavia Elphberg\n\nFor Freedonia:\nRufus Firefly"
    blocks = [s.block for s in read(f"{PROSE}\n\n{lists}").sentences]
    assert blocks[1] == blocks[2] == blocks[3] != blocks[4]
    assert blocks[4] == blocks[5]


# --- the whole ----------------------------------------------------------------------


def test_the_seed_is_cut_as_a_reader_cuts_it() -> None:
    document = segment(Article("seed", SEED.read_bytes().decode()))
    kinds = [s.kind for s in document.sentences]
    assert kinds == ["title", *["body"] * 9, "noise", "noise"]
    broken = document.words(document.sentences[7].lead, document.sentences[7].end)
    assert "Action Plan on its implementation, which are envisaged to be adopted" in broken


PIECES = st.one_of(
    st.sampled_from(
        (
            "Mr. Lee",
            "met",
            ". ",
            ", ",
            "\n",
            "\n\n",
            "- ",
            "1. ",
            "(a) ",
            "# ",
            "**",
            "Present were:",
        )
    ),
    st.sampled_from(
        ("STRELSAU, May 5 — ", "U.S.", "A. B. Cee", "Tags: x", " > ", " | ", "“", "’s", ";", "\t")
    ),
    st.sampled_from(
        ("11th", "2016-2020", "[x](y)", "\u00a0", "\u200b", "Й", "\U0001f600", "Related news", "?")
    ),
)


@given(st.one_of(st.text(max_size=300), st.lists(PIECES, max_size=60).map(" ".join)))
@settings(max_examples=400, deadline=None)
def test_any_text_is_cut_in_order_and_in_bounds(text: str) -> None:
    document = read(text)
    end = 0
    assert len(document.view) == len(text)
    assert len(document.sentences) == len(document.tokens)
    for sentence, tokens in zip(document.sentences, document.tokens, strict=True):
        assert end <= sentence.start <= sentence.lead < sentence.end <= len(text)
        end = at = sentence.start
        for token in tokens:
            assert max(at, sentence.lead) <= token.start < token.end <= sentence.end
            assert document.view[token.start : token.end] == token.text
            at = token.end
        end = sentence.end
        assert not (sentence.kind == "noise" and tokens)


@given(st.lists(PIECES, max_size=60).map(" ".join))
@settings(max_examples=200, deadline=None)
def test_no_word_is_lost(text: str) -> None:
    document = read(text)
    inside = "".join(document.view[s.start : s.end] for s in document.sentences)
    assert "".join(inside.split()) == "".join(document.view.split())
