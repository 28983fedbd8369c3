"""Labels of field blocks: lower-case, each for one field."""

from __future__ import annotations

import pytest

from firsthand.domain import Field
from firsthand.tables.fieldlabels import field_labels


@pytest.mark.parametrize(
    ("label", "field"),
    [
        ("headline", Field.TITLE),
        ("quelle", Field.OUTLET),
        ("fecha", Field.PUBLISHED),
        ("verfasser", Field.AUTHOR),
        ("word count", None),
    ],
)
def test_a_label_stands_before_its_field(label: str, field: Field | None) -> None:
    assert field_labels().labels[label] is field


def test_labels_are_lower_case_and_codes_are_capitals() -> None:
    table = field_labels()

    assert all(label == label.casefold() for label in (*table.labels, *table.texts))
    assert all(code.isupper() for code in (*table.codes, *table.text_codes))
    assert not table.texts & set(table.labels)
