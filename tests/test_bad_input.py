"""Bad input: one clear line, the right exit code, and what is stored stays."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from conftest import ARTICLE, Run

MISSING, USAGE, INPUT, STORE = 3, 2, 3, 4


def place(tmp_path: Path, name: str) -> Path:
    """Return a path of the kind that `name` says, made where it has to be there."""
    path = tmp_path / name
    if name == "folder":
        path.mkdir()
        (path / "picture.png").write_bytes(b"\x89PNG")
    elif name in CONTENTS:
        path.write_bytes(CONTENTS[name])
    return path


CONTENTS = {
    "empty.txt": b"",
    "blank.txt": b" \n\n\t\n",
    "binary.txt": bytes(range(256)) * 8,
    "latin.txt": "La réunion s'est tenue à Genève".encode("latin-1"),
    "wide.txt": "The meeting took place".encode("utf-16"),
    "zeros.txt": b"The meeting\x00 took place",
    "paper.pdf": b"%PDF-1.7\n",
    "half.txt.gz": gzip.compress(b"The meeting took place" * 99)[:40],
    "no.txt.gz": b"The meeting took place",
    "table.jsonl": b'{"text": 7}\n',
    "menu.html": b"<html><body><nav><a href='/'>Home</a></nav></body></html>",
}

SOURCES = [
    ("missing.txt", "no such file"),
    ("folder", "holds no article"),
    ("empty.txt", "empty"),
    ("blank.txt", "empty"),
    ("binary.txt", "is not UTF-8"),
    ("latin.txt", "is not UTF-8"),
    ("wide.txt", "UTF-16"),
    ("zeros.txt", "no text"),
    ("paper.pdf", "a PDF document"),
    ("half.txt.gz", "gzip"),
    ("no.txt.gz", "gzip"),
    ("table.jsonl", "no article"),
]


@pytest.mark.parametrize(("name", "told"), SOURCES)
@pytest.mark.parametrize("verb", ["extract", "build"])
def test_a_source_that_cannot_be_read(
    kg_run: Run, tmp_path: Path, verb: str, name: str, told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done = kg_run(verb, place(tmp_path, name))
    assert done.code == INPUT
    (line,) = done.err.splitlines()
    assert line.startswith("kg: ")
    assert name in line
    assert told in line


@pytest.mark.parametrize(("name", "told"), SOURCES)
def test_what_is_stored_stays_and_the_others_are_done(
    kg_run: Run, tmp_path: Path, second: Path, name: str, told: str
) -> None:
    store = tmp_path / "store"
    kg_run("build", ARTICLE, "--store", store)
    done = kg_run("build", place(tmp_path, name), second, "--store", store)
    assert done.code == 1
    assert told in done.err
    assert done.err.endswith("kg: 1 of 2 sources failed\n")
    stored = kg_run("query", "counts", "--store", store, "-f", "csv").out
    assert "Article,2" in stored.replace("readout:", "").replace(
        "https://w3id.org/readout/ontology#", ""
    )


@pytest.mark.parametrize("verb", ["extract", "build"])
def test_a_text_without_any_meeting_is_fine_and_told(
    kg_run: Run, tmp_path: Path, verb: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    plain = tmp_path / "plain.txt"
    plain.write_text("The price of barley rose a little in March.\n")
    done = kg_run(verb, plain)
    assert done.code == 0
    assert "no meeting is told of in it" in done.out + done.err


@pytest.mark.parametrize("stdin", [b"", b"\n", b"\xff\xfe\x00"])
def test_standard_input_is_held_to_the_same(kg_run: Run, stdin: bytes) -> None:
    done = kg_run("extract", "-", stdin=stdin)
    assert (done.code, done.out) == (INPUT, "")
    assert done.err.startswith("kg: standard input: ")


# --- graphs --------------------------------------------------------------------------

GRAPHS = [
    ("missing.ttl", None, "No such file"),
    ("broken.ttl", b"<a> <b> .", "line 1"),
    ("binary.ttl", bytes(range(256)), "line 1"),
    ("empty.ttl", b"", "states nothing"),
    ("broken.jsonld", b'{"@id": ', "no JSON"),
    ("away.jsonld", b'{"@context": "http://localhost/c", "@id": "a:b"}', "none is fetched"),
    ("broken.nq", b"<a:b> <a:c> .\n", "line 1"),
    ("broken.rdf", b"<rdf:RDF", "no XML"),
    ("bomb.rdf", b'<!DOCTYPE a [<!ENTITY b "b">]><a>&b;</a>', "document type"),
    ("graph.docx", b"PK", "not an extension of RDF"),
]


@pytest.mark.parametrize(("name", "data", "told"), GRAPHS)
def test_a_graph_that_cannot_be_read(
    kg_run: Run, tmp_path: Path, name: str, data: bytes | None, told: str
) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    done = kg_run("validate", tmp_path / name)
    assert (done.code, done.out) == (INPUT, "")
    (line,) = done.err.splitlines()
    assert line.startswith("kg: ")
    assert name in line
    assert told in line


# --- stores --------------------------------------------------------------------------


def no_store(tmp_path: Path, kind: str) -> Path:
    path = tmp_path / "place"
    if kind == "file":
        path.write_text("a diary")
    elif kind == "folder of others":
        path.mkdir()
        (path / "diary.txt").write_text("a diary")
    elif kind == "damaged":
        path.mkdir()
        (path / "readout.json").write_text("{")
    elif kind == "newer":
        path.mkdir()
        (path / "readout.json").write_text('{"engine": "oxigraph", "format": 99}')
    return path


READERS = [
    ("query", "counts"),
    ("query", "--file", "-"),
    ("export",),
    ("show", "SCO"),
    ("validate",),
]


@pytest.mark.parametrize("kind", ["missing", "file", "folder of others", "damaged", "newer"])
@pytest.mark.parametrize("arguments", READERS, ids=lambda arguments: arguments[0])
def test_a_folder_that_is_no_store_cannot_be_asked(
    kg_run: Run, tmp_path: Path, kind: str, arguments: tuple[str, ...]
) -> None:
    path = no_store(tmp_path, kind)
    done = kg_run(*arguments, "--store", path, stdin=b"ASK {}")
    assert (done.code, done.out) == (STORE, "")
    (line,) = done.err.splitlines()
    assert line.startswith("kg: ")
    assert str(path) in line
    assert path.exists() is (kind != "missing"), "asking makes no store"


@pytest.mark.parametrize("kind", ["file", "folder of others", "damaged", "newer"])
def test_nothing_is_built_into_what_is_no_store(kg_run: Run, tmp_path: Path, kind: str) -> None:
    path = no_store(tmp_path, kind)
    before = sorted((file, file.read_bytes()) for file in tmp_path.rglob("*") if file.is_file())
    done = kg_run("build", ARTICLE, "--store", path)
    assert (done.code, done.out) == (STORE, "")
    assert len(done.err.splitlines()) == 1
    after = sorted((file, file.read_bytes()) for file in tmp_path.rglob("*") if file.is_file())
    assert after == before


def test_a_store_that_another_process_writes_is_left_to_it(kg_run: Run, tmp_path: Path) -> None:
    import subprocess
    import sys

    kg_run("build", ARTICLE, "--store", tmp_path / "store")
    program = (
        "import sys; from kg.store import Store\n"
        "with Store(sys.argv[1]):\n    print('open', flush=True); sys.stdin.read()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program, str(tmp_path / "store")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as other:
        assert other.stdout and other.stdout.readline() == b"open\n"
        writing = kg_run("build", ARTICLE, "--store", tmp_path / "store")
        reading = kg_run("query", "counts", "--store", tmp_path / "store")
        other.communicate(timeout=30)
    assert (writing.code, writing.out) == (STORE, "")
    assert "being written by another process" in writing.err
    assert reading.code == 0
