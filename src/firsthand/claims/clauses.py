"""Cut a stretch of a sentence into clauses, from the parse."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from firsthand.domain import Span, Token

__all__ = ["Clause", "clauses"]

_VERBAL = ("VERB", "AUX")
_SPLIT = ("conj", "advcl", "relcl", "parataxis", "pcomp", "acl", "ROOT")
"""Relations at which a clause of its own begins; the words leave the clause above."""

_NESTED = ("ccomp",)
"""Complements: a clause of its own, whose words stay part of the clause above too."""

_CONTENT = ("NOUN", "PROPN", "VERB", "ADJ", "NUM")
_EDGE = ("PUNCT", "SPACE", "CCONJ")
_COMPARING = ("than", "as")
_FEWEST = 2
"""Words with content that both sides of a cut must keep; at 1, "detained and questioned two men"
falls apart into scraps that no reader would call a claim."""
_SUBORDINATE = ("advcl", "relcl", "acl")
_FEWEST_BELOW = 3
"""The same for subordinate clauses: "once the rain stopped" and "which closed last spring" only place
what the clause above tells."""

_THIN = 3
"""Words with content beside a complement up to which only the complement is worth a claim."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """One clause: its head and its words, as indices into the article's tokens."""

    span: Span
    head: int
    words: tuple[int, ...]
    """Its own words, ascending; a clause cut out of the middle is not among them."""

    subject: tuple[int, ...] = ()
    """Words of its subject, its own or the one it shares with the clause it hangs on."""

    has_subject: bool = False
    """Whether the subject is its own."""

    above: int | None = None
    """Head of the clause whose complement it is; None when it is no complement."""

    thin: bool = False
    """Whether it says next to nothing beside its complement ("By now, we may add that …")."""


def clauses(tokens: Sequence[Token], first: int, last: int) -> tuple[Clause, ...]:
    """The clauses of ``tokens[first:last]``, ascending by position.

    A clause begins at a coordinated verb, at an adverbial, relative or participial clause, and at
    "with …" that holds a verb. A complement ("said that …") is a clause and remains part of the
    clause that governs it. What holds no verb at all is one clause: "the closing of the port".

    Args:
        tokens: Of the article, with heads as indices into the same tuple.
        first: Index of the first token of the stretch, which lies within one sentence.
        last: Index after its last token.

    Returns:
        Empty when the stretch holds no word with content.
    """
    inside = range(first, last)
    if not any(tokens[i].pos in _CONTENT for i in inside):
        return ()
    below: dict[int, list[int]] = {i: [] for i in inside}
    roots = []
    for i in inside:
        head = tokens[i].head
        if head == i or not first <= head < last:
            roots.append(i)
        else:
            below[head].append(i)
    heads = {i for i in inside if i not in roots and _begins(tokens, below, i)}
    main = _main(tokens, below, roots)
    found = []
    for head in sorted({main} | heads):
        tops = roots if head == main else [head]
        words = sorted(w for top in tops for w in _reach(tokens, below, top, heads - {head}))
        words = _trim(tokens, words)
        if words:
            own, subject = _subject(tokens, below, head, first, last)
            found.append(
                Clause(
                    span=Span(tokens[words[0]].start, tokens[words[-1]].end),
                    head=head,
                    words=tuple(words),
                    subject=subject,
                    has_subject=own,
                    above=tokens[head].head
                    if head != main and tokens[head].dep in _NESTED
                    else None,
                    thin=_thin(tokens, below, words, heads - {head}),
                )
            )
    return tuple(sorted(found, key=lambda c: (c.span, c.head)))


def _main(tokens: Sequence[Token], below: dict[int, list[int]], roots: list[int]) -> int:
    """The root that stands for the stretch: the verb with most below it, else the largest root."""
    return max(
        roots,
        key=lambda i: (tokens[i].pos in _VERBAL, len(_all(below, i)), -i),
    )


def _all(below: dict[int, list[int]], top: int) -> list[int]:
    found, todo = [], [top]
    while todo:
        i = todo.pop()
        found.append(i)
        todo.extend(below[i])
    return found


def _weight(tokens: Sequence[Token], words: Sequence[int]) -> int:
    return sum(tokens[i].pos in _CONTENT for i in words)


def _begins(tokens: Sequence[Token], below: dict[int, list[int]], i: int) -> bool:
    """Whether a clause of its own begins at token `i`."""
    token, head = tokens[i], tokens[tokens[i].head]
    words = _all(below, i)
    if _weight(tokens, words) < (_FEWEST_BELOW if token.dep in _SUBORDINATE else _FEWEST):
        return False
    if token.dep == "prep" and token.lemma.lower() == "with":
        return any(
            tokens[k].dep in ("pcomp", "acl") and tokens[k].pos in _VERBAL
            for k in words
            if tokens[k].head == i or tokens[tokens[k].head].head == i
        )
    if token.pos not in _VERBAL and not any(tokens[k].dep in ("nsubj", "cop") for k in below[i]):
        return False
    if token.dep in _NESTED:
        return True
    if token.dep not in _SPLIT or (head.dep == "prep" and head.lemma.lower() == "with"):
        return False
    if token.dep == "conj" and head.pos not in _VERBAL:
        return False
    if token.dep in ("advcl", "acl", "pcomp", "relcl") and _infinitive(tokens, below, i):
        return False
    if token.dep == "pcomp":
        return False
    if token.dep == "acl":
        return token.tag in ("VBG", "VBN") and i > 0 and tokens[min(words) - 1].pos == "PUNCT"
    if token.dep == "relcl":
        return any(tokens[k].pos == "PUNCT" for k in (min(words) - 1, max(words)) if k >= 0)
    if tokens[min(words)].lemma.lower() in _COMPARING:
        return False  # "later than its timetable promises" measures the clause above
    mine = set(words)
    return _weight(tokens, [k for k in _all(below, token.head) if k not in mine]) >= _FEWEST


def _infinitive(tokens: Sequence[Token], below: dict[int, list[int]], i: int) -> bool:
    return any(tokens[k].dep == "aux" and tokens[k].lemma.lower() == "to" for k in below[i])


def _reach(
    tokens: Sequence[Token], below: dict[int, list[int]], top: int, cut: set[int]
) -> list[int]:
    """The words under `top`, stopping where another clause begins, except at complements."""
    found, todo = [], [top]
    while todo:
        i = todo.pop()
        found.append(i)
        todo.extend(k for k in below[i] if k not in cut or tokens[k].dep in _NESTED)
    return found


def _thin(
    tokens: Sequence[Token], below: dict[int, list[int]], words: Sequence[int], heads: set[int]
) -> bool:
    nested = [i for i in heads if i in words and tokens[i].dep in _NESTED]
    spoken = {w for i in nested for w in _all(below, i)}
    return bool(nested) and _weight(tokens, [w for w in words if w not in spoken]) <= _THIN


def _trim(tokens: Sequence[Token], words: list[int]) -> list[int]:
    """Drop marks, conjunctions and a leading "that" from the ends, and clauses without content."""
    start, end = 0, len(words)
    while start < end and (
        tokens[words[start]].pos in _EDGE
        or (tokens[words[start]].pos == "SCONJ" and tokens[words[start]].lemma.lower() == "that")
    ):
        start += 1
    while end > start and tokens[words[end - 1]].pos in ("PUNCT", "SPACE", "CCONJ", "SCONJ"):
        end -= 1
    kept = words[start:end]
    # A piece left over on the far side of a cut clause ("…, which closed in May, .") is dropped.
    return kept if any(tokens[i].pos in _CONTENT for i in kept) else []


def _subject(
    tokens: Sequence[Token], below: dict[int, list[int]], head: int, first: int, last: int
) -> tuple[bool, tuple[int, ...]]:
    """The subject of the clause at `head`; where it has none, that of the clause it hangs on."""
    at, own = head, True
    for _ in range(8):
        for k in below.get(at, ()):
            if tokens[k].dep in ("nsubj", "nsubjpass", "csubj"):
                return own, tuple(sorted(_all(below, k)))
        if any(tokens[k].dep == "expl" for k in below.get(at, ())):
            return own, ()
        if tokens[at].dep in ("relcl", "acl"):
            noun = tokens[at].head
            return False, (noun,) if first <= noun < last else ()
        above = tokens[at].head
        if above == at or not first <= above < last:
            return own, ()
        at, own = above, False
    return False, ()
