from __future__ import annotations

from dataclasses import replace

from firsthand.brief.citing import citing
from firsthand.brief.matrix import matrices
from firsthand.domain import Findings
from tests.brief.ferry_story import ferry_brief


def test_rows_are_claims_and_columns_their_origins() -> None:
    brief = ferry_brief()
    (matrix,) = matrices(brief, citing(brief))

    assert next(column.name for column in matrix.columns) == "Split harbour master's office"
    assert len(matrix.rows) == 4
    assert all(len(row.cells) == len(matrix.columns) for row in matrix.rows)


def test_copies_of_one_text_are_folded() -> None:
    brief = ferry_brief()
    (matrix,) = matrices(brief, citing(brief))
    office = matrix.columns[0]

    assert [(one.letter, one.copies) for one in office.carriers] == [("C", 2), ("S", 1)]
    assert office.carriers[0].outlets == ("Coastal Gazette", "Northern Ledger")


def test_a_silent_origin_leaves_its_cell_blank() -> None:
    brief = ferry_brief()
    (matrix,) = matrices(brief, citing(brief))

    assert sum(cell is None for row in matrix.rows for cell in row.cells) == 13
    signs = {cell.glyph for row in matrix.rows for cell in row.cells if cell is not None}
    assert signs == {"●", "○", "◐", "–"}


def test_many_claims_are_divided_into_shared_and_single() -> None:
    brief = ferry_brief()
    many = replace(brief, findings=Findings(claims=brief.findings.claims * 5))
    shared, single = matrices(many, citing(many))

    assert len(shared.rows) == 15
    assert len(single.rows) == 5
    assert all(len(row.finding.origins) > 1 for row in shared.rows)


def test_no_claims_no_matrix() -> None:
    brief = replace(ferry_brief(), findings=Findings(claims=()))

    assert matrices(brief, citing(brief)) == ()
