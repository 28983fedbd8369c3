from __future__ import annotations

import pytest

from firsthand.domain import EditKind
from firsthand.tables.languages import languages
from firsthand.tables.versionwords import version_words


def test_tables_speak_of_known_languages_and_kinds() -> None:
    words = version_words()

    assert set(words.dates) <= set(languages().names)
    assert words.noun_capitals <= set(languages().names)
    assert set(words.told) <= {kind.value for kind in EditKind}
    assert not words.tracking & {"id", "p", "article", "story", "sid", "aid", "cid", "page"}


@pytest.mark.parametrize("code", sorted(version_words().dates))
def test_every_language_has_its_twelve_months(code: str) -> None:
    assert len(version_words().dates[code]) >= 19


def test_patterns_name_no_group() -> None:
    """A group inside one of the alternatives would make the whole pattern's groups meaningless."""
    words = version_words()

    assert [
        one.groups
        for one in (
            words.withdrawal,
            words.correction,
            words.headline_correction,
            words.headline_withdrawal,
        )
    ] == [0, 0, 0, 0]
