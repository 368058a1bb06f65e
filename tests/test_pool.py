"""Processes that answer queries: what passes the pipe, what ends them, and that others go on."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from pathlib import Path

import pyoxigraph as ox
import pytest
from conftest import ROOT

from kg.errors import InputError, KgError, LimitError, StoreError, UsageError
from kg.limits import Limits
from kg.queries import results
from kg.queries.results import Rows
from kg.store import Store, asking, snapshot
from kg.store.asking import Question, UnwantedError
from kg.store.pool import Answer, Pool

ASK = Question("ASK {}")
MEETINGS = "SELECT ?s WHERE { ?s a readout:Meeting } ORDER BY ?s"
CROSS = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
DOUBLED = " ".join(f"BIND(CONCAT(?a{n}, ?a{n}) AS ?a{n + 1})" for n in range(36))
LARGE = f"SELECT ?a36 WHERE {{ BIND('0123456789' AS ?a0) {DOUBLED} }}"
PERSON = "https://w3id.org/readout/id/person/ru-patrushev-n"
ARTICLE = "https://w3id.org/readout/id/article/sco-tashkent-2016"


@pytest.fixture(scope="module")
def place(store: Path) -> Iterator[Path]:
    taken = snapshot.take(store)
    yield taken.folder
    snapshot.drop(taken)


@pytest.fixture(scope="module")
def pool(place: Path) -> Iterator[Pool]:
    with Pool(place, 2, Limits(3, 800 << 20)) as made:
        yield made


# --- answers ------------------------------------------------------------------------------


def test_rows_come_back_as_they_are_in_the_store(pool: Pool, place: Path) -> None:
    answer = pool.ask(Question(MEETINGS))
    assert (answer.kind, answer.form, answer.columns) == ("rows", "json", ("s",))
    with Store(place, read_only=True) as store:
        assert answer.result() == store.evaluate(MEETINGS)


@pytest.mark.parametrize("form", ["json", "xml", "csv", "tsv"])
def test_rows_come_in_each_format(pool: Pool, place: Path, form: str) -> None:
    answer = pool.ask(Question(MEETINGS, rows_as=form))
    with Store(place, read_only=True) as store:
        text = results.write(store.evaluate(MEETINGS), form)
    assert answer.read() == text
    assert answer.length == len(text.encode())


def test_an_ask_is_answered(pool: Pool) -> None:
    answer = pool.ask(ASK)
    assert (answer.kind, answer.result()) == ("answer", results.Answer(True))


@pytest.mark.parametrize("form", ["turtle", "ntriples", "jsonld", "rdfxml"])
def test_triples_come_in_each_format(pool: Pool, form: str) -> None:
    answer = pool.ask(Question("CONSTRUCT WHERE { ?s a readout:Meeting }", triples_as=form))
    assert answer.kind == "triples"
    assert answer.read().count("sco-secretaries-of-security-councils-11") == 1


def test_a_stored_question_tells_its_sparql(pool: Pool) -> None:
    answer = pool.ask(Question(name="meetings", values={"country": "UZ"}))
    assert "country/UZ" in answer.text and "SELECT ?meeting" in answer.text
    found = answer.result()
    assert isinstance(found, Rows) and len(found) == 2


def test_a_stored_question_as_triples_tells_of_the_things_in_it(pool: Pool) -> None:
    asked = Question(
        name="participants",
        values={"meeting": "meeting:sco-secretaries-of-security-councils-11"},
        rows_as=None,
        triples_as="ntriples",
    )
    text = pool.ask(asked).read()
    assert f"<{PERSON}>" in text
    assert "ontology#text>" not in text


def test_a_thing_is_described_with_the_words_it_rests_on(pool: Pool) -> None:
    answer = pool.ask(Question(thing=PERSON, rows=None))
    assert answer.text == f"DESCRIBE <{PERSON}>"
    assert 'readout:quote "Secretary of the Security Council' in answer.read()


def test_an_article_is_all_that_its_graph_states(pool: Pool, place: Path) -> None:
    answer = pool.ask(Question(thing=ARTICLE, rows=None, triples_as="ntriples"))
    with Store(place, read_only=True) as store:
        assert len(answer.read().splitlines()) == len(list(store.quads(_graph())))


def _graph() -> str:
    return ARTICLE.replace("/article/", "/graph/")


def test_the_whole_store_is_exported_to_a_file(pool: Pool, place: Path, tmp_path: Path) -> None:
    file = tmp_path / "made" / "all.nq"
    answer = pool.ask(Question(file=str(file), triples_as="nquads", size=1 << 30))
    data = file.read_bytes()
    assert (answer.kind, answer.length) == ("export", len(data))
    assert answer.read() == sha256(data).hexdigest()
    with Store(place, read_only=True) as store:
        assert data.decode() == store.export("nquads")
    assert [each.name for each in file.parent.iterdir()] == ["all.nq"]


def test_an_export_that_is_too_large_leaves_no_file(pool: Pool, tmp_path: Path) -> None:
    with pytest.raises(LimitError, match="more than 0 MB"):
        pool.ask(Question(file=str(tmp_path / "all.nq"), triples_as="nquads", size=1000))
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(StoreError, match="cannot be written"):
        pool.ask(Question(file="/dev/null/all.nq", triples_as="nquads"))


# --- what is refused ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("question", "error", "told"),
    [
        (Question("ASK {"), UsageError, "not a SPARQL query"),
        (Question("CLEAR ALL"), UsageError, "refused"),
        (Question("ASK { SERVICE <http://127.0.0.1:9/> {} }"), UsageError, "SERVICE"),
        (Question("SELECT * " + "{" * 2000 + "}" * 2000), UsageError, "nests more than 100"),
        (Question(name="nothing"), UsageError, "no query 'nothing'"),
        (Question(name="meeting"), UsageError, "needs meeting"),
        (Question(name="meetings", values={"odd": "1"}), UsageError, "no parameter 'odd'"),
        (Question(thing=ARTICLE + "x"), UsageError, "no article"),
        (Question(thing="https://w3id.org/readout/id/person/none"), UsageError, "says nothing"),
        (Question("ASK {}", default=("no iri",)), UsageError, "no IRI of a graph"),
        (Question(MEETINGS, rows_as=None), UnwantedError, "the answer has rows"),
        (Question("DESCRIBE country:UZ", triples_as=None), UnwantedError, "has triples"),
        (Question("DESCRIBE country:UZ", triples_as="nquads"), UsageError, "graphs with names"),
        (Question(MEETINGS, rows_as="yaml"), UsageError, "no format 'yaml'"),
        (Question(MEETINGS, size=10), LimitError, "more than 0 MB"),
    ],
    ids=lambda value: None,
)
def test_refusals_pass_the_pipe_with_their_words(
    pool: Pool, question: Question, error: type[KgError], told: str
) -> None:
    before = pool.processes
    with pytest.raises(error, match=told):
        pool.ask(question)
    assert set(before) <= set(pool.processes), "a refusal ends no process"


def test_rows_are_capped(pool: Pool) -> None:
    cut = pool.ask(Question("SELECT * WHERE { ?s ?p ?o }", rows=5))
    whole = pool.ask(Question("SELECT * WHERE { ?s ?p ?o } LIMIT 5", rows=5))
    assert (cut.cut, whole.cut) == (True, False)
    assert len(list(cut.result())) == len(list(whole.result())) == 5  # type: ignore[arg-type]


# --- limits ---------------------------------------------------------------------------------


def test_a_query_is_ended_at_its_time_and_the_next_is_answered(pool: Pool) -> None:
    with pytest.raises(LimitError, match=r"no answer within 3 seconds: that is the timeout"):
        pool.ask(Question(CROSS))
    assert pool.ask(ASK).result()
    with pytest.raises(LimitError, match=r"no answer within 0\.5 seconds"):
        pool.ask(Question(CROSS, seconds=0.5))
    assert pool.ask(ASK).result()


def test_a_query_is_ended_at_its_memory(place: Path) -> None:
    with Pool(place, 1, Limits(60, 1 << 30)) as small:
        with pytest.raises(LimitError, match="more than 1024 MB of memory"):
            small.ask(Question(LARGE))
        assert small.ask(ASK).result()


@pytest.mark.parametrize("sign", [signal.SIGSEGV, signal.SIGABRT])
def test_a_process_that_breaks_is_told_and_replaced(place: Path, sign: signal.Signals) -> None:
    with Pool(place, 1, Limits(20)) as one, ThreadPoolExecutor(1) as threads:
        assert one.ask(ASK).result()
        slow = threads.submit(one.ask, Question(CROSS))
        time.sleep(0.2)
        os.kill(one.processes[0], sign)
        with pytest.raises(StoreError):
            slow.result()
        assert one.ask(ASK).result()


def test_a_process_killed_from_outside_is_not_missed(pool: Pool) -> None:
    for _ in range(3):
        pool.ask(ASK).read()
        for process in pool.processes:
            os.kill(process, signal.SIGKILL)
        assert pool.ask(ASK).result()


def test_a_question_is_asked_again_where_its_process_was_killed(place: Path) -> None:
    text = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . FILTER(?c = ?f) }"
    with Pool(place, 1, Limits(30)) as one, ThreadPoolExecutor(1) as threads:
        assert one.ask(ASK).result()
        asked = threads.submit(one.ask, Question(text))
        while not asked.done() and asked.running() is False:
            time.sleep(0.001)
        os.kill(one.processes[0], signal.SIGKILL)
        found = asked.result().result()
    assert isinstance(found, Rows) and len(found) == 1


def test_many_ask_at_once(pool: Pool) -> None:
    with ThreadPoolExecutor(12) as threads:
        answers = list(threads.map(lambda _: pool.ask(Question(MEETINGS)).read(), range(60)))
    assert len(set(answers)) == 1
    assert len(pool.processes) <= 2


def test_who_waits_too_long_for_a_process_is_told(place: Path) -> None:
    with Pool(place, 1, Limits(1)) as one, ThreadPoolExecutor(2) as threads:
        assert one.ask(ASK).result()
        slow = threads.submit(one.ask, Question(CROSS, seconds=20))
        time.sleep(0.2)
        with pytest.raises(LimitError, match="busy"):
            one.ask(ASK)
        one.close()
        with pytest.raises(StoreError):
            slow.result()


# --- beginning and end ----------------------------------------------------------------------


def test_a_pool_moves_to_a_newer_store(tmp_path: Path, place: Path) -> None:
    with Store(tmp_path / "other") as other:
        other.put("<http://e.org/s> <http://e.org/p> <http://e.org/o> <http://e.org/g> .\n")
    count = Question("SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }", rows_as="csv")
    with Pool(place, 2) as pool:
        assert pool.ask(count).read() != "n\r\n1\r\n"
        pool.move(tmp_path / "other")
        assert pool.ask(count).read() == "n\r\n1\r\n"


def test_a_closed_pool_answers_no_more_and_leaves_no_process(place: Path) -> None:
    pool = Pool(place, 2)
    pool.warm()
    processes = pool.processes
    assert len(processes) == 2
    pool.close()
    pool.close()
    assert pool.processes == ()
    for process in processes:
        with pytest.raises(ProcessLookupError):
            os.kill(process, 0)
    with pytest.raises(StoreError, match="closed"):
        pool.ask(ASK)


def test_processes_let_others_go_first(place: Path) -> None:
    with Pool(place, 1, nice=7) as polite:
        polite.ask(ASK).read()
        (process,) = polite.processes
        own = os.getpriority(os.PRIO_PROCESS, 0)
        assert os.getpriority(os.PRIO_PROCESS, process) == min(own + 7, 19)


PROGRAM = """
import sys, time
from pathlib import Path
from kg.store.pool import Pool, Question
pool = Pool(Path(sys.argv[1]), 1)
pool.ask(Question("ASK {}"))
print(pool.processes[0], flush=True)
pool.ask(Question(sys.argv[2], seconds=100))
"""


def test_processes_end_with_the_one_that_asks(place: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(place), CROSS],  # no guard: it is not run again
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    ) as asking_one:
        assert asking_one.stdout
        process = int(asking_one.stdout.readline())
        time.sleep(0.2)
        asking_one.kill()
    for _ in range(100):
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            break
        time.sleep(0.05)
    else:
        os.kill(process, signal.SIGKILL)
        pytest.fail("the process that answers outlived the one that asked")


# --- the worker by itself ---------------------------------------------------------------------


class Pipe:
    """The worker's end of a pipe, with questions to come and the frames that it sent."""

    def __init__(self, *questions: dict[str, object]) -> None:
        self.questions = [json.dumps(each).encode() for each in questions]
        self.sent: list[bytes] = []

    def recv_bytes(self) -> bytes:
        if not self.questions:
            raise EOFError
        return self.questions.pop(0)

    def send_bytes(self, frame: bytes) -> None:
        self.sent.append(frame)


def test_a_worker_answers_until_the_pipe_is_closed(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asking.limits, "bound", lambda memory: None)
    monkeypatch.setattr(asking, "_end_with_parent", lambda: None)
    before = signal.getsignal(signal.SIGINT)
    pipe = Pipe({"text": "ASK {}"}, {"text": "ASK {"}, {"text": MEETINGS, "rows_as": "csv"})
    try:
        asking.serve(pipe, place, None)  # type: ignore[arg-type]
    finally:
        signal.signal(signal.SIGINT, before)
    assert pipe.sent[0] == asking.READY
    assert json.loads(pipe.sent[1])["kind"] == "answer"
    assert json.loads(pipe.sent[3])["error"] == "UsageError"
    head = json.loads(pipe.sent[4])
    assert (head["pieces"], head["length"]) == (1, len(pipe.sent[5]))


def test_long_answers_are_sent_in_pieces(place: Path) -> None:
    with Store(place, read_only=True) as store:
        text = f"SELECT ('{'x' * 900}' AS ?x) WHERE {{ ?s ?p ?o }}"
        frames = list(asking._answer(store, Question(text, rows_as="csv", rows=400)))
    head = json.loads(frames[0])
    assert head["pieces"] == len(frames) - 1 > 1
    assert sum(map(len, frames[1:])) == head["length"]
    assert max(map(len, frames[1:])) <= asking.PIECE


def test_an_answer_can_be_read_in_pieces_and_is_closed_then() -> None:
    body = io.BytesIO(b"a" * 10)
    answer = Answer("rows", "csv", "", (), False, 10, body)
    assert list(answer.pieces(4)) == [b"aaaa", b"aaaa", b"aa"]
    assert body.closed


def test_blank_nodes_are_written_by_the_engine() -> None:
    triple = ox.Triple(ox.BlankNode("b"), ox.NamedNode("http://e.org/p"), ox.Literal("x"))
    for form in ("turtle", "ntriples", "rdfxml"):
        text = asking._triples(results.Graph((triple,)), form)
        assert "http://e.org/" in text and "x" in text


def test_errors_of_a_kind_that_has_no_name_pass_as_the_general_one() -> None:
    assert asking.ERRORS["InputError"] is InputError
    assert set(asking.ERRORS) >= {"UsageError", "LimitError", "StoreError", "KgError"}
