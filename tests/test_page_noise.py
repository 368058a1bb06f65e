"""What stands around a report on its page states nothing: menus, teasers, captions, disclaimers."""

from __future__ import annotations

import pytest

from kg.document import segment
from kg.model import Article, Facts
from kg.pipeline import extract

REPORT = (
    "Ministers discuss herring in Reykjavik\n"
    "\n"
    "REYKJAVIK, 4 April 2017 - The 9th meeting of the North Sea Council of Ministers was held in"
    " Reykjavik on 3 April 2017. The meeting was chaired by Norwegian Minister of Fisheries Kari"
    " Solberg. The ministers discussed herring quotas and signed a protocol on cod.\n"
)

NOISE = [
    # menus and crumbs
    "Home | News | Press Releases | Contact",
    "Home > Newsroom > Press releases",
    "Menu",
    "Skip to main content",
    "Search",
    "EN | FR | ES | RU",
    "English Français Русский",
    "Back to top",
    "Print this page",
    "Print | E-mail | PDF",
    "Share on Facebook",
    "Share: Facebook Twitter LinkedIn",
    "Tweet",
    "Follow us on Twitter",
    "Subscribe to our newsletter",
    "Sign up for our newsletter",
    "Read more",
    "Read more »",
    "Read also:",
    "See also",
    "Related news",
    "Related articles",
    "Previous article",
    "Next article",
    "More news",
    "Latest news",
    "Most read",
    "Tags: Norway, fisheries, summit",
    "Views: 1204",
    "No comments",
    "Leave a comment",
    "Comments (0)",
    "Advertisement",
    "Loading...",
    # rights
    "Copyright 2017 Northern News Agency",
    "All rights reserved.",
    "Terms of use | Privacy policy",
    "Photo: Ministry of Fisheries",
    "Photo by Reuters",
    "Source: Northern News Agency",
]

BELOW = [
    "Home » News » Ministers",
    "© 2017 Ministry of Fisheries. All rights reserved.",
    "This website uses cookies to improve your experience.",
]


def shape(facts: Facts) -> tuple[object, ...]:
    """Return what the facts say without where they stand."""
    return (
        [(m.name, m.start, m.place, m.chair, m.status) for m in facts.meetings],
        [(p.name, [(o.title, o.of) for o in p.offices]) for p in facts.persons],
        [(p.meeting, p.person, p.party) for p in facts.participants],
        [(i.name, [(a.action, a.meeting) for a in i.actions]) for i in facts.instruments],
        [t.name for t in facts.topics],
    )


def read(text: str) -> Facts:
    return extract(Article("a", text, published="2017-04-04"))


def test_the_report_itself_states_its_facts() -> None:
    meetings, persons, seats, documents, topics = shape(read(REPORT))
    assert meetings == [
        (
            "9th meeting of the North Sea Council of Ministers",
            "2017-04-03",
            "Reykjavik",
            "Kari Solberg",
            "held",
        )
    ]
    assert persons == [("Kari Solberg", [("Minister of Fisheries", "NO")])]
    assert seats == [("m1", "Kari Solberg", "NO")]
    assert documents == [("protocol on cod", [("signed", "m1")])]
    assert topics == ["herring quotas"]


@pytest.mark.parametrize("line", [*NOISE, *BELOW])
def test_a_line_below_the_report_changes_nothing(line: str) -> None:
    assert shape(read(f"{REPORT}\n{line}\n")) == shape(read(REPORT))


@pytest.mark.parametrize("line", NOISE)
def test_a_line_above_the_report_changes_nothing(line: str) -> None:
    assert shape(read(f"{line}\n\n{REPORT}")) == shape(read(REPORT))


@pytest.mark.parametrize(
    "block",
    [
        "Related news\n\nPeru and Chile sign treaty on copper\n\n12th ASEAN summit opens in Cebu\n",
        "Latest news\n\n- Togo ratifies convention on ports\n- Fiji hosts G77 summit\n",
        "More on this topic\n\nBelgium to chair OSCE in 2018\n",
        "You may also like\n\nUN Secretary-General Tomás Ferreira to attend Oslo forum\n",
        "Other news\n\n02.04.2017 Talks held with Minister of Trade of Laos Kham Vong\n",
        "Tags\n\nSerbia\nCuba\nsummit\n",
        "Contact\n\nMinistry of Fisheries\nP.O. Box 8118 Dep, Oslo, Norway\nTel: +47 22 24 90 90\n",
    ],
)
def test_a_block_of_other_stories_changes_nothing(block: str) -> None:
    assert shape(read(f"{REPORT}\n{block}")) == shape(read(REPORT))


@pytest.mark.parametrize(
    "change",
    [
        ("\n", "\r\n"),
        (" ", "\u00a0"),
        ("-", "–"),
        ("herring quotas", "herring\u00a0quotas"),
        ("3 April", "3\u202fApril"),
        ("The meeting was", "The  meeting   was"),
        ("Kari Solberg", "Kari\u00a0Solberg"),
        ("\n\n", "\n\n\n\n"),
        ("meeting was", "meeting\nwas"),
    ],
    ids=lambda pair: ascii(pair),
)
def test_the_print_changes_nothing(change: tuple[str, str]) -> None:
    old, new = change
    text = REPORT.replace(old, new)
    assert text != REPORT
    assert shape(read(text)) == shape(read(REPORT))


@pytest.mark.parametrize("line", NOISE)
def test_the_lines_keep_their_offsets(line: str) -> None:
    text = f"{line}\n\n{REPORT}"
    document = segment(Article("a", text))
    assert len(document.view) == len(text)
    for meeting in read(text).meetings:
        for passage in meeting.evidence:
            assert text[passage.start : passage.end] == passage.quote
