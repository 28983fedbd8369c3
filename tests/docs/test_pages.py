"""What the pages of the documentation print is what the code prints."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.docs.pages import checked

PAGES = sorted((Path(__file__).parents[2] / "docs" / "how-to").glob("find-*.md"))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_shows_what_its_code_prints(page: Path) -> None:
    written = page.read_text(encoding="utf-8")

    assert "```python" in written
    assert checked(written) == written
