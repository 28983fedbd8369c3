"""The HTML brief in a real browser: on a phone, without JavaScript, by its citations, offline."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from firsthand.domain import Edit, EditKind, Evidence, Fact, Field, Revision, Standing
from tests.brief.ferry_story import ferry_brief
from tests.brief.test_revisions import revised

if TYPE_CHECKING:
    from playwright.sync_api import Browser

from firsthand.brief.to_html import to_html

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine")


@pytest.fixture(scope="module")
def page_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "brief.html"
    path.write_text(to_html(ferry_brief()), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_api.sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=CHROMIUM,
            args=[
                "--no-sandbox",
                "--disable-gpu",
                "--disable-background-networking",
                "--no-first-run",
            ],
        )
        yield started
        started.close()


@pytest.mark.parametrize("width", [390, 768, 1400])
@pytest.mark.parametrize("javascript", [True, False])
def test_no_page_scrolls_sideways(
    browser: Browser, page_file: Path, width: int, javascript: bool
) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 900}, java_script_enabled=javascript
    )
    page = context.new_page()
    page.goto(page_file.as_uri())

    box = page.locator("body").bounding_box()
    assert box is not None
    assert box["width"] <= width
    if javascript:
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()


def test_a_citation_leads_to_its_passage_without_javascript(
    browser: Browser, page_file: Path
) -> None:
    context = browser.new_context(
        viewport={"width": 1400, "height": 900}, java_script_enabled=False
    )
    page = context.new_page()
    page.goto(page_file.as_uri())
    link = page.locator("main a[href^='#p'], a.cite, a[href^='#e']").first
    target = link.get_attribute("href")
    assert target is not None
    link.click()

    assert page.url.endswith(target)
    assert page.locator(f"[id='{target[1:]}']").count() == 1
    assert page.locator(f"[id='{target[1:]}']").is_visible()
    context.close()


def test_the_page_asks_for_nothing_and_reports_no_error(browser: Browser, page_file: Path) -> None:
    context = browser.new_context()
    page = context.new_page()
    asked: list[str] = []
    faults: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda told: faults.append(told.text) if told.type == "error" else None)
    page.goto(page_file.as_uri())
    page.wait_for_load_state("networkidle")

    assert asked == [page_file.as_uri()]
    assert faults == []
    context.close()


def test_print_holds_the_brief_and_the_evidence(browser: Browser, page_file: Path) -> None:
    page = browser.new_page()
    page.goto(page_file.as_uri())
    page.emulate_media(media="print")

    assert page.get_by_text("Do not use as printed").last.is_visible()
    assert page.get_by_text("where twelve are allowed").last.is_visible()
    assert len(page.pdf()) > 20_000
    page.close()


def test_versions_and_facts_fit_a_phone_when_unfolded(browser: Browser, tmp_path: Path) -> None:
    """A long address, a long word and a whole paragraph that changed must not widen the page."""
    evidence = Evidence(
        fact=Fact(
            field=Field.URL, value="https://observer.example/" + "kornat-" * 60, source="meta"
        ),
        standing=Standing.DISAGREES,
    )
    edit = Edit(
        kinds=(EditKind.WORDING, EditKind.QUOTATION),
        before="Donaudampfschifffahrtsgesellschaft" * 6 + " said so.",
        after="A reporter for the Observer counted them. " * 20,
    )
    revision = Revision(
        item="coverage/" + "observer-" * 30 + ".html",
        sha256="4" * 64,
        at="2025-03-12",
        at_basis="fetched",
        title="Kornat Star",
        edits=(edit,) * 8,
        silent=True,
    )
    path = tmp_path / "revised.html"
    printed = to_html(revised(revisions=(revision,), evidence=(evidence,) * 9))
    path.write_text(printed.replace("<details", "<details open"), encoding="utf-8")
    context = browser.new_context(viewport={"width": 390, "height": 900})
    page = context.new_page()
    page.goto(path.as_uri())

    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    context.close()
