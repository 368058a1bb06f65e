"""Labels, quotes and titles as nobody wishes them: shown as text, and nothing else happens."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import lake
import pytest
from leaves import Desk, Leaf, desk, faults
from stores import fill

from kg.graph.statements import nquads
from kg.model import Article, Facts, Instrument, Meeting, Office, Participant, Person, Topic

HOSTILE = {
    "script": "<script>alert(1)</script>",
    "closing": "</title></h1></svg></main><script src=//evil.example/x.js></script>",
    "attribute": '" onmouseover="alert(1)" x=\'',
    "entity": "&lt;b&gt; &amp; &#x3C;i&#x3E;",
    "template": "{{ 7 * 7 }} {% include 'base.html' %} ${7*7}",
    "comment": "<!-- --> <![CDATA[ x ]]>",
    "arabic": "وزير الخارجية محمد العلي",
    "hebrew": "\u202eevil\u202c שר החוץ",
    "combining": "Z̷͑a̶͗l̸͌g̵̈́ơ̷ " + "e" + "\u0301" * 60,
    "cyrillic": "Секретарь Совета Безопасности",
    "chinese": "中华人民共和国国务委员",
    "emoji": "👩‍👩‍👧‍👦 🇺🇿",
    "quotes": "“O’Neill” «Жан» \"x\" 'y'",
    "tabs": "a\tb\r\nc\u2028d",
    "zero": "\u200b\u200dx\ufeff",
    "long": "Wirtschaftskooperations" * 435,
    "many": "word " * 2_000 + "end",
    "percent": "%3Cscript%3E%00 100%",
    "backslash": "\\\\server\\share \\u003cscript\\u003e",
    "json": '"}]}, "x": [{"',
}
"""Names of every kind, by what is bad about them."""


def world(name: str) -> Facts:
    """Return facts in which everything is called `name`, resting on words that say so."""
    text = f"{name} met {name} in {name}.\n"
    evidence = lake.words(text, name)
    meeting = Meeting(
        "m1",
        name,
        None,
        name,
        name,
        "2020-01-02",
        None,
        name,
        "LV",
        name,
        "planned",
        evidence,
        name,
    )
    office = Office(name, name, evidence, name)
    return Facts(
        Article("hostile", text, "https://news.example/x", name, name, "2020-01-01"),
        meetings=(meeting,),
        persons=(Person(name, (f"{name} II",), (office,), evidence, name),),
        participants=(Participant("m1", name, name, evidence, name),),
        instruments=(Instrument("i1", name, "plan", None, (), evidence, name),),
        topics=(Topic(name, "m1", evidence, name),),
    )


@pytest.fixture(scope="module", params=HOSTILE)
def bad(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[str, Desk, tuple[str, ...]]]:
    name = HOSTILE[request.param]
    path = fill(tmp_path_factory.mktemp("bad") / "bad.store", nquads(world(name)))
    with desk(path) as made:
        yield name, made, tuple(addresses(made))


def addresses(made: Desk) -> Iterator[str]:
    """Yield the addresses of all things of a store."""
    yield from ("/", "/articles", "/search?q=x")
    for quad in made.site.store.quads():
        iri = str(getattr(quad.subject, "value", ""))
        kind = iri.removeprefix("https://w3id.org/readout/id/").partition("/")[0]
        if quad.predicate.value.endswith("#type") and "#char" not in iri and kind in SHOWN:
            yield f"/doc/{iri.removeprefix('https://w3id.org/readout/id/')}"


SHOWN = (
    "article",
    "country",
    "instrument",
    "meeting",
    "office",
    "organisation",
    "person",
    "place",
    "topic",
)


def test_every_page_stays_whole_and_safe(bad: tuple[str, Desk, tuple[str, ...]]) -> None:
    _, made, paths = bad
    assert len(paths) >= 11
    for path in paths:
        leaf = made.leaf(path)
        assert faults(leaf) == [], path
        run = [s for s in leaf.all("script") if s.get("type") != "application/ld+json"]
        assert [script.get("src") for script in run] == ["/static/readout.js"]


def test_the_name_is_shown_as_text(bad: tuple[str, Desk, tuple[str, ...]]) -> None:
    name, made, paths = bad
    shown = " ".join(name.replace("\r\n", "\n").split())
    for path in paths:
        kind = path.split("/")[2] if path.startswith("/doc/") else ""
        if kind in ("person", "meeting", "organisation", "office", "instrument", "topic", "place"):
            assert made.leaf(path).one("h1").text == shown, path
    article = made.leaf("/doc/article/hostile")
    assert article.one("h1").text == shown
    assert article.one("div", class_="words").text.startswith(shown)


def test_a_name_stands_apart_from_the_direction_around_it(
    bad: tuple[str, Desk, tuple[str, ...]],
) -> None:
    _, made, paths = bad
    for path in paths:
        if path.startswith("/doc/"):
            [heading] = made.leaf(path).all("h1")
            inner = [e for e in made.leaf(path).all("bdi") if e.within("h1")]
            assert [e.text for e in inner] == [heading.text]


def test_it_is_found_by_its_own_beginning(bad: tuple[str, Desk, tuple[str, ...]]) -> None:
    name, made, _ = bad
    typed = next((word for word in name.split() if any(c.isalnum() for c in word)), "")[:40]
    answer = made.get(made.site.url("/suggest", q=typed)).json()
    if not typed:  # signs alone are no word that begins
        assert answer == []
        return
    assert answer and all(set(hit) == {"iri", "url", "kind", "name", "note"} for hit in answer)
    assert " ".join(answer[0]["name"].split()).startswith(" ".join(name.split())[:100])


def test_titles_of_pages_are_kept_short(
    bad: tuple[str, Desk, tuple[str, ...]],
) -> None:
    _, made, paths = bad
    for path in paths:
        [title] = [each for each in made.leaf(path).all("title") if each.within("head")]
        assert len(title.text) < 150


# --- addresses in data ----------------------------------------------------------------

ADDRESSES = (
    "javascript:alert(1)",
    "JAVASCRIPT:alert(1)",
    "data:text/html;base64,PHNjcmlwdD4=",
    "https://news.example/%22%3E%3Cscript%3E",
    "http://news.example/?q='onload='x",
    "file:///etc/passwd",
    "//news.example/x",
    "no address at all",
)


@pytest.mark.parametrize("address", ADDRESSES)
def test_only_http_addresses_of_articles_are_links(address: str, tmp_path: Path) -> None:
    facts = lake.third()
    bad = replace(facts, article=replace(facts.article, url=address))
    with desk(fill(tmp_path / "bad.store", nquads(bad))) as made:
        for path in ("/doc/article/lake-third", "/doc/person/lv-berga-a", "/articles"):
            leaf = made.leaf(path)
            assert faults(leaf) == []
            outside = {href for href in leaf.hrefs if not href.startswith(("/", "#"))}
            assert bool(outside) == (address.startswith("http") and path != "/articles")
            assert all(
                href.startswith(("http://news.example", "https://news.example")) for href in outside
            )


def test_same_as_of_a_foreign_kind_is_no_link(tmp_path: Path) -> None:
    graph = "<https://w3id.org/readout/id/graph/links>"
    same = "<http://www.w3.org/2002/07/owl#sameAs>"
    lines = [
        f"<{lake.BERGA}> {same} <{item}> {graph} .\n"
        for item in ("javascript:alert(1)", "http://www.wikidata.org/entity/Q0")
    ]
    with desk(fill(tmp_path / "bad.store", *lake.quads(), "".join(lines))) as made:
        leaf = made.leaf("/doc/person/lv-berga-a")
        assert faults(leaf) == []
        assert "http://www.wikidata.org/entity/Q0" in leaf.hrefs
        assert "its row is not among the decisions beside the store" in leaf.text


def test_the_parser_of_these_tests_sees_what_is_wrong() -> None:
    page = Leaf(
        "<html><body><a href='javascript:x'>a</a><h1 onclick='x' style='y'></p></h1>"
        "<script>x</script><input><a href='#none'></a></body></html>"
    )
    found = "\n".join(faults(page))
    for words in (
        *("</p> closes h1", "no <main>", "href=javascript:x", "onclick in <h1>", "style in <h1>"),
        *("a script within", "a field without label", "a link without words", "no place #none"),
    ):
        assert words in found
