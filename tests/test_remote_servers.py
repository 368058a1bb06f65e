"""Two real servers hold what the local store holds, and answer as it does, also past a crash."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import faulty_proxy
import pyoxigraph as ox
import pytest
import samples
import servers
from faulty_proxy import Proxy

from kg import pipeline, queries
from kg.errors import StoreError, UsageError
from kg.store import Store, engine
from kg.store.remote import loading as loading_module
from kg.store.remote import profiles
from kg.store.remote.credentials import NONE, Credentials
from kg.store.remote.endpoint import Endpoint
from kg.store.remote.loading import Loading, Plan
from kg.store.remote.profiles import MERGED, STAMPS
from kg.store.remote.transport import PATIENT, Limits, Transport
from kg.store.remote.writing import Writer

RDFS, RDF = "http://www.w3.org/2000/01/rdf-schema#", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
GRAPH = "https://w3id.org/readout/id/graph/"
ODD = (
    r'<urn:s> <urn:p> "a\\u0041 \\\\U0001F600 \"quoted\" \n\r\t Élan 中文 😀 \\" '
    f"<{GRAPH}odd> .\n"
    f'<urn:s> <urn:p> "mot"@fr-BE <{GRAPH}odd> .\n'
    f'<urn:s> <urn:q> "0042"^^<http://www.w3.org/2001/XMLSchema#integer> <{GRAPH}odd> .\n'
    f'<urn:s> <urn:q> "1.50"^^<http://www.w3.org/2001/XMLSchema#decimal> <{GRAPH}odd> .\n'
    f'<urn:s> <urn:q> "2016-04"^^<http://www.w3.org/2001/XMLSchema#gYearMonth> <{GRAPH}odd> .\n'
    f'<urn:s> <urn:q> "2016-04-13"^^<http://www.w3.org/2001/XMLSchema#date> <{GRAPH}odd> .\n'
    f'<urn:s> <urn:long> "{"a long text " * 20_000}" <{GRAPH}odd> .\n'
)
"""Literals that servers write otherwise, or have to be escaped for."""


@dataclass(frozen=True, slots=True)
class Place:
    """A running server, a proxy before it, and who may write to it."""

    name: str
    server: servers.Server
    proxy: Proxy
    transport: Transport

    def endpoint(self, limits: Limits = PATIENT) -> Endpoint:
        profile = profiles.PROFILES[self.name]
        return Endpoint(
            self.proxy.url + profile.query, union=profile.union, limits=limits, sleep=no_sleep
        )

    def loading(self, store: Store) -> Loading:
        found = profiles.find(self.proxy.url, self.name)
        return Loading(store, self.endpoint(), Writer(found, self.transport))

    def load(self, store: Store, *, force: bool = False, keep: bool = False) -> Plan:
        """Bring a store to the server as `kg load` does; nothing may be wrong afterwards."""
        work = self.loading(store)
        plan = work.plan(force=force, keep=keep)
        done = list(work.carry_out(plan))
        assert sorted(done) == sorted((*plan.send, *plan.remove))
        assert list(work.verify(plan)) == []
        return plan

    def update(self, text: str) -> None:
        headers = {"Content-Type": "application/sparql-update"}
        url = profiles.find(self.server.url, self.name).update
        self.transport.send("POST", url, text.encode(), headers=headers)


def is_plain(place: Place) -> bool:
    """Tell whether the merged view is the server's default graph."""
    return not profiles.PROFILES[place.name].union


def no_sleep(_: float) -> None:
    """Wait for nothing."""


@pytest.fixture(scope="module", params=["oxigraph", "virtuoso"])
def running(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Place]:
    start = {"oxigraph": servers.oxigraph, "virtuoso": servers.virtuoso}[request.param]
    who = Credentials(servers.USER, servers.PASSWORD) if request.param == "virtuoso" else NONE
    folder = tmp_path_factory.mktemp(request.param)
    digest = profiles.PROFILES[request.param].digest
    with (
        start(folder) as server,
        faulty_proxy.serve(server.url) as proxy,
        Transport(who, digest=digest, sleep=no_sleep) as transport,
    ):
        yield Place(request.param, server, proxy, transport)


@pytest.fixture
def place(running: Place) -> Place:
    """Return a server that holds nothing of ours, and a proxy that has seen nothing."""
    ours = [
        row[0] for row in running.endpoint().rows("SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }")
    ]
    names = [MERGED, *(graph.value for graph in ours if graph)]
    known = [name for name in names if name.startswith(("urn:", "https://w3id.org/"))]
    clears = [f"CLEAR SILENT GRAPH <{graph}>" for graph in known]
    running.update(";\n".join([*clears, *(["CLEAR DEFAULT"] if is_plain(running) else [])]))
    running.proxy.requests.clear()
    return running


@pytest.fixture(scope="module")
def quads() -> str:
    """Return the graphs of some articles, of odd literals, and of what joins the articles."""
    store = Store.in_memory(*samples.all_quads()[:7], ODD)
    pipeline.join(store)
    graphs = (quad for graph in store.graphs() for quad in store.quads(graph))
    return "".join(f"{quad} .\n" for quad in graphs)


@pytest.fixture
def store(quads: str) -> Store:
    return Store.in_memory(quads)


def there(place: Place, graph: str | None) -> frozenset[ox.Triple]:
    """Return what stands on the server of a graph or the merged view, in its canonical form."""
    pattern = f"GRAPH <{graph}> {{ ?s ?p ?o }}" if graph else "?s ?p ?o"
    found = place.endpoint().rows(f"SELECT ?s ?p ?o {{ {pattern} }}")
    return engine.normalise(ox.Triple(*row) for row in found)  # type: ignore[arg-type]  # no gaps


def assert_same(place: Place, store: Store) -> None:
    for graph in (None, *store.graphs()):
        here = frozenset(quad.triple for quad in store.quads(graph))
        assert there(place, graph) == here, graph


def writes(place: Place) -> int:
    return place.proxy.count("/update|/sparql-auth|/sparql-graph")


# --- the same triples ----------------------------------------------------------------


def test_the_server_holds_the_same_triples(place: Place, store: Store) -> None:
    plan = place.load(store)
    assert (plan.send, plan.remove, plan.same) == (store.graphs(), (), 0)
    assert len(plan.send) > 7 + 1  # the odd one, and what joins the others
    assert_same(place, store)


def test_a_second_run_sends_nothing(place: Place, store: Store) -> None:
    place.load(store)
    place.proxy.requests.clear()
    assert place.load(store) == Plan((), (), len(store.graphs()))
    assert writes(place) == 0
    assert place.proxy.count() > 0


def test_only_what_changed_is_sent(place: Place, store: Store) -> None:
    place.load(store)
    changed = store.articles()[5].graph
    store.put(f'<urn:s> <urn:p> "another" <{changed}> .\n')
    gone = [store.articles()[number] for number in (0, 3)]
    for article in gone:
        store.remove(article.id)
    plan = place.load(store)
    assert plan.send == (changed,)
    assert plan.remove == tuple(sorted(article.graph for article in gone))
    assert_same(place, store)
    assert there(place, gone[0].graph) == frozenset()


def test_what_two_graphs_state_goes_with_the_last_of_them(place: Place) -> None:
    both = "<urn:s> <urn:p> <urn:shared>"
    store = Store.in_memory(
        f'{both} <{GRAPH}a> .\n{both} <{GRAPH}b> .\n<urn:s> <urn:p> "a" <{GRAPH}a> .\n'
        f'<urn:s> <urn:p> "c" <{GRAPH}c> .\n'
    )
    place.load(store)
    for put in (f'<urn:s> <urn:p> "a" <{GRAPH}a> .\n', f'<urn:s> <urn:p> "b" <{GRAPH}b> .\n'):
        store.put(put)
        place.load(store)
        assert_same(place, store)
    store.put(f"{both} <{GRAPH}a> .\n{both} <{GRAPH}b> .\n")
    place.load(store)
    store.put(f'<urn:s> <urn:p> "1" <{GRAPH}a> .\n<urn:s> <urn:p> "2" <{GRAPH}b> .\n')
    place.load(store)  # both lose it in one run
    assert_same(place, store)


def test_graphs_of_others_stay(place: Place, store: Store) -> None:
    place.update('INSERT DATA { GRAPH <urn:theirs> { <urn:s> <urn:p> "theirs" } }')
    place.load(store)
    store.remove(store.articles()[0].id)
    place.load(store, force=True)
    assert len(there(place, "urn:theirs")) == 1


def test_what_is_gone_here_can_stay_there(place: Place, store: Store) -> None:
    place.load(store)
    before, article = there(place, None), store.articles()[2]
    store.remove(article.id)
    assert place.load(store, keep=True).kept == (article.graph,)
    assert there(place, None) == before
    assert there(place, article.graph)


def test_most_of_a_server_is_not_taken_out_by_mistake(place: Place, store: Store) -> None:
    place.load(store)
    other = Store.in_memory(samples.all_quads()[0])
    every = len(store.graphs())
    told = rf"{every - 1} of the {every} graphs of ours there.*--keep.*--force"
    with pytest.raises(UsageError, match=told):
        place.load(other)
    assert_same(place, store)
    assert len(place.load(other, force=True).remove) == every - 1
    assert_same(place, other)


def test_a_graph_that_another_hand_changed_is_sent_again(place: Place, store: Store) -> None:
    place.load(store)
    hurt = store.articles()[1].graph
    place.update(f"DELETE WHERE {{ GRAPH <{hurt}> {{ ?s <{RDFS}label> ?o }} }}")
    assert place.load(store).send == (hurt,)
    assert_same(place, store)


def test_counting_tells_what_is_not_there(place: Place, store: Store) -> None:
    graph = store.articles()[0].graph
    work = place.loading(store)
    plan = work.plan()
    list(work.carry_out(plan))
    place.update(f"CLEAR GRAPH <{graph}>")
    count = sum(1 for _ in store.quads(graph))
    name = store.articles()[0].id
    assert list(work.verify(plan)) == [f"{name}: {count} statements here, 0 there"]
    lost = "<urn:s> ?p ?o" if is_plain(place) else f"GRAPH <{MERGED}> {{ <urn:s> ?p ?o }}"
    place.update(f"DELETE WHERE {{ {lost} }}")
    told = list(work.verify(plan))[-1]
    here = sum(1 for _ in store.quads())
    assert told == f"the merged view: {here} statements here, {here - 7} there"


# --- the same answers ------------------------------------------------------------------


@pytest.fixture(scope="module")
def filled(running: Place, quads: str) -> tuple[Place, Store]:
    """Return a server that holds a store; for tests that change nothing."""
    store = Store.in_memory(quads)
    running.load(store, force=True)
    return running, store


@pytest.mark.parametrize("stored", queries.catalogue(), ids=lambda stored: stored.name)
def test_every_stored_question_has_the_same_rows(
    filled: tuple[Place, Store], stored: queries.StoredQuery
) -> None:
    place, store = filled
    endpoint = place.endpoint()
    wanted = queries.run(store, stored.name, **stored.example)
    assert queries.run(endpoint, stored.name, **stored.example) == wanted
    assert wanted.rows
    if not any(parameter.required for parameter in stored.parameters):
        assert queries.run(endpoint, stored.name) == queries.run(store, stored.name)


@pytest.mark.parametrize(
    "text",
    [
        "SELECT ?name (COUNT(*) AS ?n) { ?m readout:place/rdfs:label ?name } GROUP BY ?name",
        "SELECT DISTINCT ?s { ?s a readout:Meeting FILTER NOT EXISTS { ?s readout:place ?p } }",
        "SELECT ?g { GRAPH ?g { ?s a readout:Article } }",
        "SELECT ?n { { SELECT (COUNT(*) AS ?n) { ?s ?p ?o } } }",
        "SELECT ?label { VALUES ?c { country:TJ country:NO } ?c rdfs:label ?label }",
        "SELECT ?o { <urn:s> <urn:q> ?o }",
        "ASK { ?s a readout:Meeting }",
        "ASK { ?s a readout:Unicorn }",
        "CONSTRUCT { ?s rdfs:label ?l } WHERE { ?s a readout:Country ; rdfs:label ?l }",
        "CONSTRUCT WHERE { ?s a readout:Meeting ; rdfs:label ?l }",
    ],
)
def test_free_questions_have_the_same_answers(filled: tuple[Place, Store], text: str) -> None:
    place, store = filled
    here, remote = queries.select(store, text), queries.select(place.endpoint(), text)
    assert type(here) is type(remote)
    assert sorted(map(str, content(here))) == sorted(map(str, content(remote)))


def content(result: object) -> tuple[object, ...]:
    if isinstance(result, queries.Rows):
        return result.rows
    return getattr(result, "triples", (bool(result),))


def test_the_merged_view_is_found_without_a_profile(filled: tuple[Place, Store]) -> None:
    place, store = filled
    unknown = Endpoint(place.proxy.url + profiles.PROFILES[place.name].query)
    assert queries.run(unknown, "unlinked") == queries.run(store, "unlinked")
    assert unknown.union is (place.name == "virtuoso")


def test_the_least_of_several_names_is_the_same(place: Place) -> None:
    """Virtuoso compares its own numbers of texts, by their age, unless it is told otherwise."""
    names = [f"{letter} meeting of two ministers on trade" for letter in "MZCAXB"]
    meeting = f"<urn:m> <{RDFS}label>"
    lines = [f'{meeting} "{name}" <{GRAPH}{at}> .\n' for at, name in enumerate(names)]
    kind = f"<{RDF}type> <https://w3id.org/readout/ontology#Meeting>"
    store = Store.in_memory("".join(lines) + f"<urn:m> {kind} <{GRAPH}0> .\n")
    place.load(store)
    (found,) = queries.run(place.endpoint(), "meetings").column("name")
    assert (found,) == queries.run(store, "meetings").column("name") == (min(names),)


# --- what goes wrong -------------------------------------------------------------------


def test_a_server_that_dies_in_the_middle_is_filled_by_the_next_run(
    place: Place, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loading_module, "BYTES", 100_000)  # several requests, some graphs each
    done: list[str] = []
    writing = 0

    def crash(request: faulty_proxy.Request) -> None:
        nonlocal writing
        writing += "update" in request.line or "sparql-auth" in request.line
        if writing == 4:
            place.server.kill()

    place.proxy.before = crash
    work = place.loading(store)
    with pytest.raises(StoreError, match="failed 5 times"):
        for graph in work.carry_out(work.plan()):
            done.append(graph)
    place.proxy.before = None
    place.server.start()
    assert 0 < len(done) < len(store.graphs())
    plan = place.load(store)
    assert not set(done) & set(plan.send), "what was acknowledged is there, and not sent again"
    assert_same(place, store)


@pytest.mark.parametrize("fault", ["lost", "drop", "closed", "503:1", "429:2", "502"])
def test_a_fault_that_passes_is_passed(place: Place, store: Store, fault: str) -> None:
    place.proxy.only, place.proxy.faults = "", [fault, "pass", fault, "pass", "pass", fault]
    try:
        place.load(store)
        assert place.proxy.faults == []
    finally:
        place.proxy.faults.clear()
    assert_same(place, store)


def test_a_server_that_refuses_is_left(place: Place, store: Store) -> None:
    place.proxy.only, place.proxy.faults = "update|sparql-auth|graph-crud", ["403"]
    with pytest.raises(StoreError, match="refuses, status 403"):
        place.load(store)
    place.proxy.only = ""
    place.load(store)
    assert_same(place, store)


def test_a_truncated_answer_is_asked_again_and_never_taken(place: Place, store: Store) -> None:
    place.load(store)
    endpoint = place.endpoint()
    place.proxy.faults = ["truncated"]
    assert queries.run(endpoint, "counts") == queries.run(store, "counts")
    place.proxy.always = "truncated"
    try:
        with pytest.raises(StoreError, match="failed 5 times, last: an answer that is cut off"):
            queries.run(endpoint, "counts")
    finally:
        place.proxy.always = "pass"


def test_a_server_that_says_nothing_is_not_waited_for(place: Place, store: Store) -> None:
    place.proxy.faults = ["hang"]
    with pytest.raises(StoreError, match="has sent nothing for 1 seconds"):
        place.endpoint(Limits(1, 1, 1)).rows("SELECT * { ?s ?p ?o }")


def test_the_stamps_are_all_that_is_added(place: Place, store: Store) -> None:
    place.load(store)
    rows = place.endpoint().rows("SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }")
    found = {row[0].value for row in rows if row[0] and "openlinksw" not in row[0].value}
    ours = {name for name in found if name.startswith(("urn:readout", "https://w3id.org/readout"))}
    assert ours == {*store.graphs(), STAMPS}
