"""Links from word lists: what is linked, what is only a candidate, and what is recorded as none."""

from __future__ import annotations

import re
from typing import Any

import pyoxigraph as ox
import pytest
import samples
from world import Row, gathering, quads, report

from kg import link, resources
from kg.errors import InputError
from kg.graph import keys
from kg.lexicon.tables import rows, several
from kg.link import graph, offline
from kg.link.things import Thing, collect
from kg.mappings import NONE, Mapping
from kg.namespaces import VOCABULARIES
from kg.store import Store
from kg.validation.report import Report

DEFENCE = "Minister of Defence"
SECRETARY = ("RU", ("council", "secretary", "security"))

Case = tuple[Thing, str | None, str]


def thing(kind: str, key: str, *names: str, **more: Any) -> Thing:
    return Thing(f"https://w3id.org/readout/id/{kind}/{key}", kind, names, **more)


def person(
    name: str, country: str | None, *posts: tuple[str, str], dates: tuple[str, ...] = ()
) -> Thing:
    from kg.identity.titles import bag

    return thing(
        "person",
        "x",
        name,
        countries=frozenset((country,)) if country else frozenset(),
        posts=frozenset((owner, bag(title)) for title, owner in posts),
        dates=dates,
    )


CASES: list[Case] = [
    (thing("country", "UZ", "Uzbekistan"), "Q265", "positive"),
    (thing("country", "KR", "South Korea"), "Q884", "positive"),
    (thing("country", "QM", "Kirovia"), None, "none"),
    (thing("organisation", "sco", "SCO"), "Q485207", "positive"),
    (thing("organisation", "un-security-council", "Security Council"), "Q37470", "positive"),
    (thing("organisation", "cica", "CICA"), None, "none"),
    (thing("organisation", "league-of-lakes", "League of Lakes"), None, "none"),
    (thing("place", "uz-tashkent", "Tashkent", countries=frozenset({"UZ"})), "Q269", "positive"),
    (thing("place", "tashkent", "Tashkent"), "Q269", "positive"),
    (
        thing("place", "kz-nur-sultan", "Nur-Sultan", countries=frozenset({"KZ"})),
        "Q1520",
        "positive",
    ),
    (thing("place", "us-moscow", "Moscow", countries=frozenset({"US"})), None, "none"),
    (thing("place", "port-sel", "Port Sel"), None, "none"),
    (thing("place", "no-bergen", "Bergen", countries=frozenset({"NO"})), None, "none"),
    (
        thing("office", "x", "Secretary of the Security Council", owners=("RU",)),
        "Q109551787",
        "positive",
    ),
    (thing("office", "x", "Security Council Secretary", owners=("RU",)), "Q109551787", "positive"),
    (thing("office", "x", "Security Council Secretary", owners=("KZ",)), None, "none"),
    (
        thing("office", "x", "Deputy Secretary of the Security Council", owners=("RU",)),
        None,
        "none",
    ),
    (thing("office", "x", "State Councillor", owners=("CN",)), "Q835630", "positive"),
    (thing("office", "x", "Secretary-General", owners=("un",)), "Q81066", "positive"),
    (thing("office", "x", "Secretary-General", owners=("sco",)), None, "none"),
    (thing("office", "x", "President"), None, "none"),
    (thing("meeting", "x", "summit"), None, "none"),
    (thing("instrument", "x", "SCO Charter"), None, "none"),
    (
        person("Nikolai Patrushev", "RU", ("Secretary of the Security Council", "RU")),
        "Q446865",
        "positive",
    ),
    (person("N. P. Patrushev", "RU", ("Security Council Secretary", "RU")), "Q446865", "positive"),
    (person("Nikolay Patrushev", "RU"), "Q446865", "unsure"),
    (person("Nikolai Patrushev", "RU", ("Minister of Trade", "RU")), "Q446865", "unsure"),
    (person("Nikolai Patrushev", "BY", ("Secretary of the Security Council", "BY")), None, "none"),
    (person("Nikolai Patrushev", None), None, "none"),
    (person("Dmitry Patrushev", "RU", ("Minister of Agriculture", "RU")), "Q18043712", "positive"),
    (person("Andrei Patrushev", "RU", ("Secretary of the Security Council", "RU")), None, "none"),
    (person("Patrushev", "RU", ("Secretary of the Security Council", "RU")), "Q446865", "unsure"),
    (
        person("Guo Shengkun", "CN", ("State Councilor", "CN"), dates=("2016-04-14",)),
        "Q4276774",
        "positive",
    ),
    (
        person("Guo Shengkun", "CN", ("State Councilor", "CN"), dates=("2024-04",)),
        "Q4276774",
        "unsure",
    ),
    (person("Wang Yi", "CN", ("Governor of Sichuan", "CN")), "Q701801", "unsure"),
    (person("Wang Yong", "CN", ("State Councilor", "CN")), None, "none"),
    (person("Emomali Rakhmon", "TJ", ("President", "TJ")), "Q57366", "unsure"),
    (
        person("Nurlan Ermekbaev", "KZ", ("Minister of Defence", "KZ"), dates=("2019-05-06",)),
        "Q1775487",
        "positive",
    ),
    (
        person("Nurlan Ermekbaev", "KZ", ("Minister of Defence", "KZ"), dates=("2024-05-06",)),
        "Q1775487",
        "unsure",
    ),
    (person("Mira Oland", "KZ", ("President", "KZ")), None, "none"),
]


@pytest.mark.parametrize(("each", "qid", "judgement"), CASES)
def test_a_thing_is_judged(each: Thing, qid: str | None, judgement: str) -> None:
    verdict = offline.judge(each)
    assert (verdict.qid if verdict else None) == qid
    assert (verdict.judgement if verdict else "none") == judgement
    assert verdict is None or verdict.reasons


def test_two_of_one_family_leave_a_family_name_open() -> None:
    posts = (("Secretary of the Security Council", "RU"), ("Minister of Agriculture", "RU"))
    verdict = offline.judge(person("Patrushev", "RU", *posts))
    assert verdict and verdict.judgement == "unsure"
    assert "may be meant too" in verdict.reasons


# --- over a store ----------------------------------------------------------------------

PEOPLE: list[Row] = [
    ("N. P. Patrushev", "RU", "Secretary of the Security Council"),
    ("Mira Oland", "NO", "Foreign Minister"),
]
MEETING = gathering("summit", organisation="SCO", body="Heads of State", start="2031-05-04",
                    place="Tashkent", country="UZ")  # fmt: skip


@pytest.fixture(scope="module")
def found() -> tuple[Mapping, ...]:
    return offline.link(collect(Store.in_memory(quads(report("one", PEOPLE, meeting=MEETING)))))


def test_everything_is_judged_once(found: tuple[Mapping, ...]) -> None:
    subjects = [row.subject for row in found]
    assert len(subjects) == len(set(subjects))
    kinds = {subject.partition(":")[0] for subject in subjects}
    assert kinds == {"country", "meeting", "office", "organisation", "person", "place"}


def test_what_no_list_knows_is_recorded_by_kind(found: tuple[Mapping, ...]) -> None:
    none = {row.subject: row for row in found if row.judgement == "none"}
    assert "person:no-oland-m" in none
    assert all(row.object == NONE for row in none.values())
    assert none["person:no-oland-m"].reasons == "no person of the word lists has this name"


def test_concepts_match_and_things_are_the_same(found: tuple[Mapping, ...]) -> None:
    linked = {row.subject: row.predicate for row in found if row.judgement == "positive"}
    assert linked["office:ru-secretary-of-security-council"] == "skos:exactMatch"
    assert linked["person:ru-patrushev-n"] == "owl:sameAs"
    assert linked["country:UZ"] == linked["place:uz-tashkent"] == "owl:sameAs"


def test_every_country_is_linked() -> None:
    links = offline.link(collect(Store.in_memory(*samples.all_quads())))
    countries = [row for row in links if row.subject.startswith("country:")]
    assert len(countries) > 20
    assert {row.judgement for row in countries} == {"positive"}


def test_a_node_that_two_persons_share_is_not_linked() -> None:
    from kg.identity import graph as sameness
    from kg.identity import identify

    store = Store.in_memory(
        quads(
            report("one", [("Wang Yi", "CN", "State Councilor")]),
            report("other", [("Wang Yong", "CN", "State Councilor")]),
        )
    )
    store.put(sameness.nquads(identify(store)))
    assert not [row for row in offline.link(collect(store)) if row.subject.startswith("person:")]


def test_what_stands_for_others_is_linked_with_all_their_names() -> None:
    from kg.identity import graph as sameness
    from kg.identity import identify

    store = Store.in_memory(
        quads(
            report("one", [("Nurlan Yermekbayev", "KZ", DEFENCE)], published="2019-05-06"),
            report("other", [("Nurlan Ermekbaev", "KZ", DEFENCE)], published="2019-05-07"),
        )
    )
    store.put(sameness.nquads(identify(store)))
    [row] = [row for row in offline.link(collect(store)) if row.subject.startswith("person:")]
    assert (row.subject, row.object) == ("person:kz-yermekbayev-n", "wd:Q1775487")


# --- the graph -------------------------------------------------------------------------


def test_only_accepted_links_stand_in_the_graph(found: tuple[Mapping, ...]) -> None:
    stated = list(ox.parse(graph.nquads(found), format=ox.RdfFormat.N_QUADS))
    links = [quad for quad in stated if "schema.org" not in quad.predicate.value]
    assert len(links) == sum(row.judgement == "positive" for row in found)
    assert {quad.graph_name.value for quad in stated} == {graph.name()}
    assert all(re.fullmatch(graph.WIKIDATA + "Q[1-9][0-9]*", q.object.value) for q in stated)


def test_a_thing_has_its_item_for_readers_of_schema_org(found: tuple[Mapping, ...]) -> None:
    stated = list(ox.parse(graph.nquads(found), format=ox.RdfFormat.N_QUADS))
    pairs: dict[str, set[str]] = {name: set() for name in ("owl", "schema")}
    for name, mine in pairs.items():
        same = VOCABULARIES[name] + "sameAs"
        mine.update(f"{q.subject} {q.object}" for q in stated if q.predicate.value == same)
    assert pairs["owl"] == pairs["schema"] != set()
    assert not any("/office/" in pair for pair in pairs["schema"])


def test_a_graph_that_conformed_still_conforms(found: tuple[Mapping, ...]) -> None:
    from kg.formats import rdf
    from kg.validation import validate

    def report_on(text: str) -> Report:
        return validate(rdf.parse(text.encode(), ox.RdfFormat.N_QUADS, "seed"))

    seed = samples.seed_quads()
    before = report_on(seed)
    after = report_on(seed + graph.nquads(offline.link(collect(Store.in_memory(seed)))))
    assert before.conforms and after.conforms
    assert len(after.results) == len(before.results)


def test_links_go_out_with_the_question_of_what_lacks_one() -> None:
    store = Store.in_memory(quads(report("one", PEOPLE, meeting=MEETING)))
    before = {str(row["thing"]) for row in store.query("unlinked")}
    store.put(graph.nquads(offline.link(collect(store))))
    after = {str(row["thing"]) for row in store.query("unlinked")}
    assert after < before
    assert "https://w3id.org/readout/id/person/no-oland-m" in after
    assert not [iri for iri in after if "/country/" in iri]


# --- what persons decide ---------------------------------------------------------------

MACHINE = (
    Mapping("person:a", "wd:Q1", "positive"),
    Mapping("person:b", "wd:Q2", "unsure"),
    Mapping("person:c", NONE, "none"),
)


@pytest.mark.parametrize(
    ("mine", "expected"),
    [
        ([], ["a positive wd:Q1", "b unsure wd:Q2", f"c none {NONE}"]),
        ([Mapping("person:b", "wd:Q2", "positive", by="Ann")], ["b positive wd:Q2"]),
        ([Mapping("person:c", "wd:Q7", "positive", by="Ann")], ["c positive wd:Q7"]),
        ([Mapping("person:a", NONE, "none", by="Ann")], [f"a none {NONE}"]),
        (
            [Mapping("person:a", "wd:Q1", "negative", by="Ann")],
            [f"a none {NONE}", "a negative wd:Q1"],
        ),
        ([Mapping("person:a", "wd:Q9", "negative", by="Ann")], ["a positive wd:Q1"]),
        ([Mapping("person:a", "wd:Q9", "positive")], ["a positive wd:Q1"]),
    ],
)
def test_persons_outweigh_the_machine(mine: list[Mapping], expected: list[str]) -> None:
    found = [
        f"{row.subject.removeprefix('person:')} {row.judgement} {row.object}"
        for row in link.outweigh(MACHINE, mine)
    ]
    assert set(expected) <= set(found)
    positive = [row for row in found if " positive " in row]
    assert len(positive) == len({row[0] for row in positive})


@pytest.mark.parametrize(
    "item", ["Q446865", "wd:446865", "wd:Q0", "https://www.wikidata.org/wiki/Q1"]
)
def test_a_persons_link_names_an_item(item: str) -> None:
    with pytest.raises(InputError, match="no item of Wikidata"):
        link.outweigh(MACHINE, [Mapping("person:a", item, "positive", by="Ann")])


# --- the word lists --------------------------------------------------------------------


@pytest.mark.parametrize("name", ["linked-persons.tsv", "linked-offices.tsv"])
def test_the_lists_are_sorted_and_each_id_stands_once(name: str) -> None:
    text = resources.lexicon(name)
    qids = [row[0] for row in rows(text)]
    assert qids == sorted(qids) and len(qids) == len(set(qids))
    assert all(re.fullmatch("Q[1-9][0-9]*", qid) for qid in qids)
    assert "# Source: " in text


def test_no_id_stands_for_two_things() -> None:
    columns = (("countries", 1), ("organisations", 1), ("cities", 2), ("linked-persons", 0))
    ids = [
        row[column]
        for name, column in (*columns, ("linked-offices", 0))
        for row in rows(resources.lexicon(f"{name}.tsv"))
        if len(row) > column and row[column]
    ]
    assert len(ids) == len(set(ids))


def test_posts_of_persons_are_of_countries_and_organisations() -> None:
    for _, country, _, posts in rows(resources.lexicon("linked-persons.tsv")):
        assert country in keys.countries()
        for post in map(offline._post, several(posts)):
            known = post.owner in keys.countries() or post.owner in keys.organisations().values()
            assert known or post.owner == keys.organisation_key(post.owner)
            assert post.words


@pytest.mark.parametrize(
    ("years", "covered"),
    [((), True), ((2013,), True), ((2018, 2019), True), ((2012,), False), ((2013, 2020), False)],
)
def test_a_post_has_its_years(years: tuple[int, ...], covered: bool) -> None:
    assert offline._post("State Councilor of CN 2013-2018").covers(years) is covered


def test_an_odd_post_is_refused() -> None:
    with pytest.raises(ValueError, match="no post"):
        offline._post("President")
