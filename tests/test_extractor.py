"""A second, tiny extractor: found by its entry point, held to the same promise."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg import extractor, pipeline
from kg.errors import EvidenceError, UsageError
from kg.model import Article, Document, Facts, Passage, Topic

TEXT = "The envoys discussed salt.\nThey did not discuss sugar.\n"


class Salt:
    """Finds the word "salt", and quotes it; `shift` makes it quote beside the word."""

    name = "salt"
    version = "1"

    def __init__(self, shift: int = 0) -> None:
        self.shift = shift

    def extract(self, document: Document) -> Facts:
        start = document.view.find("salt")
        if start < 0:
            return Facts(document.article)
        passage = Passage(start + self.shift, start + 4 + self.shift, "salt")
        return Facts(document.article, topics=(Topic("salt", None, (passage,), "word"),))


extractor_of_salt = Salt()
no_extractor = object()


def offer(folder: Path, *lines: str) -> None:
    """Lay down what an installed package leaves behind: its entry points."""
    info = folder / "salt_extractor-1.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: salt-extractor\nVersion: 1\n")
    (info / "entry_points.txt").write_text("\n".join([f"[{extractor.GROUP}]", *lines]) + "\n")


def test_an_extractor_of_another_package_is_found_and_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    offer(tmp_path, f"salt = {__name__}:extractor_of_salt")
    monkeypatch.syspath_prepend(str(tmp_path))
    assert "salt" in extractor.names()
    facts = pipeline.extract(Article("envoys", TEXT), extractor.load("salt"))
    assert [(t.name, t.evidence[0].start) for t in facts.topics] == [("salt", TEXT.index("salt"))]


def test_a_fact_that_does_not_replay_is_refused() -> None:
    with pytest.raises(EvidenceError, match="is not 'salt'"):
        pipeline.extract(Article("envoys", TEXT), Salt(shift=1))


def test_a_fact_of_another_article_is_refused() -> None:
    other = Facts(Article("other", TEXT))

    class Swap(Salt):
        def extract(self, document: Document) -> Facts:
            return other

    with pytest.raises(EvidenceError, match="another article"):
        pipeline.extract(Article("envoys", TEXT), Swap())


def test_a_text_without_salt_has_no_facts() -> None:
    assert pipeline.extract(Article("envoys", "Nothing."), Salt()).topics == ()


def test_an_unknown_extractor_names_those_there_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    offer(tmp_path, f"salt = {__name__}:extractor_of_salt")
    monkeypatch.syspath_prepend(str(tmp_path))
    with pytest.raises(UsageError, match=r"'pepper'.*installed: .*salt"):
        extractor.load("pepper")


def test_what_is_no_extractor_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    offer(tmp_path, f"nothing = {__name__}:no_extractor")
    monkeypatch.syspath_prepend(str(tmp_path))
    with pytest.raises(UsageError, match="no extractor"):
        extractor.load("nothing")
