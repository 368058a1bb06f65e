"""What all tests share: approving golden files, and tools that a machine may lack."""

from __future__ import annotations

import importlib.util
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ARTICLE = ROOT / "articles" / "sco-tashkent-2016.txt"

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
    if find(name):
        return
    if os.environ.get("CI"):
        pytest.fail(f"CI installs {name}, and it is not there: {reason}")
    pytest.skip(f"{name} is not installed: {reason}")


@pytest.fixture
def needs() -> Needs:
    """Return `need`, for tests of their own: `needs("rapper", "an independent reader")`."""
    return need
