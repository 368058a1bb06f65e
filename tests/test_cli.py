"""The command as a whole: its verbs, streams, files, signals and completion."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from conftest import ARTICLE, ROOT, SECOND, Needs, Run

from kg import __version__, cli, console, pipeline
from kg.errors import InputError

VERBS = (
    *("extract", "coverage", "evaluate", "build", "validate", "link", "review", "query"),
    *("export", "show", "serve", "load", "shard", "store"),
)

# --- the group -------------------------------------------------------------------------


def test_help_lists_the_verbs_in_the_order_of_the_stages(kg_run: Run) -> None:
    done = kg_run("--help")
    places = [done.out.index(f"\n  {verb} ") for verb in VERBS]
    assert done.code == 0
    assert places == sorted(places)


def test_no_argument_shows_the_help_as_a_wrong_call(kg_run: Run) -> None:
    done = kg_run()
    assert (done.code, done.out) == (2, "")
    assert "Usage: kg" in done.err


@pytest.mark.parametrize("verb", [*VERBS, "completion"])
def test_each_verb_explains_itself(kg_run: Run, verb: str) -> None:
    done = kg_run(verb, "--help")
    assert done.code == 0
    assert done.out.startswith(f"Usage: kg {verb} ")


def test_first_sentences_fit_the_list_of_verbs(kg_run: Run) -> None:
    assert "..." not in kg_run("--help").out.partition("Commands:")[2]


def test_version_names_the_engines(kg_run: Run) -> None:
    done = kg_run("--version")
    assert done.code == 0
    assert done.out.startswith(f"kg {__version__} (")
    for engine in ("rdflib", "pyoxigraph", "pyshacl"):
        assert f"{engine} " in done.out


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("bild",), "bild"),
        (("build",), "SOURCE"),
        (("build", "--jobs", "0", "x.txt"), "--jobs"),
        (("query", "--nonsense"), "--nonsense"),
        (("completion", "tcsh"), "bash"),
    ],
)
def test_a_wrong_call_is_told_in_a_line(kg_run: Run, arguments: tuple[str, ...], told: str) -> None:
    done = kg_run(*arguments)
    assert (done.code, done.out) == (2, "")
    first, second = done.err.splitlines()
    assert first.startswith("kg: ")
    assert told in first
    assert second.strip().endswith("--help shows what it takes")


# --- streams, files, signals -----------------------------------------------------------


def test_a_file_is_written_whole_or_left(tmp_path: Path) -> None:
    target = tmp_path / "facts.json"
    target.write_text("as it was")

    def broken() -> Iterator[str]:
        yield "half"
        raise InputError("the second half is missing")

    with pytest.raises(InputError):
        console.write_all(broken(), str(target))
    assert target.read_text() == "as it was"
    assert [file.name for file in tmp_path.iterdir()] == ["facts.json"]


def test_nothing_to_write_makes_no_file(kg_run: Run, tmp_path: Path) -> None:
    assert kg_run("extract", "missing.txt", "-o", tmp_path / "facts.json").code == 3
    assert not list(tmp_path.iterdir())


def test_a_place_that_cannot_be_written_is_told(kg_run: Run, tmp_path: Path) -> None:
    done = kg_run("extract", ARTICLE, "-o", tmp_path / "missing" / "facts.json")
    assert done.code == 3
    assert "cannot be written: No such file" in done.err
    (tmp_path / "file").touch()
    assert kg_run("extract", ARTICLE, "-d", tmp_path / "file" / "facts").code == 3


def test_an_interruption_has_its_own_code(kg_run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(pipeline, "extract_source", interrupt)
    done = kg_run("extract", ARTICLE)
    assert (done.code, done.out, done.err) == (130, "", "kg: interrupted\n")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGPIPE")
def test_a_reader_that_has_seen_enough_ends_it_quietly(tmp_path: Path) -> None:
    table = tmp_path / "many.jsonl"
    table.write_text("".join(json.dumps({"text": f"{SECOND}{n}"}) + "\n" for n in range(200)))
    with subprocess.Popen(
        [sys.executable, "-m", "kg", "extract", str(table)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    ) as run:
        assert run.stdout and run.stderr
        run.stdout.readline()
        run.stdout.close()
        said = run.stderr.read()
        run.wait(60)
    assert run.returncode in (0, -signal.SIGPIPE)
    assert said == b""


def test_the_module_is_the_command(store: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "kg", "query", "meetings", "--store", str(store)],
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "ascii"},
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "eleventh session" in done.stdout


@pytest.mark.parametrize(
    ("terminal", "environment", "expected"),
    [
        (True, {}, "\x1b[1mname\x1b[0m"),
        (True, {"NO_COLOR": "1"}, "name"),
        (True, {"TERM": "dumb"}, "name"),
        (False, {}, "name"),
    ],
)
def test_bold_is_for_terminals_that_want_it(
    monkeypatch: pytest.MonkeyPatch, terminal: bool, environment: dict[str, str], expected: str
) -> None:
    for name in ("NO_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: terminal)
    assert console.bold("name") == expected


@pytest.mark.parametrize("terminal", [True, False])
def test_progress_is_for_terminals(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, terminal: bool
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: terminal)
    assert list(console.follow("abc")) == ["a", "b", "c"]
    said = capsys.readouterr()
    assert said.out == ""
    assert ("2 done" in said.err) is terminal


@pytest.mark.parametrize(("number", "told"), [(0, "0 acts"), (1, "1 act"), (2, "2 acts")])
def test_numbers_have_their_noun(number: int, told: str) -> None:
    assert console.plural(number, "act") == told


# --- completion ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("kg ", set(VERBS)),
        ("kg ex", {"extract", "export"}),
        ("kg query me", {"meeting", "meetings"}),
        ("kg query meetings -p org", {"organisation="}),
        ("kg query participants -p org", set()),
        ("kg build --st", {"--store"}),
    ],
)
def test_completion_knows_verbs_options_and_questions(
    kg_run: Run, monkeypatch: pytest.MonkeyPatch, words: str, expected: set[str]
) -> None:
    monkeypatch.setenv("_KG_COMPLETE", "bash_complete")
    monkeypatch.setenv("COMP_WORDS", words)
    monkeypatch.setenv("COMP_CWORD", str(len(words.split(" ")) - 1))
    done = kg_run()
    offered = {line.partition(",")[2] for line in done.out.splitlines() if line}
    assert done.code == 0
    assert expected <= offered
    assert expected or not offered


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_is_a_script_that_its_shell_reads(kg_run: Run, needs: Needs, shell: str) -> None:
    done = kg_run("completion", shell)
    assert done.code == 0
    assert "_KG_COMPLETE" in done.out
    needs(shell, "its completion script is read by the shell itself")
    subprocess.run([shell, "-n"], input=done.out, text=True, check=True)


def test_main_takes_its_arguments_from_the_command_line(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "argv", ["kg", "--version"])
    assert cli.main() == 0
    assert capfd.readouterr().out.startswith("kg ")


def test_every_verb_is_a_command() -> None:
    assert all(isinstance(command, click.Command) for command in cli.cli.commands.values())
    assert list(cli.cli.commands)[: len(VERBS)] == list(VERBS)
