"""Where words lead: only to pages of this site, and to http and https."""

from __future__ import annotations

from urllib.parse import unquote

import pytest

from kg.namespaces import BASE, ONTOLOGY
from kg.web.views import links
from kg.web.views.links import Link, link


@pytest.mark.parametrize(
    ("iri", "path"),
    [
        (f"{BASE}person/lv-berga-a", "/doc/person/lv-berga-a"),
        (f"{BASE}country/LV", "/doc/country/LV"),
        (f"{BASE}article/lake-third", "/doc/article/lake-third"),
        (f"{BASE}meeting/a--b.c_d", "/doc/meeting/a--b.c_d"),
        (f"{BASE}article/lake-third#char=1,2", None),
        (f"{BASE}participation/x", None),
        (f"{BASE}tenure/x", None),
        (f"{BASE}person/", None),
        (f"{BASE}person/a/b", None),
        (f"{BASE}person/../x", None),
        (f"{BASE}person/a%20b", None),
        (f"{BASE}person/é", None),
        (f"{BASE}unicorn/x", None),
        (BASE, None),
        ("https://example.org/id/person/x", None),
        (f"{ONTOLOGY}held", None),
    ],
)
def test_only_things_of_ours_have_pages(iri: str, path: str | None) -> None:
    assert links.document(iri) == path
    if path:
        assert links.node(path) == iri


@pytest.mark.parametrize(
    ("iri", "safe"),
    [
        ("http://www.wikidata.org/entity/Q1", True),
        ("https://news.example/a?b=c&d=%20#e", True),
        ("HTTPS://news.example/", True),
        ("javascript:alert(1)", False),
        ("JaVaScRiPt:alert(1)", False),
        ("data:text/html,<script>alert(1)</script>", False),
        ("vbscript:x", False),
        ("file:///etc/passwd", False),
        ("ftp://news.example/a", False),
        ("mailto:a@news.example", False),
        ("urn:x:y", False),
        ("//news.example/a", False),
        ("/doc/person/x", False),
        ("news.example", False),
        ("http:news.example", False),
        ("http://", False),
        ("http://[bad", False),
        ("https://news.example/a b", False),
        ('https://news.example/"onclick="x', False),
        ("https://news.example/<b>", False),
        ("https://news.example\\@evil.example", False),
        ("https://news.example/a\nb", False),
        ("https://news.example/a\x00", False),
        ("", False),
        (f"{BASE}person/a/b", False),  # ours, but no page
        (f"{ONTOLOGY}held", False),
    ],
)
def test_only_http_and_https_become_links(iri: str, safe: bool) -> None:
    assert links.external(iri) == (iri if safe else None)


@pytest.mark.parametrize(
    ("text", "iri", "expected"),
    [
        ("Anna", f"{BASE}person/x", Link("Anna", "/doc/person/x")),
        (
            "Q1",
            "http://www.wikidata.org/entity/Q1",
            Link("Q1", href="http://www.wikidata.org/entity/Q1"),
        ),
        ("x", "javascript:alert(1)", Link("x")),
        ("x", None, Link("x")),
        ("to-be-adopted", f"{ONTOLOGY}to-be-adopted", Link("to be adopted")),
        ("held", f"{ONTOLOGY}held", Link("held")),
    ],
)
def test_words_lead_where_it_is_safe(text: str, iri: str | None, expected: Link) -> None:
    assert link(text, iri) == expected


def test_a_passage_has_the_address_of_its_iri() -> None:
    assert links.passage("a", 12, 40) == "/doc/article/a#char=12,40"


PAGE = "https://news.example/a"
LONG = "one two three four five " + "and more " * 30 + "six seven eight nine ten"


@pytest.mark.parametrize(
    ("address", "words", "expected"),
    [
        (PAGE, "took place in Riga", f"{PAGE}#:~:text=took%20place%20in%20Riga"),
        (f"{PAGE}#top", "in Riga", f"{PAGE}#:~:text=in%20Riga"),
        (f"{PAGE}?b=1", "in\n Riga", f"{PAGE}?b=1#:~:text=in%20Riga"),
        (PAGE, "13-14 May, noon", f"{PAGE}#:~:text=13%2D14%20May%2C%20noon"),
        (PAGE, "a & b", f"{PAGE}#:~:text=a%20%26%20b"),
        (PAGE, "“Рига”", f"{PAGE}#:~:text=%E2%80%9C%D0%A0%D0%B8%D0%B3%D0%B0%E2%80%9D"),
        (
            PAGE,
            LONG,
            f"{PAGE}#:~:text=one%20two%20three%20four%20five,six%20seven%20eight%20nine%20ten",
        ),
        (PAGE, "x" * 300, f"{PAGE}#:~:text={'x' * 300}"),
        ("javascript:alert(1)", "in Riga", None),
        (None, "in Riga", None),
    ],
)
def test_a_quote_leads_to_the_live_page(
    address: str | None, words: str, expected: str | None
) -> None:
    assert links.live(address, words) == expected


@pytest.mark.parametrize("words", ["a,b", "a-b", "-a", "a,-b", "a&b=c", "100%", "#x", "+"])
def test_no_sign_of_words_is_taken_for_one_of_the_fragment(words: str) -> None:
    found = (links.live(PAGE, words) or "").partition("#:~:text=")[2]
    assert not set(found) & set(",-&#+")
    assert unquote(found) == words
