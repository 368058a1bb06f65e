"""What is shipped: pinned requirements, a wheel that works from anywhere, a Makefile and CI."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
import sysconfig
import tomllib
import zipfile
from pathlib import Path

import pytest
from conftest import ARTICLE, ROOT, Needs

import kg

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
RUNTIME = {
    *("ahocorasick-rs", "click", "jinja2", "pyoxigraph", "pyshacl", "rdflib"),
    *("sparqlwrapper", "starlette", "uvicorn"),
}
PINNED = ("requirements.txt", "requirements-dev.txt", "requirements-lexicon.txt")
PIN = re.compile(r"([a-z0-9-]+)==([0-9][\w.]*)(?: ; [^\\]+)? \\$")
HASH = re.compile(r"    --hash=sha256:[0-9a-f]{64}(?: \\)?$")
ADDRESS = re.compile(r"index.url|find.links|trusted.host|:/{2}\S+/simple|file:|@ ")


def pins(name: str) -> dict[str, str]:
    """Return the version of each package that a requirements file pins."""
    text = (ROOT / name).read_text("utf-8")
    return dict(match.groups() for match in map(PIN.match, text.splitlines()) if match)


# --- requirements --------------------------------------------------------------------


@pytest.mark.parametrize("name", PINNED)
def test_requirements_are_pins_with_hashes_and_nothing_else(name: str) -> None:
    hashes = 0
    for line in reversed((ROOT / name).read_text("utf-8").splitlines()):
        if HASH.match(line):
            hashes += 1
        else:
            assert PIN.match(line), line
            assert hashes, f"{line} has no hash"
            hashes = 0


@pytest.mark.parametrize("name", [*PINNED, "pyproject.toml"])
def test_requirements_record_no_address(name: str) -> None:
    assert not ADDRESS.findall((ROOT / name).read_text("utf-8"))


def test_runtime_needs_few_packages() -> None:
    declared = {re.split(r"[<>=]", line)[0] for line in PROJECT["project"]["dependencies"]}
    assert declared == RUNTIME


def test_requirements_agree_with_each_other() -> None:
    runtime, develop, lexicon = map(pins, PINNED)
    groups = PROJECT["dependency-groups"]
    wanted = {re.split(r"[<>=]", line)[0] for line in (*groups["build"], *groups["dev"])}
    assert runtime.keys() >= RUNTIME
    assert runtime.items() <= develop.items()
    assert {n: develop[n] for n in develop.keys() & lexicon.keys()}.items() <= lexicon.items()
    assert "rigour" in lexicon.keys() - develop.keys(), "its PyICU wants a compiler"
    assert wanted <= develop.keys()


@pytest.mark.parametrize("name", sorted(RUNTIME))
def test_pins_are_what_the_project_declares(name: str) -> None:
    from importlib.metadata import version

    def key(text: str) -> list[int]:
        return [int(part) for part in text.split(".")]

    (declared,) = (d for d in PROJECT["project"]["dependencies"] if re.split("[<>=]", d)[0] == name)
    least = re.search(r">=([\d.]+)", declared)
    assert least
    assert key(pins("requirements.txt")[name]) >= key(least[1])
    assert key(version(name)) >= key(least[1])


# --- the wheel -----------------------------------------------------------------------


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the wheel, built without the network."""
    from conftest import need

    need("hatchling", "it builds the wheel")
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (built,) = folder.glob("*.whl")
    return built


@pytest.mark.slow
def test_the_wheel_carries_all_data_and_no_test(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    assert wheel.name == f"readout_kg-{kg.__version__}-py3-none-any.whl"
    for folder in ("ontology", "queries", "articles"):
        files = [file for file in (ROOT / folder).iterdir() if file.is_file()]
        assert files
        assert {f"kg/data/{folder}/{file.name}" for file in files} <= names
    lists = [
        file for file in (ROOT / "kg" / "lexicon").iterdir() if file.suffix in (".tsv", ".txt")
    ]
    assert {f"kg/lexicon/{file.name}" for file in lists} <= names
    pages = [
        file for part in ("templates", "static") for file in (ROOT / "kg/web" / part).iterdir()
    ]
    assert len(pages) > 20
    assert {str(file.relative_to(ROOT)) for file in pages if file.is_file()} <= names
    assert "kg/py.typed" in names
    assert not [name for name in names if name.startswith(("tests/", "bench/", "articles/"))]


@pytest.mark.slow
def test_the_installed_wheel_works_from_any_folder(wheel: Path, tmp_path: Path) -> None:
    """What it needs comes from this environment, by a path; the package itself from the wheel."""
    home, away = tmp_path / "env", tmp_path / "away"
    away.mkdir()
    subprocess.run([sys.executable, "-m", "venv", str(home)], check=True)
    python = home / "bin" / "python"
    (site,) = home.glob("lib/python*/site-packages")
    (site / "needed.pth").write_text(sysconfig.get_path("purelib") + "\n")
    install = [str(python), "-m", "pip", "install", "--quiet", "--no-deps", "--no-index"]
    plain = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    subprocess.run([*install, str(wheel)], check=True, env=plain)

    def run(*arguments: str) -> str:
        command = [str(home / "bin" / "kg"), *arguments]
        return subprocess.run(
            command, cwd=away, env=plain, check=True, capture_output=True, text=True
        ).stdout

    (article,) = site.glob("kg/data/articles/*.txt")
    where = "import kg; print(kg.__file__)"
    came = subprocess.run([str(python), "-c", where], cwd=away, env=plain, capture_output=True)
    assert str(site) in came.stdout.decode()
    assert "1 article built into readout.store" in run("build", str(article))
    assert "eleventh session" in run("query", "meetings")
    assert run("export").startswith("@prefix")
    assert run("validate", "--store", "readout.store").startswith("conforms")


# --- the files around it -------------------------------------------------------------


def test_the_article_is_kept_byte_for_byte() -> None:
    told = (ARTICLE.parent / "SOURCES").read_text("utf-8")
    for file in ARTICLE.parent.glob("*.txt"):
        assert file.name in told
        assert hashlib.sha256(file.read_bytes()).hexdigest() in told


def test_the_licence_is_apache_s_in_full() -> None:
    text = (ROOT / "LICENSE").read_text("utf-8")
    assert PROJECT["project"]["license"] == "Apache-2.0"
    assert "Version 2.0, January 2004" in text
    assert "END OF TERMS AND CONDITIONS" in text
    assert len(text.splitlines()) > 200


def test_the_changelog_tells_of_this_version() -> None:
    assert f"## {kg.__version__}" in (ROOT / "CHANGELOG.md").read_text("utf-8")


@pytest.mark.parametrize("target", ["demo", "test", "lint", "types", "bench", "lexicon", "pins"])
def test_make_knows_its_targets(needs: Needs, target: str) -> None:
    needs("make", "the README's commands are its targets")
    done = subprocess.run(
        ["make", "--dry-run", target], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip()


def test_ci_runs_what_the_readme_says() -> None:
    script = ROOT / ".ci" / "run"
    assert os.access(script, os.X_OK)
    subprocess.run(["bash", "-n", str(script)], check=True)
    text = script.read_text("utf-8")
    assert "set -euo pipefail" in text
    assert re.search(r"^make .*\btest\b", text, re.MULTILINE)


TEXTS = {".py", ".md", ".toml", ".txt", ".ttl", ".rq", ".json", ".jsonld", ".tsv", ""}


def test_no_file_names_a_registry_or_a_place_of_work() -> None:
    """Requirements are found wherever the reader's own pip looks for them."""
    folders = ("kg", "tests", "bench", "ontology", "queries", "articles", ".ci")
    files = [file for folder in folders for file in (ROOT / folder).rglob("*")]
    named = re.compile(r":/{2}[^\s\"]+/simple\b|[-_]index[-]url|find[-]links|/work/(?:main|shared)")
    assert [
        str(file.relative_to(ROOT))
        for file in (*files, *ROOT.glob("*.*"), ROOT / "Makefile")
        if file.is_file() and file.suffix in TEXTS and "__pycache__" not in file.parts
        if named.search(file.read_text("utf-8", "replace"))
    ] == []
