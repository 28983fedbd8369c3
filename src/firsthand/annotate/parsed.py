"""Tokens and sentences of our own from what a spaCy pipeline has parsed, be it ours or a user's."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from firsthand.domain import Article, Sentence, Span, Token, ZoneKind
from firsthand.errors import PlanError

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["Stretch", "add_parse", "parse_of"]

_CLOSING = frozenset("\"”’»)]'")
_LONGEST_SENTENCE = 250
"""Tokens. What is longer is a list or a text without stops: it is cut, for later layers look at
every pair of words of a sentence."""

_NEEDED = (
    ("SENT_START", "sentences", "parser"),
    ("DEP", "dependencies", "parser"),
    ("TAG", "tags", "tagger"),
    ("POS", "parts of speech", "attribute_ruler or morphologizer"),
    ("LEMMA", "lemmas", "lemmatizer"),
)
"""What attribution reads: the attribute, its name for a reader, and the component that sets it."""

_UNIVERSAL = frozenset(
    {"obl", "obj", "iobj", "nsubj:pass", "aux:pass", "acl:relcl", "flat", "fixed"}
)
"""Dependency labels of Universal Dependencies that spaCy's English pipelines do not have."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A run of a parse's tokens that lies in one paragraph."""

    first: int
    last: int
    """Index after its last token."""

    zone: ZoneKind
    paragraph: int
    """Index into `Article.zones`."""

    shift: int = 0
    """Where the parsed text begins in the article's text, in code points."""


def parse_of(doc: Doc, article: Article) -> tuple[tuple[Token, ...], tuple[Sentence, ...]]:
    """Tokens and sentences of an article that a pipeline of the user's has parsed as a whole.

    White space is no token. A sentence that runs over the end of a paragraph is cut there, and one
    of more than 250 tokens as well; no token's head lies beyond its sentence then. Names are taken
    from the document's entities where it has any.

    Args:
        doc: Parsed with the labels of spaCy's English pipelines; its text is that of `article`.
        article: Whose zones are the paragraphs.

    Raises:
        PlanError: The document lacks annotation, or is parsed with labels of another scheme.
    """
    if doc.text != article.text:
        raise ValueError("the article's text is not the document's")
    _check(doc)
    starts = [zone.span.start for zone in article.zones]
    inside: dict[int, list[int]] = {}
    for token in doc:
        paragraph = bisect_right(starts, token.idx) - 1
        if paragraph >= 0 and not token.is_space:
            inside.setdefault(paragraph, []).append(token.i)
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    stretches = tuple(
        Stretch(
            first=numbers[0],
            last=numbers[-1] + 1,
            zone=article.zones[paragraph].kind,
            paragraph=paragraph,
        )
        for paragraph, numbers in sorted(inside.items())
    )
    add_parse(doc, stretches, tokens, sentences)
    return tuple(tokens), tuple(sentences)


def _check(doc: Doc) -> None:
    """Refuse a document that was not parsed as attribution needs it; say what to add."""
    if not any(not token.is_space for token in doc):
        return
    faults = []
    missing = [
        (what, component)
        for attribute, what, component in _NEEDED
        if not doc.has_annotation(attribute)
    ]
    if missing:
        names = ", ".join(what for what, _ in missing)
        components = ", ".join(dict.fromkeys(component for _, component in missing))
        faults.append(
            f"the document has no {names}: put these before it in the pipeline: {components} "
            "(spaCy's English pipelines, such as en_core_web_sm, have them all)"
        )
    foreign = sorted({token.dep_ for token in doc} & _UNIVERSAL)
    if foreign:
        faults.append(
            f"the document is parsed with Universal Dependencies ({', '.join(foreign)}): use a parser "
            "with the labels of spaCy's English pipelines (en_core_web_sm, _md, _lg, _trf)"
        )
    if faults:
        raise PlanError(*faults)


def add_parse(
    doc: Doc, stretches: Sequence[Stretch], tokens: list[Token], sentences: list[Sentence]
) -> None:
    """Append the tokens and sentences of stretches of a parse, in reading order.

    Args:
        doc: The parse.
        stretches: Ascending, not overlapping; tokens outside them are left out, and a token whose
            head is outside its own becomes a root.
        tokens: Of the article so far; heads are indices into it.
        sentences: Of the article so far.
    """
    whole = [(sentence.start, sentence.end) for sentence in doc.sents] if stretches else []
    ends = [end for _, end in whole]
    for stretch in stretches:
        near = whole[bisect_right(ends, stretch.first) :]
        bounds = _bounds(doc, near, stretch)
        numbers = _add_tokens(doc, bounds, stretch, tokens)
        for first, last in bounds:
            kept = [numbers[i] for i in range(first, last) if i in numbers]
            if kept:
                sentences.append(
                    Sentence(
                        span=Span(tokens[kept[0]].start, tokens[kept[-1]].end),
                        zone=stretch.zone,
                        paragraph=stretch.paragraph,
                        first=kept[0],
                        last=kept[-1] + 1,
                    )
                )


def _add_tokens(
    doc: Doc, bounds: list[tuple[int, int]], stretch: Stretch, tokens: list[Token]
) -> dict[int, int]:
    """Append the tokens of one stretch; give the parse's number to the article's for each."""
    numbers: dict[int, int] = {}
    for i in range(stretch.first, stretch.last):
        if not doc[i].is_space:
            numbers[i] = len(tokens) + len(numbers)
    pieces = _pieces(bounds)
    for i, number in numbers.items():
        token = doc[i]
        head = token.head
        while head.i not in numbers and head.head.i != head.i:
            head = head.head
        if pieces.get(head.i) != pieces.get(i):
            head = token
        tokens.append(
            Token(
                start=token.idx + stretch.shift,
                end=token.idx + len(token) + stretch.shift,
                lemma=token.lemma_,
                pos=token.pos_,
                tag=token.tag_,
                dep=token.dep_,
                head=numbers.get(head.i, number),
                entity=token.ent_type_,
            )
        )
    return numbers


def _bounds(doc: Doc, whole: Sequence[tuple[int, int]], stretch: Stretch) -> list[tuple[int, int]]:
    """The sentences of a stretch as token numbers, closing marks moved to the one they close."""
    bounds: list[tuple[int, int]] = []
    for first, last in whole:
        if first >= stretch.last:
            break
        start, end = max(first, stretch.first), min(last, stretch.last)
        while (
            bounds
            and start < end
            and doc[start].text in _CLOSING
            and not doc[start - 1].whitespace_
            and not doc[start - 1].is_space
        ):
            start += 1
        if bounds:
            bounds[-1] = (bounds[-1][0], start)
        if start < end:
            bounds.append((start, end))
    return [
        (cut, min(cut + _LONGEST_SENTENCE, end))
        for start, end in bounds
        for cut in range(start, end, _LONGEST_SENTENCE)
    ]


def _pieces(bounds: list[tuple[int, int]]) -> dict[int, int]:
    """For the token numbers of cut sentences the number of their piece; empty where none was cut."""
    found: dict[int, int] = {}
    for piece, (first, last) in enumerate(bounds):
        if last - first == _LONGEST_SENTENCE or first - 1 in found:
            found.update(dict.fromkeys(range(first, last), piece))
    return found
