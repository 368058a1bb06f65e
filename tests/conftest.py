"""What all tests share: approving golden files, and tools that a machine may lack."""

from __future__ import annotations

import contextlib
import importlib.util
import io
import os
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

import pytest

from kg.cli import main
from kg.commands import worker

ROOT = Path(__file__).parents[1]
ARTICLE = ROOT / "articles" / "sco-tashkent-2016.txt"

SECOND = (
    "VALLETTA, 3 May 2019 - The second meeting of the Malta-Tunisia Joint Commission took place"
    " on 2 May 2019 in Valletta. The meeting was chaired by Malta.\n"
)
"""The text of another article, in which little stands."""

Approve = Callable[[Path, str], None]
Needs = Callable[[str, str], None]


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--approve`: write what came out where a golden file differs."""
    parser.addoption("--approve", action="store_true", help="take what comes out as the new golden")


@pytest.fixture
def approve(request: pytest.FixtureRequest) -> Approve:
    """Return a check that a golden file holds a text; `--approve` writes it first."""

    def check(golden: Path, text: str) -> None:
        if request.config.getoption("--approve"):
            golden.parent.mkdir(parents=True, exist_ok=True)
            golden.write_text(text, "utf-8")
        assert golden.is_file(), f"{golden.name} is not there: make it with pytest --approve"
        assert text == golden.read_text("utf-8"), f"{golden.name} differs: see pytest --approve"

    return check


def find(name: str) -> bool:
    """Return whether `name` is a command on the path or a module that can be imported."""
    if shutil.which(name):
        return True
    try:
        return importlib.util.find_spec(name) is not None
    except ModuleNotFoundError:
        return False


def need(name: str, reason: str) -> None:
    """Skip where the command or module `name` is not installed; in CI that is a failure."""
    if not find(name):
        lack(f"{name} is not installed: {reason}")


def lack(reason: str) -> NoReturn:
    """Skip on the machine of a stranger; fail in CI, which brings what tests ask for."""
    if os.environ.get("CI"):
        pytest.fail(f"CI has to bring this: {reason}")
    pytest.skip(reason)


@pytest.fixture
def needs() -> Needs:
    """Return `need`, for tests of their own: `needs("rapper", "an independent reader")`."""
    return need


@dataclass(frozen=True, slots=True)
class Done:
    """What a run of the command gave: exit code, and what it wrote on both streams."""

    code: int
    out: str
    err: str


Run = Callable[..., Done]


@pytest.fixture
def kg_run(capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return the command `kg` in this process: `kg_run("extract", "-", stdin=b"...")`.

    Queries are asked in this process too: it has engines with threads, and is not to be copied.
    """
    monkeypatch.setattr(worker, "run", lambda work, limits: work())

    def run(*arguments: str | Path, stdin: bytes = b"") -> Done:
        capfdbinary.readouterr()
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), "utf-8"))
        code = main([str(argument) for argument in arguments])
        out, err = capfdbinary.readouterr()
        return Done(code, out.decode("utf-8"), err.decode("utf-8"))

    return run


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a store that `kg build` made of the project's own article; not to be written to."""
    folder = tmp_path_factory.mktemp("built") / "store"
    with contextlib.redirect_stdout(io.TextIOWrapper(io.BytesIO(), "utf-8")):
        assert main(["build", str(ARTICLE), "--store", str(folder)]) == 0
    return folder


@pytest.fixture
def second(tmp_path: Path) -> Path:
    """Return another article than the project's own."""
    file = tmp_path / "valletta.txt"
    file.write_text(SECOND, "utf-8")
    return file
