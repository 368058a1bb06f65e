"""Where sentences end and what each line of a page is: titles, prose, items and noise."""

from __future__ import annotations

from itertools import pairwise

import pytest

from kg.document import segment
from kg.model import Article

TITLE = "Fisheries ministers meet in Suva\n\n"


def sentences(text: str) -> list[str]:
    """Return the sentences below a title, noise left out."""
    document = segment(Article("a", f"{TITLE}{text}\n"))
    rows = [s for s in document.sentences if s.kind in ("body", "item")]
    return [document.words(row.start, row.end) for row in rows]


def kinds(text: str) -> list[str]:
    """Return the kinds of the sentences below a title."""
    return [s.kind for s in segment(Article("a", f"{TITLE}{text}\n")).sentences][1:]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        # one sentence, whatever stops stand in it
        ("Mr. Koroi met Dr. Vula in Suva on Monday to speak of fish.", 1),
        ("H.E. Mr. A. B. Koroi met the U.S. envoy in Suva on Monday.", 1),
        ("Gen. Koroi and Col. Vula met in Suva on Monday to speak of fish.", 1),
        ("The ministers met at 5.30 p.m. in Suva to speak of tuna quotas.", 1),
        ("Trade grew by 3.5 per cent to $1.2 billion, the ministry in Suva said.", 1),
        ("The ministers, i.e. those of Fiji and Tonga, met in Suva on Monday.", 1),
        ("The ministers spoke of tuna, cod, etc. and of whales in Suva.", 1),
        ("Resolution No. 5 was adopted by the ministers in Suva on Monday.", 1),
        ("The ministers met on Sept. 5 in Suva to speak of tuna quotas.", 1),
        ("St. Lucia and St. Kitts sent their ministers to Suva on Monday.", 1),
        ("“We agree,” said the minister of fisheries in Suva on Monday.", 1),
        ("The site fiji.gov.fj wrote that the ministers met in Suva.", 1),
        ("The ministers met Prime Minister Seru V. Koroi in Suva on Monday.", 1),
        ("The law was passed in Suva vs. the advice of the ministers.", 1),
        # two sentences
        ("The ministers met in Suva on Monday. They spoke of tuna quotas.", 2),
        ("The ministers met in Suva on Monday! They spoke of tuna quotas.", 2),
        ("Did the ministers meet in Suva? They did so on Monday.", 2),
        ("The ministers spoke of fish. “We agree,” said the host in Suva.", 2),
        ("“We agree.” The minister left Suva on Monday after the talks.", 2),
        ("The ministers met at 5 p.m. They spoke of tuna quotas in Suva.", 2),
        ("The ministers came from the U.S. They spoke of tuna quotas.", 2),
        ("The ministers met in Suva (Fiji). They spoke of tuna quotas.", 2),
        ("The ministers met in 2019. In 2020 they met again in Suva.", 2),
        ("The ministers met in Suva…  They spoke of tuna quotas on Monday.", 2),
    ],
)
def test_where_a_sentence_ends(text: str, count: int) -> None:
    assert len(sentences(text)) == count


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The ministers agreed on:\n- tuna quotas;\n- reef patrols.",
            ["tuna quotas;", "reef patrols."],
        ),
        (
            "The ministers agreed on:\n• tuna quotas\n• reef patrols",
            ["tuna quotas", "reef patrols"],
        ),
        (
            "The ministers agreed on:\n1. tuna quotas\n2. reef patrols",
            ["tuna quotas", "reef patrols"],
        ),
        (
            "The ministers agreed on:\n1) tuna quotas\n2) reef patrols",
            ["tuna quotas", "reef patrols"],
        ),
        (
            "The ministers agreed on:\n(a) tuna quotas\n(b) reef patrols",
            ["tuna quotas", "reef patrols"],
        ),
        (
            "The ministers agreed on:\ni. tuna quotas\nii. reef patrols",
            ["tuna quotas", "reef patrols"],
        ),
        (
            "The ministers agreed on:\n* tuna quotas\n* reef patrols",
            ["tuna quotas", "reef patrols"],
        ),
        (
            "The ministers agreed on:\n– tuna quotas;\n– reef patrols.",
            ["tuna quotas;", "reef patrols."],
        ),
    ],
)
def test_items_of_a_list_stand_alone_without_their_marks(text: str, expected: list[str]) -> None:
    document = segment(Article("a", f"{TITLE}{text}\n"))
    items = [s for s in document.sentences if s.kind == "item"]
    assert [document.words(item.lead, item.end) for item in items] == expected
    assert len({item.block for item in items}) == 1


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("The ministers of Fiji and Tonga met in Suva on Monday.", "body"),
        ("- The ministers of Fiji and Tonga met in Suva.", "item"),
        ("Read more", "noise"),
        ("Share on Facebook", "noise"),
        ("© 2019 Ministry of Fisheries", "noise"),
        ("Photo: Ministry of Fisheries", "noise"),
        ("https://fiji.example/news", "noise"),
        ("news@fiji.example", "noise"),
    ],
)
def test_what_a_line_is(line: str, kind: str) -> None:
    prose = "The ministers of the two countries spoke of tuna quotas for three hours in Suva."
    found = segment(Article("a", f"{TITLE}{prose}\n\n{line}\n\n{prose}\n"))
    (row,) = [s for s in found.sentences if line.endswith(found.words(s.lead, s.end))]
    assert row.kind == kind


@pytest.mark.parametrize(
    "text",
    [
        "The ministers met in Suva for a whole long day, and spoke of\nreefs and of tuna quotas.",
        "The ministers met in Suva for a whole long day, and spoke of\r\nreefs and of tuna quotas.",
        "The ministers  met in Suva on Monday to speak of tuna quotas.",
        "The ministers met in Suva on Monday to speak of tuna\u00a0quotas.",
        "The ministers met in _Suva_ on Monday to speak of tuna quotas.",
        "The ministers met in **Suva** on Monday to speak of tuna quotas.",
        "The ministers met in [Suva](https://suva.example) on Monday to speak of tuna quotas.",
    ],
    ids=ascii,
)
def test_print_and_markup_do_not_part_a_sentence(text: str) -> None:
    (sentence,) = sentences(text)
    assert sentence.startswith("The ministers met in")
    assert sentence.endswith("quotas.")


@pytest.mark.parametrize(
    "title", ["Ministers meet in Suva", "MINISTERS MEET IN SUVA", "Talks: fish"]
)
def test_the_first_line_is_the_title(title: str) -> None:
    found = segment(
        Article("a", f"{title}\n\nThe ministers met in Suva to speak of tuna quotas.\n")
    )
    assert [s.kind for s in found.sentences] == ["title", "body"]
    assert found.words(found.sentences[0].start, found.sentences[0].end) == title


@pytest.mark.parametrize("text", ["", "\n", " \n \n", "***\n"])
def test_a_text_without_words_has_no_prose(text: str) -> None:
    found = segment(Article("a", text))
    assert [s for s in found.sentences if s.kind in ("body", "item")] == []


def test_sentences_stand_in_order_and_do_not_overlap() -> None:
    text = (
        f"{TITLE}One met two. Three met four.\n\n- five\n- six\n\nRead more\n\nSeven met eight.\n"
    )
    found = segment(Article("a", text)).sentences
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert all(s.start <= s.lead <= s.end for s in found)
    assert [s.block for s in found] == sorted(s.block for s in found)


def test_tokens_lie_in_their_sentence_and_noise_has_none() -> None:
    text = f"{TITLE}The ministers met in Suva to speak of fish.\n\nShare on Facebook\n"
    document = segment(Article("a", text))
    for sentence, tokens in zip(document.sentences, document.tokens, strict=True):
        assert bool(tokens) is (sentence.kind != "noise")
        assert all(sentence.start <= token.start < token.end <= sentence.end for token in tokens)
        assert all(document.view[token.start : token.end] == token.text for token in tokens)
