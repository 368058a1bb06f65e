"""The order of the stages, and nothing else.

A stage is imported where it is run: what joins a store, or hands articles to other
processes, needs no grammar, and compiling that takes longer than reading some articles.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg import __version__, namespaces
from kg.errors import EvidenceError
from kg.extractor import Extractor
from kg.formats import triples
from kg.model import Article, Document, Facts

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.coverage import Coverage
    from kg.link.client import Client
    from kg.link.standing import Standing
    from kg.mappings import Mapping
    from kg.reading.sources import Source
    from kg.store import Store
    from kg.validation.report import Report


class Grammar:
    """Readout's own extractor: mentions by the grammars, facts from the mentions."""

    name = "grammar"
    version = __version__

    def extract(self, document: Document) -> Facts:
        """Return the facts that `document` states, in the order of its text."""
        from kg import facts, mentions

        return facts.assemble(document, mentions.find(document))


GRAMMAR = Grammar()


@dataclass(frozen=True, slots=True)
class Built:
    """What became of one article: its facts, their graph as N-Quads, and what the shapes say.

    `outline` is what joining needs to know of the graph.
    """

    facts: Facts
    quads: str
    report: Report
    outline: str | None


def extract(article: Article, extractor: Extractor = GRAMMAR) -> Facts:
    """Return the facts that an article states, each with passages that replay.

    Raises EvidenceError, which names the fact, where a passage does not replay
    from this article's text.
    """
    from kg import document
    from kg.facts.evidence import check

    found = extractor.extract(document.segment(article))
    if found.article != article:
        raise EvidenceError(f"{article.id}: {extractor.name} returned facts of another article")
    return check(found)


def cover(article: Article) -> Coverage:
    """Return what of an article no fact of our own extractor rests on."""
    from kg import coverage, document, facts, mentions
    from kg.facts.evidence import check

    segmented = document.segment(article)
    found = mentions.find(segmented)
    return coverage.cover(segmented, found, check(facts.assemble(segmented, found)))


def build(article: Article, engine: str | None = None) -> Built:
    """Return the facts of an article with their graph and its validation.

    `engine` is one of kg.validation.ENGINES, without it the fastest that is installed.
    """
    from kg.graph.statements import state
    from kg.identity import outlines
    from kg.validation import judge  # which may bring engines that extraction does not need

    found = extract(article)
    statements = state(found)
    name = namespaces.graph(article.id)
    report = judge(statements, name, engine)
    outline = outlines.of_statements(statements)
    return Built(found, triples.nquads(statements, name), report, outline)


def extract_source(source: Source) -> Facts:
    """Return the facts of the article that `source` names."""
    from kg.reading import read

    return extract(read(source))


def cover_source(source: Source) -> Coverage:
    """Return what of the article that `source` names no fact rests on."""
    from kg.reading import read

    return cover(read(source))


def build_source(source: Source, engine: str | None = None) -> Built:
    """Return what is built of the article that `source` names."""
    from kg.reading import read

    return build(read(source), engine)


@dataclass(frozen=True, slots=True)
class Identified:
    """The judgements on what is one as rows, sorted, and joins that were refused."""

    rows: Iterable[Mapping]
    refused: tuple[tuple[Mapping, str], ...]


@dataclass(frozen=True, slots=True)
class Linked:
    """The judgements on links as rows, sorted.

    `standings` say what items tell of holders of offices, `properties` are ids
    of properties by name: both empty where no endpoint was asked.
    """

    rows: tuple[Mapping, ...]
    standings: tuple[Standing, ...] = ()
    properties: dict[str, str] = field(default_factory=dict)


def join(
    store: Store,
    identity: Iterable[Mapping] = (),
    links: Iterable[Mapping] = (),
    client: Client | None = None,
) -> Linked:
    """Make the graphs of identity and links of a store anew, as `identify` and `link` do.

    What did not come to be one, or linked, is not told: it takes less time and memory.
    """
    identify(store, identity, told=False)
    return link(store, links, client, told=False)


def identify(store: Store, kept: Iterable[Mapping] = (), *, told: bool = True) -> Identified:
    """Make the graph of identity of a store anew, from its articles alone.

    `kept` are rows of earlier runs: those of persons outweigh what the machine finds.
    Unless `told` the rows are of persons alone.
    """
    from kg import identity, mappings
    from kg.identity import graph

    ones = tuple(kept)
    found = identity.identify(store, graph.decisions(ones), told=told)
    _put(store, graph.name(), graph.nquads(found))
    return Identified(mappings.Merged(graph.Rows(found), ones), graph.refused(found))


def link(
    store: Store,
    kept: Iterable[Mapping] = (),
    client: Client | None = None,
    *,
    told: bool = True,
) -> Linked:
    """Make the graph of links of a store anew, from its articles and its graph of identity.

    `kept` are rows of earlier runs: those of persons outweigh what the machine
    finds; what an endpoint told stays, but for what the lists decide. With a
    `client` all that lists and persons leave open is asked of its endpoint
    anew. Raises StoreError where that fails; then the graph of links stays as
    it was. Unless `told` the rows are of what is linked alone.
    """
    from kg.link import graph

    known = tuple(kept)
    made = _look_up(store, known, told=told) if client is None else _ask(store, known, client)
    _put(store, graph.name(), graph.nquads(made.rows, made.standings))
    return made


def _look_up(store: Store, known: tuple[Mapping, ...], *, told: bool) -> Linked:
    """Return what word lists tell, and an endpoint told before."""
    from kg import link
    from kg.link import offline, things

    rows = link.keep(offline.rows_of(things.each(store, brief=True)), known)
    kept = (row for row in rows if told or row.judgement == "positive")
    return Linked(link.outweigh(kept, known))


def _ask(store: Store, known: tuple[Mapping, ...], client: Client) -> Linked:
    """Return what word lists tell, and an endpoint of what they leave open."""
    from kg import link
    from kg.link import offline, online, properties, standing, things

    ids = properties.find(client)
    named = things.collect(store)
    listed = link.outweigh(offline.link(named), known)
    rows = link.outweigh(online.link(named, listed, client, ids), known)
    accepted = online.accepted(rows)
    standings = standing.judge(standing.claims(store), named, accepted, client)
    return Linked(rows, standings, ids)


def _put(store: Store, graph: str, quads: str) -> None:
    """Replace a named graph whole, also by nothing."""
    if quads:
        store.fill([(quads, None)])  # a new one by lines: an update takes 100 MB more for 70,000
    else:
        store.drop(graph)
