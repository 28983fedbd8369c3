"""An article as the tagger reads it: word pieces with what is known of each, packed into windows."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from firsthand.domain import Sentence, Token
from firsthand.text.quotation import quotations

__all__ = [
    "CASES",
    "DEPS",
    "EDGES",
    "FRAME",
    "LONGEST",
    "QUOTES",
    "TAGS",
    "Ints",
    "Pieces",
    "Window",
]
__all__ += ["pieces_of", "windows"]

Ints = NDArray[np.int64]

LONGEST: Final = 254
"""Word pieces of a window, the two frame marks not counted."""

FRAME: Final = (101, 102)
"""Numbers of the marks before and behind a window."""

_MARGIN: Final = 64
"""Word pieces read on either side of a stretch cut out of a paragraph that is longer than a window."""

CASES: Final = ("none", "lower", "title", "upper", "mixed")
QUOTES: Final = ("outside", "inside", "mark")
EDGES: Final = ("within", "sentence", "paragraph")
TAGS: Final = (
    *("other", "$", "''", ",", "-LRB-", "-RRB-", ".", ":", "ADD", "AFX", "CC", "CD", "DT", "EX"),
    *("FW", "HYPH", "IN", "JJ", "JJR", "JJS", "LS", "MD", "NFP", "NN", "NNP", "NNPS", "NNS"),
    *("PDT", "POS", "PRP", "PRP$", "RB", "RBR", "RBS", "RP", "SYM", "TO", "UH", "VB", "VBD"),
    *("VBG", "VBN", "VBP", "VBZ", "WDT", "WP", "WP$", "WRB", "XX", "``"),
)
"""Penn Treebank tags as spaCy's English pipelines give them."""

DEPS: Final = (
    *("other", "ROOT", "acl", "acomp", "advcl", "advmod", "agent", "amod", "appos", "attr", "aux"),
    *("auxpass", "case", "cc", "ccomp", "compound", "conj", "csubj", "csubjpass", "dative", "dep"),
    *("det", "dobj", "expl", "intj", "mark", "meta", "neg", "nmod", "npadvmod", "nsubj"),
    *("nsubjpass", "nummod", "oprd", "parataxis", "pcomp", "pobj", "poss", "preconj", "predet"),
    *("prep", "prt", "punct", "quantmod", "relcl", "xcomp"),
)
"""ClearNLP dependency labels as spaCy's English pipelines give them."""

_TAG = {name: number for number, name in enumerate(TAGS)}
_DEP = {name: number for number, name in enumerate(DEPS)}
_MARKS = frozenset("\"“”„«»`‘’'")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pieces:
    """The word pieces of one article; all arrays are of one length."""

    ids: Ints
    """Numbers in the vocabulary of the tokenizer."""

    start: Ints
    end: Ints
    """Code points into the article's text, end exclusive."""

    token: Ints
    """Index of the token of the parse that a piece belongs to; -1 where the parse has none."""

    case: Ints
    quote: Ints
    edge: Ints
    tag: Ints
    dep: Ints
    """Indices into `CASES`, `QUOTES`, `EDGES`, `TAGS`, `DEPS`: the letters of the piece's token,
    whether it stands between quotation marks, what begins with it, and the parse."""

    paragraph: Ints
    """Number of the paragraph a piece stands in."""


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of pieces that the network reads at once, and the part that is asked of it."""

    first: int
    last: int
    """Pieces read, end exclusive; at most `LONGEST`."""

    begin: int
    stop: int
    """Pieces whose cues are taken from this window, end exclusive."""


def _case(word: str) -> int:
    if not any(char.isalpha() for char in word):
        return 0
    if word == word.lower():
        return 1
    if word[0] != word[0].lower() and word[1:] == word[1:].lower():
        return 2
    return 3 if word == word.upper() else 4


def pieces_of(
    text: str, tokens: Sequence[Token], sentences: Sequence[Sentence], tokenizer: Any
) -> Pieces:
    """Cut an article into word pieces and say of each what the text and its parse tell.

    Args:
        text: The article's text.
        tokens: Its parse, ascending.
        sentences: Its sentences, ascending; what stands outside all of them is not read.
        tokenizer: A `tokenizers.Tokenizer` without padding or truncation.

    Returns:
        The pieces of the sentences, in text order.
    """
    starts = [token.start for token in tokens]
    rows: list[tuple[int, int, int, int]] = []
    edges: list[int] = []
    paragraphs: list[int] = []
    before = -1
    spans = [(one.span.start, one.span.end, one.paragraph) for one in sentences]
    batch = tokenizer.encode_batch(
        [text[first:last] for first, last, _ in spans], add_special_tokens=False
    )
    for (first, _, paragraph), encoded in zip(spans, batch, strict=True):
        for number, (piece, (low, high)) in enumerate(
            zip(encoded.ids, encoded.offsets, strict=True)
        ):
            at = bisect_right(starts, low + first) - 1
            if at >= 0 and tokens[at].end <= low + first:
                at = -1
            rows.append((piece, low + first, high + first, at))
            paragraphs.append(paragraph)
            edges.append(0 if number else 1 if paragraph == before else 2)
            before = paragraph
    table = np.array(rows, dtype=np.int64).reshape(-1, 4)
    cases = [_case(text[token.start : token.end]) for token in tokens]
    tags = [_TAG.get(token.tag, 0) for token in tokens]
    deps = [_DEP.get(token.dep, 0) for token in tokens]
    owner = table[:, 3]
    return Pieces(
        ids=table[:, 0],
        start=table[:, 1],
        end=table[:, 2],
        token=owner,
        case=_looked_up(cases, owner),
        quote=_quoted(text, table[:, 1], table[:, 2]),
        edge=np.array(edges, dtype=np.int64),
        tag=_looked_up(tags, owner),
        dep=_looked_up(deps, owner),
        paragraph=np.array(paragraphs, dtype=np.int64),
    )


def _looked_up(values: Sequence[int], owner: Ints) -> Ints:
    return np.array([*values, 0], dtype=np.int64)[owner]


def _quoted(text: str, start: Ints, end: Ints) -> Ints:
    inside = np.zeros(len(start), dtype=np.int64)
    for span in quotations(text):
        low, high = np.searchsorted(start, [span.start, span.end])
        inside[low:high] = 1
    for number, (low, high) in enumerate(zip(start.tolist(), end.tolist(), strict=True)):
        if all(char in _MARKS for char in text[low:high]):
            inside[number] = 2
    return inside


def windows(pieces: Pieces, *, longest: int = LONGEST) -> Iterator[Window]:
    """Pack paragraphs into windows; a paragraph that fits none is read in overlapping stretches.

    Every piece is in the asked part of exactly one window.
    """
    total = len(pieces.ids)
    changes = [at for at in range(1, total) if pieces.edge[at] == EDGES.index("paragraph")]
    first = 0
    for low, high in pairwise([0, *changes, total]):
        if high - first <= longest:
            continue
        if first < low:
            yield Window(first, low, first, low)
            first = low
        if high - low > longest:
            yield from _stretches(pieces, low, high, longest)
            first = high
    if first < total:
        yield Window(first, total, first, total)


def _stretches(pieces: Pieces, low: int, high: int, longest: int) -> Iterator[Window]:
    """Cut a long paragraph between sentences where that can be, each part with margins."""
    margin = min(_MARGIN, longest // 4)
    begin = low
    while begin < high:
        stop = min(begin + longest - 2 * margin, high)
        if stop < high:
            cuts = [at for at in range(begin + 1, stop) if pieces.edge[at]]
            stop = cuts[-1] if cuts else stop
        yield Window(max(begin - margin, low), min(stop + margin, high), begin, stop)
        begin = stop
