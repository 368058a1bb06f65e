"""Exports: one table of formats, the same bytes each time, whole, by article or by thing."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pyoxigraph as ox
import pytest
import samples

from kg import export, namespaces
from kg.errors import UsageError
from kg.store import Store

PERSON = "https://w3id.org/readout/id/person/ru-patrushev-n"
MEETING = "https://w3id.org/readout/id/meeting/sco-secretaries-of-security-councils-11"
PARSERS = {
    "turtle": ox.RdfFormat.TURTLE,
    "jsonld": ox.RdfFormat.JSON_LD,
    "nquads": ox.RdfFormat.N_QUADS,
    "trig": ox.RdfFormat.TRIG,
    "ntriples": ox.RdfFormat.N_TRIPLES,
    "rdfxml": ox.RdfFormat.RDF_XML,
}
QUADS = ("nquads", "trig")
XSD = namespaces.VOCABULARIES["xsd"]


@pytest.fixture(scope="module")
def seed() -> Store:
    return Store.in_memory(samples.seed_quads())


@pytest.fixture(scope="module")
def everything() -> Store:
    return Store.in_memory(*samples.all_quads())


def read(text: str, form: str) -> set[ox.Quad]:
    return set(ox.parse(text, format=PARSERS[form]))


# --- the table --------------------------------------------------------------------


def test_every_format_is_tried_here() -> None:
    assert set(PARSERS) == set(export.FORMATS)


@pytest.mark.parametrize(
    ("name", "form"),
    [
        *[(name, name) for name in PARSERS],
        ("ttl", "turtle"),
        ("text/turtle", "turtle"),
        (".ttl", "turtle"),
        ("json-ld", "jsonld"),
        ("application/ld+json", "jsonld"),
        ("nq", "nquads"),
        ("application/n-quads", "nquads"),
        ("application/trig", "trig"),
        ("nt", "ntriples"),
        ("application/n-triples", "ntriples"),
        ("rdf+xml", "rdfxml"),
        ("application/rdf+xml", "rdfxml"),
        (" Turtle ", "turtle"),
    ],
)
def test_formats_have_the_names_that_people_use(name: str, form: str) -> None:
    assert export.find(name).name == form


@pytest.mark.parametrize("name", ["", "csv", "html", "text/html", "turtles"])
def test_unknown_format_is_refused_with_the_list(name: str) -> None:
    with pytest.raises(UsageError, match="turtle, jsonld, nquads, trig, ntriples, rdfxml"):
        export.find(name)


def test_no_name_means_two_formats() -> None:
    names = [
        n for f in export.FORMATS.values() for n in (f.name, f.media_type, f.extension, *f.also)
    ]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("form", list(export.FORMATS.values()), ids=lambda form: form.name)
def test_a_format_writes_triples_or_quads(form: export.Format) -> None:
    assert (form.triples is None) != (form.quads is None)
    assert (form.quads is not None) == (form.name in QUADS)


# --- the whole store --------------------------------------------------------------


@pytest.mark.parametrize("form", PARSERS)
def test_an_export_is_all_that_is_stored(form: str, everything: Store) -> None:
    found = read(export.export(everything, form), form)
    if form in QUADS:
        expected = {q for name in everything.graphs() for q in everything.quads(name)}
    else:
        expected = set(everything.quads())
    assert found == expected


@pytest.mark.parametrize("form", PARSERS)
def test_an_export_comes_back_as_the_same_bytes(form: str, seed: Store) -> None:
    text = export.export(seed, form)
    graph = namespaces.graph("sco-tashkent-2016")
    lines = (f"{quad.triple} <{graph}> .\n" for quad in read(text, form))
    assert export.export(Store.in_memory("".join(lines)), form) == text


@pytest.mark.parametrize("form", PARSERS)
def test_an_empty_store_is_exported_too(form: str) -> None:
    text = export.export(Store.in_memory(), form)
    assert read(text, form) == set()


BUILD = """
import hashlib, sys
sys.path[:0] = {paths!r}
import samples
from kg import export
from kg.store import Store
with Store(sys.argv[1]) as store:
    order = samples.all_quads()[:6]
    for data in order if sys.argv[2] == "forth" else reversed(order):
        store.put(data)
    for name in export.FORMATS:
        text = export.export(store, name) + export.export(store, name, thing={thing!r})
        print(name, hashlib.sha256(text.encode()).hexdigest())
"""


def test_two_builds_give_the_same_bytes_in_every_format(tmp_path: Path) -> None:
    paths = [str(samples.TESTS), str(samples.TESTS.parent)]
    code = BUILD.format(paths=paths, thing=PERSON)
    outputs = []
    for seed_, order in (("0", "forth"), ("1", "back"), ("4242", "forth")):
        place = tmp_path / f"place-{seed_}"
        place.mkdir()
        run = subprocess.run(
            [sys.executable, "-c", code, "s", order],
            cwd=place,
            env=os.environ | {"PYTHONHASHSEED": seed_},
            capture_output=True,
            text=True,
            check=True,
        )
        outputs.append(run.stdout)
    assert len(outputs[0].splitlines()) == len(export.FORMATS)
    assert outputs[0] == outputs[1] == outputs[2]


@pytest.mark.parametrize("form", PARSERS)
def test_pieces_are_the_export_a_graph_at_a_time(form: str, everything: Store) -> None:
    parts = list(export.pieces(everything, form))
    assert "".join(parts) == export.export(everything, form) == everything.export(form)
    graphs = len(everything.graphs())
    assert len(parts) == {"nquads": graphs, "trig": graphs + 1}.get(form, 1)


def test_pieces_refuse_at_once(everything: Store) -> None:
    with pytest.raises(UsageError, match="no format"):
        export.pieces(everything, "word")


# --- one article, one thing -------------------------------------------------------


@pytest.mark.parametrize("form", PARSERS)
def test_an_article_is_its_graph(form: str, everything: Store, seed: Store) -> None:
    text = export.export(everything, form, article="sco-tashkent-2016")
    assert text == export.export(seed, form)


@pytest.mark.parametrize("form", PARSERS)
def test_a_thing_comes_with_what_hangs_on_it(form: str, everything: Store) -> None:
    whole = read(export.export(everything, form), form)
    part = read(export.export(everything, form, thing=PERSON), form)
    assert part < whole
    node = ox.NamedNode(PERSON)
    assert {q for q in whole if node in (q.subject, q.object)} <= part
    passages = {q.object for q in part if q.predicate.value.endswith("#evidence")}
    quoted = {q.subject for q in part if q.predicate.value.endswith("#quote")}
    assert passages and passages == quoted


def test_a_thing_brings_no_text_of_an_article_and_names_of_its_neighbours(seed: Store) -> None:
    text = export.export(seed, "turtle", thing="Patrushev")
    assert "readout:text" not in text
    assert 'country:RU a readout:Country ;\n    rdfs:label "Russia"' in text
    assert "country:KZ" not in text


def test_an_article_as_a_thing_brings_its_text(seed: Store) -> None:
    assert "readout:text" in export.export(seed, "turtle", thing="article:sco-tashkent-2016")


@pytest.mark.parametrize(
    ("choice", "words"),
    [
        ({"article": "nowhere"}, "no article 'nowhere'"),
        ({"thing": "Atlantis"}, "no thing called 'Atlantis'"),
        ({"thing": "person:xx-nobody-n"}, "says nothing of"),
        ({"thing": "of"}, "may be any of"),
        ({"thing": "Tashkent", "article": "sco-tashkent-2016"}, "not of both"),
    ],
)
def test_what_is_not_there_cannot_be_exported(
    choice: dict[str, str], words: str, everything: Store
) -> None:
    with pytest.raises(UsageError, match=words):
        export.export(everything, "turtle", **choice)
