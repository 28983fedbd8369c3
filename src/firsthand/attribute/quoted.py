"""Bring quotations and cues together: whose words stand between the marks."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace

from firsthand.attribute.relation import Relation
from firsthand.attribute.tree import Tree
from firsthand.domain import Span

__all__ = ["Quoted", "attach", "quoted_in"]

_UTTERANCE_END = frozenset(",.!?…")
_REACH = 25
"""How many tokens from a quotation its cue may stand: "…," said the deputy head of the … agency for …"""

_VAGUE = frozenset({"you", "who", "which", "that", "one", "they", "people", "i", "we"})
_FIRST_PERSON = frozenset({"i", "we", "me", "us", "my", "our"})


@dataclass(frozen=True, slots=True)
class Quoted:
    """One stretch between quotation marks, in token indices."""

    first: int
    last: int
    """Index after its last token."""

    utterance: bool
    """Whether it reads as speech of its own, not as a few words marked inside a sentence."""

    def holds(self, token: int) -> bool:
        """Whether `token` stands in it."""
        return self.first <= token < self.last


def quoted_in(tree: Tree, spans: tuple[Span, ...]) -> tuple[Quoted, ...]:
    """Put quotation spans on the tokens of `tree`; stretches without a token are left out."""
    starts = [token.start for token in tree.tokens]
    found = []
    for span in spans:
        first, last = bisect_left(starts, span.start), bisect_left(starts, span.end)
        if first >= last:
            continue
        words = [token for token in range(first, last) if tree.is_word(token)]
        if not words:
            continue
        ends = span.of(tree.text).rstrip()[-1:] in _UTTERANCE_END
        verbal = any(tree.tokens[token].pos in {"VERB", "AUX"} for token in words)
        before = next((tree.word(token) for token in range(first - 2, max(first - 4, -1), -1)), "")
        after = tree.text[span.end + 1 : span.end + 2]
        opens = before in {":", ","} or first <= 1
        capital = tree.word(words[0])[:1].isupper()
        utterance = (
            (ends or after == ",")
            and (verbal or capital or opens)
            or (capital and verbal and len(words) > 3)
        )
        found.append(Quoted(first, last, utterance))
    return tuple(found)


def _in_paragraph(tree: Tree, token: int) -> int:
    sentence = tree.sentence(token)
    return sentence.paragraph if sentence is not None else -1


def _ends_sentence(tree: Tree, token: int) -> bool:
    return tree.word(token) in {".", "!", "?"}


def _confine(tree: Tree, found: Relation, marks: tuple[Quoted, ...]) -> Relation | None:
    """Keep a relation inside the quotation its cue stands in, or widen it to whole quotations."""
    own = next((quoted for quoted in marks if quoted.holds(found.anchor)), None)
    if own is not None and own.last - own.first > 6:
        inside = frozenset(range(own.first, own.last))
        if found.source_head is not None and tree.lower(found.source_head) in _FIRST_PERSON:
            return None
        if not found.content & inside:
            return None
        return replace(
            found,
            content=found.content & inside,
            source=found.source & inside,
            source_head=found.source_head if found.source_head in inside else None,
        )
    content = set(found.content)
    for quoted in marks:
        inside = frozenset(range(quoted.first, quoted.last))
        if content & inside and not quoted.holds(found.anchor):
            content |= inside - found.source - found.cue
    return replace(found, content=frozenset(content - found.cue))


def _cue_after(tree: Tree, quoted: Quoted, open_: list[Relation]) -> Relation | None:
    """The reporting verb right behind a quotation, before the sentence ends."""
    end = quoted.last
    if (
        not any(tree.word(token)[-1] in ",?!—–…" for token in range(quoted.last - 1, quoted.last))
        and tree.text[tree.tokens[quoted.last - 1].end : tree.tokens[quoted.last - 1].end + 2][-1:]
        != ","
    ):
        return None
    while end < len(tree.tokens) and not tree.is_word(end):
        if _ends_sentence(tree, end):
            return None
        end += 1
    for found in open_:
        if end <= found.anchor < end + _REACH:
            between = range(end, found.anchor)
            if not any(_ends_sentence(tree, token) for token in between) and not any(
                tree.word(token) in {'"', "“", ";"} for token in between
            ):
                return found
    return None


def _cue_before(tree: Tree, quoted: Quoted, open_: list[Relation]) -> Relation | None:
    """The reporting verb right before a quotation, in the same sentence."""
    start = quoted.first - 1
    while start >= 0 and not tree.is_word(start) and tree.word(start) not in {".", "?", "!"}:
        start -= 1
    for found in reversed(open_):
        if start - _REACH < found.anchor <= start:
            between = range(found.anchor, start + 1)
            if not any(_ends_sentence(tree, token) for token in between):
                return found
    return None


def attach(tree: Tree, found: list[Relation], marks: tuple[Quoted, ...]) -> list[Relation]:
    """Give every quotation that is speech to a cue, and drop cues left without content.

    A quotation takes the cue behind it in its sentence ("…," she said), else the cue before it
    (she said: "…"), else it goes on from the quotation before, when nothing but that one's cue
    stands between. What is left over is given as a bare quotation: a relation without cue.
    """
    kept = [each for each in (_confine(tree, one, marks) for one in found) if each is not None]
    by_anchor = {(each.anchor, number): each for number, each in enumerate(kept)}
    owner: dict[int, tuple[int, int]] = {}
    for number, quoted in enumerate(marks):
        inside = frozenset(range(quoted.first, quoted.last))
        words = {token for token in inside if tree.is_word(token)}
        holders = [
            key
            for key, each in by_anchor.items()
            if not quoted.holds(each.anchor) and len(words & each.content) * 2 > len(words)
        ]
        if holders:
            owner[number] = min(holders, key=lambda key: (len(by_anchor[key].content), key))
            continue
        if not quoted.utterance:
            continue
        paragraph = _in_paragraph(tree, quoted.first)
        near = [
            key
            for key, each in sorted(by_anchor.items())
            if "quote" in each.reading.takes
            and not any(other.holds(each.anchor) for other in marks)
            and not each.negated
            and _in_paragraph(tree, each.anchor) == paragraph
        ]
        fitting = [by_anchor[key] for key in near]
        one = _cue_after(tree, quoted, fitting) or _cue_before(tree, quoted, fitting)
        if one is not None:
            key = next(key for key in near if by_anchor[key] is one)
            content = (
                one.content | inside if one.content and _quote_only(tree, one, marks) else inside
            )
            by_anchor[key] = replace(
                one, content=content - one.cue - one.source, rule="stands beside the quotation"
            )
            owner[number] = key
            continue
        before = owner.get(number - 1)
        if before is not None:
            previous = marks[number - 1]
            holder = by_anchor[before]
            between = [token for token in range(previous.last, quoted.first) if tree.is_word(token)]
            sentence = tree.sentence_of[holder.anchor]
            if _in_paragraph(tree, previous.first) == paragraph and all(
                tree.sentence_of[token] == sentence for token in between
            ):
                by_anchor[before] = replace(holder, content=holder.content | inside)
                owner[number] = before
    made = [_named_beside(tree, each, marks) for each in by_anchor.values() if each.content]
    return sorted(
        (each for each in made if _stands(tree, each, made)),
        key=lambda each: (each.anchor, sorted(each.content)),
    )


def _stands(tree: Tree, found: Relation, others: list[Relation]) -> bool:
    """Whether a cue attributes at all.

    An active verb without anybody to speak does not ("Read also: …"); a belief, hope or plan does
    only where a noun says whose it is and nobody else tells of it.
    """
    if tree.tokens[found.anchor].pos == "VERB" and not found.source and not found.passive:
        return False
    if not found.reading.private or found.passive:
        return True
    if found.source_head is None or tree.lower(found.source_head) in _VAGUE:
        return False
    return not any(
        found.anchor in other.content and other is not found and not other.reading.private
        for other in others
    )


def _named_beside(tree: Tree, found: Relation, marks: tuple[Quoted, ...]) -> Relation:
    """Mend a source that the parser took from inside the quotation: it stands beside the cue."""
    if found.passive or tree.tokens[found.anchor].pos != "VERB":
        return found
    if any(quoted.holds(found.anchor) for quoted in marks):
        return found
    head = found.source_head
    if head is not None and not any(
        quoted.holds(head) and quoted.utterance for quoted in marks
    ):
        return found
    for run in (_run_before(tree, found.anchor, marks), _run_after(tree, found.anchor, marks)):
        nouns = [at for at in run if tree.tokens[at].pos in {"NOUN", "PROPN", "PRON"}]
        tops = [at for at in nouns if tree.tokens[at].head not in run]
        if nouns:
            return replace(
                found,
                source=frozenset(run),
                source_head=(tops or nouns)[0],
                content=found.content - frozenset(run),
            )
    return replace(found, source=frozenset(), source_head=None)


def _run_before(tree: Tree, anchor: int, marks: tuple[Quoted, ...]) -> list[int]:
    run: list[int] = []
    at = anchor - 1
    while at >= 0 and tree.tokens[at].pos in {"AUX", "ADV", "PART"}:
        at -= 1
    while at >= 0 and len(run) < _REACH and not any(quoted.holds(at) for quoted in marks):
        if not tree.is_word(at) and tree.word(at) not in {",", "-", "."}:
            break
        if tree.word(at) == "." or tree.tokens[at].pos in {"VERB", "SCONJ", "CCONJ"}:
            break
        run.append(at)
        at -= 1
    run.reverse()
    while run and not tree.is_word(run[0]):
        run.pop(0)
    return run


def _run_after(tree: Tree, anchor: int, marks: tuple[Quoted, ...]) -> list[int]:
    run: list[int] = []
    for at in range(anchor + 1, min(anchor + 1 + _REACH, len(tree.tokens))):
        if not tree.is_word(at) or any(quoted.holds(at) for quoted in marks):
            break
        if tree.tokens[at].pos in {"ADP", "VERB", "SCONJ"} and tree.lower(at) != "of":
            break
        run.append(at)
    return run


def _quote_only(tree: Tree, found: Relation, marks: tuple[Quoted, ...]) -> bool:
    words = {token for token in found.content if tree.is_word(token)}
    held = {token for token in words if any(quoted.holds(token) for quoted in marks)}
    return len(words - held) <= 1
