"""Which own-voice clauses tell of the outlet's own eyes."""

from __future__ import annotations

import pytest

from firsthand.claims.witnesses import witnessed
from firsthand.extract import plain_article

_ARTICLE = plain_article(
    "Cranes stood still.", item="a.txt", outlet="The Skarvik Post", published="2025-03-12"
)


@pytest.mark.parametrize(
    "clause",
    [
        "A reporter for Northern Wire at the quay saw a gash in the hull",
        "a Fjord Radio reporter counted some 60 people",
        "a photographer for this newspaper counted nine broken windows",
        "The letter, seen by The Skarvik Post, names two clerks",
    ],
)
def test_what_somebody_sent_took_in_is_witnessed(clause: str) -> None:
    assert witnessed(_ARTICLE, clause)


@pytest.mark.parametrize(
    "clause",
    [
        "A reporter asked the mayor about the crane",
        "Police counted some 60 people",
        "the mayor saw the crane fall",
        "a reporter for a local paper was detained",
    ],
)
def test_what_others_took_in_is_not(clause: str) -> None:
    assert not witnessed(_ARTICLE, clause)
