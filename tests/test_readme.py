"""The README is true: its commands are run again and its words looked up."""

from __future__ import annotations

import contextlib
import doctest
import io
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest
from conftest import ARTICLE, ROOT

from kg import namespaces
from kg.cli import cli
from kg.errors import InputError, KgError, StoreError, UsageError

README = ROOT / "README.md"
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
RECIPE = re.compile(r"^demo: \.venv.*\n((?:\t.*\n)+)", re.MULTILINE)
COUNT = re.compile(r"^(\d+) passed", re.MULTILINE)


def blocks(language: str) -> list[str]:
    """Return the README's code blocks in one language."""
    return [body for found, body in BLOCK.findall(README.read_text("utf-8")) if found == language]


def demo() -> list[str]:
    """Return the lines of `make demo`, those that make does not show with their @."""
    recipe = RECIPE.search((ROOT / "Makefile").read_text("utf-8"))
    assert recipe, "the Makefile has no demo"
    return [line.strip() for line in recipe[1].splitlines()]


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder as a new clone is: the articles, and a `kg` that runs."""
    folder = tmp_path_factory.mktemp("readme")
    (folder / "articles").symlink_to(ROOT / "articles")
    (folder / "bin").mkdir()
    command = folder / "bin" / "kg"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m kg "$@"\n')
    command.chmod(0o755)
    return folder


def run(command: str, place: Path) -> str:
    """Return what a command line prints, on both streams, as a clone's user would see it."""
    path = f"{place / 'bin'}{os.pathsep}{os.environ['PATH']}"
    more = {"PATH": path, "PYTHONPATH": str(ROOT), "READOUT_STORE": "out/store"}
    done = subprocess.run(
        command, shell=True, cwd=place, env=os.environ | more, capture_output=True, text=True
    )
    assert done.returncode == 0, f"{command}: {done.stderr}"
    return done.stdout + done.stderr


def transcript(block: str, place: Path) -> str:
    """Return a console block as it comes out when its commands are run again."""
    lines = []
    for line in block.splitlines():
        if line == "$ make demo":
            lines.append(line + "\n")
            lines.extend(step(command, place) for command in demo())
        elif line.startswith("$ kg "):
            lines.append(f"{line}\n{run(line[2:], place)}")
    return "".join(lines)


def step(command: str, place: Path) -> str:
    """Return what make shows of one line of a recipe."""
    said = run(command.removeprefix("@"), place)
    return said if command.startswith("@") else f"{command}\n{said}"


def test_commands_print_what_the_readme_shows(place: Path, request: pytest.FixtureRequest) -> None:
    run("kg build articles", place)
    text = README.read_text("utf-8")
    shown = [block for block in blocks("console") if "$ make test" not in block]
    assert shown
    for block in shown:
        text = text.replace(f"```console\n{block}```", f"```console\n{transcript(block, place)}```")
    if request.config.getoption("--approve"):
        README.write_text(text, "utf-8")
    assert text == README.read_text("utf-8"), "see pytest tests/test_readme.py --approve"


def test_first_lines_are_the_article_s() -> None:
    (shown,) = blocks("text")[:1]
    assert shown.strip() in ARTICLE.read_text("utf-8")


def test_turtle_is_part_of_the_graph(place: Path) -> None:
    run("kg export -o out/whole.nt", place)
    stated = set(ox.parse(path=str(place / "out" / "whole.nt")))
    (shown,) = blocks("turtle")[:1]
    head = "".join(f"@prefix {p}: <{iri}> .\n" for p, iri in namespaces.prefixes().items())
    told = set(ox.parse(head + shown, format=ox.RdfFormat.TURTLE))
    assert told, "the README shows no statement"
    assert told <= stated, f"not in the graph: {min(map(str, told - stated))}"
    assert len(shown.splitlines()) <= 16, "a dozen lines, not a screen"


def examples() -> Iterator[doctest.Example]:
    """Yield the README's Python with the output it shows."""
    parser = doctest.DocTestParser()
    for block in blocks("python"):
        yield from parser.get_examples(block)


def test_python_does_what_the_readme_shows(
    place: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    monkeypatch.chdir(place)
    names: dict[str, object] = {}
    body = []
    for example in examples():
        said = io.StringIO()
        with contextlib.redirect_stdout(said):
            exec(compile(example.source, "README.md", "single"), names)
        first, *rest = example.source.splitlines()
        body += [f">>> {first}", *(f"... {line}" for line in rest), *said.getvalue().splitlines()]
    assert body, "the README shows no Python"
    told = "\n".join(body) + "\n"
    if request.config.getoption("--approve"):
        text = README.read_text("utf-8")
        README.write_text(text.replace(blocks("python")[0], told), "utf-8")
    assert told == blocks("python")[0], "see pytest tests/test_readme.py --approve"
    assert len([line for line in body if line.startswith((">>>", "..."))]) <= 12


def test_number_of_tests_is_about_true(request: pytest.FixtureRequest) -> None:
    (shown,) = [block for block in blocks("console") if "$ make test" in block]
    said = COUNT.search(shown)
    assert said, "the README does not say how many tests pass"
    if len(request.config.args) == 1 and not request.config.getoption("keyword"):
        ran = request.session.testscollected
        if ran > 300:  # the whole suite, not one file of it
            assert abs(int(said[1]) - ran) <= ran / 5, f"{ran} tests, the README says {said[1]}"


def test_links_lead_to_files() -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", README.read_text("utf-8"))
    missing = [link for link in links if not (ROOT / link).exists()]
    assert not missing


def test_every_verb_and_every_exit_code_is_told() -> None:
    text = README.read_text("utf-8")
    for verb in cli.commands:
        assert f"`kg {verb}" in text, f"kg {verb} is not in the README"
    for error in (KgError, UsageError, InputError, StoreError):
        assert re.search(rf"\b{error.exit_code} (?:the thing|usage|input|store)", text), error


def test_every_target_of_make_is_told() -> None:
    (phony,) = re.findall(r"^\.PHONY: (.*)$", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    text = README.read_text("utf-8")
    untold = [target for target in phony.split() if f"make {target}" not in text]
    assert untold == ["clean"]
