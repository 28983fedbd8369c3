"""Names of persons, bodies, places and peoples: the recogniser's labels, corrected for news."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from firsthand.domain import Article, Mention, MentionKind, Reason, Sentence, Span, Token
from firsthand.tables.countries import country_of_name
from firsthand.tables.namewords import name_words

__all__ = ["mentions"]

_KIND_OF_LABEL = {
    "PERSON": MentionKind.PERSON,
    "ORG": MentionKind.ORGANISATION,
    "GPE": MentionKind.PLACE,
    "LOC": MentionKind.PLACE,
    "FAC": MentionKind.PLACE,
    "NORP": MentionKind.NATIONALITY,
    "PRODUCT": MentionKind.OTHER,
    "WORK_OF_ART": MentionKind.OTHER,
    "EVENT": MentionKind.OTHER,
    "LAW": MentionKind.OTHER,
}


def mentions(
    article: Article, tokens: Sequence[Token], sentences: Sequence[Sentence]
) -> tuple[Mention, ...]:
    """Find the names in an article.

    Args:
        article: Whose text the tokens' offsets count in.
        tokens: The parse, with the recogniser's entity labels.
        sentences: Names never reach over the end of one.

    Returns:
        Ascending, not overlapping; empty when the text names nobody.
    """
    found = []
    for sentence in sentences:
        for first, last in _runs(article.text, tokens, sentence):
            label = tokens[first].entity
            trimmed = _trimmed(article.text, tokens, first, last, label)
            if trimmed is None:
                continue
            span = Span(tokens[trimmed[0]].start, tokens[trimmed[1] - 1].end)
            name = " ".join(span.of(article.text).split())
            kind = _KIND_OF_LABEL[label]
            known = country_of_name(name)
            if known is not None:
                kind = {
                    "name": MentionKind.PLACE,
                    "capital": kind,
                    "demonym": MentionKind.NATIONALITY,
                    "metonym": MentionKind.ORGANISATION,
                }[known[1]]
            found.append(
                Mention(
                    span=span,
                    kind=kind,
                    name=name,
                    reasons=(Reason(feature=f"recogniser: {label}"),),
                )
            )
    return tuple(sorted(found, key=lambda one: one.span))


def _runs(text: str, tokens: Sequence[Token], sentence: Sentence) -> Iterator[tuple[int, int]]:
    first = None
    for at in range(sentence.first, sentence.last):
        token = tokens[at]
        fresh = (
            first is None
            or token.entity != tokens[at - 1].entity
            or "\n" in text[tokens[at - 1].end : token.start]
        )
        if first is not None and fresh:
            yield first, at
            first = None
        if first is None and token.entity in _KIND_OF_LABEL:
            first = at
    if first is not None:
        yield first, sentence.last


def _trimmed(
    text: str, tokens: Sequence[Token], first: int, last: int, label: str
) -> tuple[int, int] | None:
    words = name_words()

    def word(at: int) -> str:
        return text[tokens[at].start : tokens[at].end]

    while first < last and (not word(first)[0].isalnum() or tokens[first].pos in {"DET", "SPACE"}):
        first += 1
    while last > first and (
        word(last - 1) in {"'s", "’s", "'", "’"}
        or (not word(last - 1)[-1:].isalnum()
        and word(last - 1) != ".")
    ):
        last -= 1
    if label == "PERSON":
        while last - first > 1 and word(first).lower().rstrip(".") in words.titles:
            first += 1
    return (first, last) if first < last else None
