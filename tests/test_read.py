"""Sources become articles, or one clear line."""

from __future__ import annotations

import gzip
import io
import json
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import InputError
from kg.model import Article
from kg.reading import content, read, read_each
from kg.reading.sources import text_id

SEED = Path(__file__).parents[1] / "articles" / "sco-tashkent-2016.txt"
TEXT = "Klow, 5 May 2016 – The ministers of Ruritania and Freedonia met and signed a statement.\n"


def put(folder: Path, name: str, data: bytes) -> str:
    path = folder / name
    path.write_bytes(data)
    return str(path)


def test_the_seed() -> None:
    article = read(str(SEED))
    assert article.id == "sco-tashkent-2016"
    assert article.text.encode() == SEED.read_bytes()
    assert (article.published, article.publisher) == ("2016-04-15", "UzA")
    assert article.language == "en"


@pytest.mark.parametrize(
    "text",
    [TEXT, "a\r\nb\rc\n\n", "  a\u00a0b\u2028c ", "é ﬁ İ \U0001f600", "a", "\ta\x1bb"],
)
def test_the_text_is_kept_to_the_character(tmp_path: Path, text: str) -> None:
    assert read(put(tmp_path, "a.txt", text.encode())).text == text


@given(st.text(min_size=1).filter(lambda text: content.text_fault(text) is None))
def test_any_readable_text_is_kept(text: str) -> None:
    data = text.encode()
    assert content.decode(data, "a.txt") == text.removeprefix("\ufeff")


def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path: Path) -> None:
    assert read(put(tmp_path, "a.txt", b"\xef\xbb\xbf" + TEXT.encode())).text == TEXT


def test_gzip(tmp_path: Path) -> None:
    article = read(put(tmp_path, "story.txt.gz", gzip.compress(TEXT.encode())))
    assert (article.id, article.text, article.place) == ("story", TEXT, "Klow")


def test_stdin(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(content.sys, "stdin", SimpleNamespace(buffer=io.BytesIO(TEXT.encode())))
    article = read("-")
    assert (article.id, article.text) == (text_id(TEXT), TEXT)
    assert article.published == "2016-05-05"


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b" \n\t \n", "empty"),
        ("a.txt", b"\xef\xbb\xbf", "empty"),
        ("a.txt", b"caf\xe9 and more", "byte 3 is not UTF-8; UTF-8 text is accepted"),
        ("a.txt", "Sitzung".encode("utf-16"), "text in UTF-16"),
        ("a.txt", b"%PDF-1.4 \xff", "a PDF document"),
        ("a.txt", b"PK\x03\x04rest", "a packed file"),
        ("a.txt", b"text \x00 text", "bytes that are no text"),
        ("a.txt", b"\x01\x02\x03\x04\x05", "bytes that are no text"),
        ("a.md", b"\xff\xd8\xff\xe0", "not UTF-8"),
        ("a.txt.gz", b"no gzip at all", "not a gzip file"),
        ("a.txt.gz", gzip.compress(gzip.compress(b"text")), "packed twice"),
    ],
)
def test_what_cannot_be_read_gets_one_line_that_names_it(
    tmp_path: Path, name: str, data: bytes, message: str
) -> None:
    path = put(tmp_path, name, data)
    with pytest.raises(InputError) as error:
        read(path)
    text = str(error.value)
    assert text.startswith(f"{path}: ")
    assert message in text
    assert "\n" not in text
    assert error.value.exit_code == 3


def test_too_large(tmp_path: Path) -> None:
    path = put(tmp_path, "a.txt", b"a" * (content.LARGEST + 1))
    with pytest.raises(InputError, match="larger than 12 MiB, the most that is read"):
        read(path)


def test_a_missing_file_names_what_is_accepted(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"no\.txt: no such file; accepted: a text \(\.txt"):
        read(str(tmp_path / "no.txt"))


def test_a_source_of_several_articles_is_not_read_as_one(tmp_path: Path) -> None:
    put(tmp_path, "a.txt", b"one")
    assert read(str(tmp_path)).text == "one"
    put(tmp_path, "b.txt", b"two")
    with pytest.raises(InputError, match="more than one article"):
        read(str(tmp_path))


def test_a_row_brings_its_own_metadata(tmp_path: Path) -> None:
    row = {"text": TEXT, "url": "https://a.example/1", "title": "T", "published": "2016-05-06"}
    article = read(put(tmp_path, "t.jsonl", json.dumps(row).encode()))
    assert article.text == TEXT
    assert (article.url, article.title) == ("https://a.example/1", "T")
    assert article.published == "2016-05-06"
    assert article.place == "Klow"


def test_a_row_without_metadata_is_read_from_its_lines(tmp_path: Path) -> None:
    article = read(put(tmp_path, "t.jsonl", json.dumps({"text": TEXT}).encode()))
    assert (article.id, article.published) == (text_id(TEXT), "2016-05-05")


def test_a_batch_goes_on_past_what_cannot_be_read(tmp_path: Path) -> None:
    good, empty = put(tmp_path, "a.txt", TEXT.encode()), put(tmp_path, "b.txt", b"")
    found = [result for _, result in read_each([good, empty, str(tmp_path / "no"), str(SEED)])]
    assert [type(result) for result in found] == [Article, InputError, InputError, Article]


def test_reading_a_text_loads_neither_network_nor_html() -> None:
    import subprocess
    import sys

    code = (
        "import sys; from kg.reading import read; read(sys.argv[1]);"
        "print([m for m in ('http.client', 'ssl', 'lxml', 'trafilatura') if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(SEED)], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
