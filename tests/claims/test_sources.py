"""Whose words a claim is told in."""

from __future__ import annotations

from firsthand.claims.sources import wordable
from firsthand.claims.units import units
from firsthand.domain import CopyLink, CopyManner, CopyRelation, Reading
from tests.claims.telling import read, story

_TEXT = "A cargo barge hit the northern pier of Skarvik harbour on Monday night."
_RETOLD = "A barge with cargo ran into the north pier at Skarvik late on Monday."


def _readings() -> tuple[Reading, Reading, Reading]:
    return (
        read(_TEXT, "The Skarvik Post"),
        read(_TEXT + " ", "Fjord Radio"),
        read(_RETOLD, "The Digest"),
    )


def _link(one: Reading, other: Reading, manner: CopyManner, basis: str | None) -> CopyLink:
    return CopyLink(
        original=one.article.id,
        copy=other.article.id,
        relation=CopyRelation.WHOLE,
        share=1.0,
        direction_basis=basis,
        manner=manner,
    )


def _worded(readings: tuple[Reading, ...], links: tuple[CopyLink, ...]) -> set[str]:
    """The outlets whose words may be taken."""
    found = units(story(*readings, links=links))
    outlets = {reading.article.id: reading.article.outlet or "" for reading in readings}
    return {outlets[found[i].passage.article] for i in wordable(range(len(found)), found, links)}


def test_the_text_copied_words_the_claim_before_its_copy_and_its_retelling() -> None:
    post, radio, digest = _readings()
    links = (
        _link(post, radio, CopyManner.WORDS, "credit"),
        _link(post, digest, CopyManner.REWORDED, "credit"),
    )

    assert _worded((post, radio, digest), links) == {"The Skarvik Post"}


def test_without_the_text_copied_a_copy_word_for_word_comes_before_a_retelling() -> None:
    post, radio, digest = _readings()
    links = (
        _link(post, radio, CopyManner.WORDS, None),
        _link(digest, radio, CopyManner.REWORDED, None),
    )

    assert _worded((post, radio, digest), links) == {"The Skarvik Post", "Fjord Radio"}


def test_a_retelling_alone_words_its_claim() -> None:
    post, _, digest = _readings()

    assert _worded((digest,), (_link(post, digest, CopyManner.REWORDED, "credit"),)) == {
        "The Digest"
    }
