"""Pages become articles: text, metadata and the way back into the page."""

from __future__ import annotations

import importlib
from pathlib import Path

import pytest

from kg.errors import InputError
from kg.reading import html, read

BODY = """
<nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav>
<article><h1>Ministers of Ruritania and Freedonia meet in Strelsau</h1>
<p>STRELSAU, May 14 (RT) — The foreign ministers of Ruritania and Freedonia, <b>Rudolf
Elphberg</b> and Rufus Firefly, met in Strelsau on Monday &amp; signed a joint statement
on trade.</p>
<p>The ministers discussed trade, border demarcation and fisheries. They agreed to meet
in June.</p>
<ul><li>Agreement on the recognition of driving licences;</li><li>Protocol on fisheries.</li></ul>
<p>The next session of the joint commission will be held in Freedonia in October 2019, according
to the communique that the two ministries published after the talks in the capital.</p></article>
<aside><h3>Related stories</h3><a href="/x">President of Ruritania visits Syldavia</a></aside>
<footer>© 2019 Ruritania Times</footer><script>var x = "<p>no</p>";</script>
"""
META = """<title>Ministers meet | Ruritania Times</title>
<meta property="og:site_name" content="Ruritania Times">
<meta property="og:title" content="Ministers of Ruritania and Freedonia meet in Strelsau">
<meta property="article:published_time" content="2019-05-14T10:00:00Z">
<link rel="canonical" href="https://times.example/2019/05/14/ministers">"""


def page(body: str = BODY, meta: str = META, charset: str = '<meta charset="utf-8">') -> str:
    return f"<!DOCTYPE html><html lang=en><head>{charset}{meta}</head><body>{body}</body></html>"


@pytest.fixture
def reader() -> None:
    for module in ("trafilatura", "lxml.html"):
        pytest.importorskip(module, reason="the extra html is not installed", exc_type=ImportError)


@pytest.fixture
def parser() -> None:
    pytest.importorskip("lxml.html", reason="lxml is not installed")


@pytest.mark.usefixtures("reader")
def test_a_page_becomes_an_article(tmp_path: Path) -> None:
    path = tmp_path / "ministers.html"
    path.write_text(page(), "utf-8")
    article = read(str(path))
    assert article.id == "ministers"
    assert article.title == "Ministers of Ruritania and Freedonia meet in Strelsau"
    assert (article.publisher, article.published) == ("Ruritania Times", "2019-05-14")
    assert (article.url, article.place) == (
        "https://times.example/2019/05/14/ministers",
        "STRELSAU",
    )
    assert article.text.startswith("Ministers of Ruritania and Freedonia meet in Strelsau\n\n")
    assert "Rudolf Elphberg and Rufus Firefly, met in Strelsau on Monday & signed" in article.text
    assert "licences;\n- Protocol on fisheries." in article.text
    for noise in ("Home", "Related stories", "Syldavia", "var x", "©"):
        assert noise not in article.text


@pytest.mark.usefixtures("reader")
def test_html_is_known_by_its_opening_too(tmp_path: Path) -> None:
    path = tmp_path / "ministers.txt"
    path.write_text(f"<!-- saved -->\n{page()}", "utf-8")
    assert read(str(path)).publisher == "Ruritania Times"


@pytest.mark.usefixtures("reader")
@pytest.mark.parametrize(
    "words",
    ["border demarcation", "Rudolf Elphberg and Rufus", "Protocol on fisheries", "Monday & signed"],
)
def test_the_way_back_into_the_page(words: str) -> None:
    found = html.convert(page().encode(), "page")
    start = found.text.index(words)
    place = found.locate(start, start + len(words))
    assert place is not None
    assert found.visible[slice(*place)] == words
    assert "var x" not in found.visible
    assert "Related stories" in found.visible


@pytest.mark.usefixtures("reader")
def test_words_over_two_paragraphs_have_no_one_place() -> None:
    found = html.convert(page().encode(), "page")
    start = found.text.index("on trade.")
    assert found.locate(start, start + 40) is None


@pytest.mark.usefixtures("reader")
@pytest.mark.parametrize(
    ("charset", "header", "encoding"),
    [
        ('<meta charset="windows-1251">', None, "windows-1251"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">', None, "koi8-r"),
        ("", "iso-8859-5", "iso-8859-5"),
        ("", None, "utf-8"),
        ("", None, "utf-16"),
    ],
)
def test_declared_encodings(charset: str, header: str | None, encoding: str) -> None:
    body = BODY.replace("—", "-").replace("©", "").replace("Firefly", "Светлов")
    data = page(body, charset=charset).encode(encoding)
    assert "Rufus Светлов, met" in html.convert(data, "page", header).text


@pytest.mark.parametrize(
    ("data", "charset", "message"),
    [
        (b"<html><body>caf\xe9", None, "byte 15 is not UTF-8"),
        (b'<html><meta charset="klingon-8">x', None, "declares the encoding 'klingon-8'"),
        (b"<html>x", "no-such", "declares the encoding 'no-such'"),
        (b"<html>\x00\x01", None, "bytes that are no text"),
        (b"<html>" + b" " * html.LARGEST, None, "larger than 8 MiB"),
    ],
)
def test_bytes_that_are_no_page(data: bytes, charset: str | None, message: str) -> None:
    with pytest.raises(InputError, match=f"^page: .*{message}"):
        html.convert(data, "page", charset)


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(
    "bomb",
    [
        "<div>" * 300_000,
        "<b>" * 1000 + "x" + "</b>" * 1000,
        "<p>x</p>" * 100_000,
        "<table><tr><td>" * 5_000,
        "<a b=c>" * 200_000,
    ],
)
def test_bombs_are_refused(bomb: str) -> None:
    with pytest.raises(InputError, match=r"^page: .*(too much for a page|cannot be parsed)"):
        html.convert(page(bomb).encode(), "page")


@pytest.mark.usefixtures("reader")
@pytest.mark.parametrize(
    "body",
    [
        "",
        "<nav><a href=/>Home</a> <a href=/w>World</a></nav>",
        "<p>x</p>",
        "<script>x</script>" * 9,
    ],
)
def test_a_page_of_menus_holds_no_article(body: str) -> None:
    with pytest.raises(InputError, match="the page holds no article"):
        html.convert(page(body, meta="").encode(), "page")


def test_without_the_extra_the_way_to_it_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> None:
        raise ModuleNotFoundError(name)

    monkeypatch.setattr(importlib, "import_module", missing)
    with pytest.raises(InputError, match=r"^page: .*pip install 'readout-kg\[html\]'"):
        html.convert(page().encode(), "page")
