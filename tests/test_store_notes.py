"""What a store keeps beside a graph: in one step with it, replaced with it, gone with it."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest

from kg import namespaces
from kg.store import Store, notes
from kg.store.notes import Notes

ONE, TWO = namespaces.graph("one"), namespaces.graph("two")
NODE = ox.NamedNode(ONE)
LINE = f'<http://e/a> <http://e/label> "Freedonia" <{ONE}> .\n'
OTHER = LINE.replace("Freedonia", "Sylvania")

BOTH, STAMP, OUTLINE = Notes("s", "o"), Notes(stamp="s"), Notes(outline="o")


def kept(store: Store) -> tuple[str | None, list[tuple[str, str]]]:
    return store.stamp(ONE), list(store.outlines())


@pytest.mark.parametrize("noted", [BOTH, STAMP, OUTLINE, notes.NONE, Notes('a "b"\n\\', "")])
def test_notes_are_lines_and_come_back(noted: Notes) -> None:
    quads = ox.parse(notes.lines(ONE, noted), format=ox.RdfFormat.N_QUADS)
    assert notes.read(quads) == noted


@pytest.mark.parametrize(
    ("was", "now", "steps"),
    [
        (BOTH, BOTH, []),
        (notes.NONE, notes.NONE, []),
        (notes.NONE, BOTH, ["INSERT", "INSERT"]),
        (BOTH, notes.NONE, ["DELETE", "DELETE"]),
        (BOTH, STAMP, ["DELETE"]),
        (STAMP, OUTLINE, ["DELETE", "INSERT"]),
        (BOTH, Notes("s", "p"), ["DELETE", "INSERT"]),
    ],
)
def test_only_what_changes_is_written(was: Notes, now: Notes, steps: list[str]) -> None:
    assert [step.split()[0] for step in notes.steps(NODE, was, now)] == steps


@pytest.mark.parametrize("way", ["put", "fill"])
@pytest.mark.parametrize(
    ("then", "expected"),
    [
        ((LINE, "s", "o"), ("s", [(ONE, "o")])),
        ((LINE, "t", "o"), ("t", [(ONE, "o")])),
        ((OTHER, "t", "p"), ("t", [(ONE, "p")])),
        ((OTHER, "t"), ("t", [])),
        ((OTHER, None, "p"), (None, [(ONE, "p")])),
        ((LINE,), (None, [])),
    ],
)
def test_what_replaces_a_graph_replaces_its_notes(
    way: str, then: tuple[str, *tuple[str | None, ...]], expected: object
) -> None:
    store = Store.in_memory()
    store.fill([(LINE, "s", "o")])
    assert kept(store) == ("s", [(ONE, "o")])
    if way == "put":
        store.put(*then)
    else:
        store.fill([then])
    assert kept(store) == expected


def test_notes_of_others_stay() -> None:
    store = Store.in_memory()
    store.fill([(LINE, "s", "o"), (LINE.replace(ONE, TWO), "s", "o")])
    store.drop(ONE)
    assert kept(store) == (None, [(TWO, "o")])
    assert store.stamp(TWO) == "s"


def test_notes_are_no_part_of_what_the_store_tells(tmp_path: Path) -> None:
    with Store(tmp_path / "store") as store:
        store.fill([(LINE, "s", "o")])
        assert store.graphs() == (ONE,)
        assert len(list(store.quads())) == 1
        assert "urn:readout" not in store.export("nquads")
    with Store(tmp_path / "store", read_only=True) as again:
        assert kept(again) == ("s", [(ONE, "o")])
