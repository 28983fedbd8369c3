"""Page words and notice forms load, are lower-case, and their patterns compile."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from firsthand.tables.notices import notice_forms
from firsthand.tables.pagewords import page_words


def test_words_are_lower_case() -> None:
    table = page_words()
    for words in (table.byline_prefixes, table.not_names, table.outlet_nouns, table.section_labels):
        assert all(word == word.casefold() for word in words)


def test_furniture_patterns_compile_and_none_takes_every_line() -> None:
    for role, patterns in page_words().furniture.items():
        for pattern in patterns:
            assert not re.match(pattern, "Officials said that the ferry sank.", re.IGNORECASE), role


@given(st.data())
def test_sentences_that_are_notices_are_not_passed_over(data: st.DataObject) -> None:
    forms = notice_forms()
    pattern = data.draw(st.sampled_from(forms.strong))
    line = data.draw(st.from_regex(pattern.pattern))
    assert forms.is_marked(line)


def test_patterns_that_name_somebody_have_one_group() -> None:
    forms = notice_forms()
    for pattern in (*forms.outlet, *forms.origin, *forms.promotion, *forms.whole, *forms.part):
        assert pattern.groups == 1, pattern.pattern
