"""Bring quotations and cues together: whose words stand between the marks."""

from __future__ import annotations

from dataclasses import replace

from firsthand.attribute.mending import named_beside
from firsthand.attribute.quotes import Quoted
from firsthand.attribute.relation import Relation
from firsthand.attribute.tree import Tree

__all__ = ["attach"]

_REACH = 25
"""How many tokens from a quotation its cue may stand: "…," said the deputy head of the … agency for …"""

_NEAR = 8
"""The same where no comma parts the two: "…" he said."""

_BETWEEN = 60
"""How many words of a cue may part a quotation from the one it goes on from."""

_VAGUE = frozenset({"you", "who", "which", "that", "one", "they", "people", "i", "we"})
_FIRST_PERSON = frozenset({"i", "we", "me", "us", "my", "our"})


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


def _cue_after(tree: Tree, quoted: Quoted, near: list[Relation]) -> Relation | None:
    """The reporting verb right behind a quotation, before the sentence ends.

    A cue that introduces something else already needs a comma (or the like) before it.
    """
    end = quoted.last
    edge = tree.text[tree.tokens[end - 1].end - 1 : tree.tokens[end - 1].end + 2]
    parted = any(mark in edge for mark in ",?!—–…")
    while end < len(tree.tokens) and not tree.is_word(end):
        if _ends_sentence(tree, end):
            return None
        end += 1
    for found in near:
        reach = _REACH if parted else _NEAR
        if not end <= found.anchor < end + reach or (found.content and not parted):
            continue
        between = range(end, found.anchor)
        if not any(
            _ends_sentence(tree, token) or tree.word(token) in {'"', "“", ";"} for token in between
        ):
            return found
    return None


def _cue_before(tree: Tree, quoted: Quoted, near: list[Relation]) -> Relation | None:
    """The reporting verb right before a quotation, in the same sentence."""
    start = quoted.first - 1
    while start >= 0 and not tree.is_word(start) and not _ends_sentence(tree, start):
        start -= 1
    for found in reversed(near):
        if start - _REACH < found.anchor <= start and not any(
            _ends_sentence(tree, token) for token in range(found.anchor, start + 1)
        ):
            return found
    return None


def attach(tree: Tree, found: list[Relation], marks: tuple[Quoted, ...]) -> list[Relation]:
    """Give every quotation that is speech to a cue, and drop cues left without content.

    A quotation takes the cue behind it in its sentence ("…," she said), else the cue before it
    (she said: "…"), else it goes on from the quotation before, when nothing but that one's cue
    stands between. A quotation that opens right after a sentence with a cue, or makes up a
    paragraph after one, is a relation of its own with the same cue and source.
    """
    kept = [each for each in (_confine(tree, one, marks) for one in found) if each is not None]
    made = dict(enumerate(kept))
    owner: dict[int, int] = {}
    for number, quoted in enumerate(marks):
        inside = frozenset(range(quoted.first, quoted.last))
        words = {token for token in inside if tree.is_word(token)}
        holders = [
            key
            for key, each in made.items()
            if not quoted.holds(each.anchor) and len(words & each.content) * 2 > len(words)
        ]
        if holders:
            owner[number] = min(holders, key=lambda key: (len(made[key].content), key))
            continue
        if not quoted.utterance:
            continue
        paragraph = _in_paragraph(tree, quoted.first)
        near = [
            each
            for _, each in sorted(made.items(), key=lambda item: (item[1].anchor, item[0]))
            if "quote" in each.reading.takes
            and not any(other.holds(each.anchor) for other in marks)
            and not each.negated
            and _in_paragraph(tree, each.anchor) == paragraph
        ]
        one = _cue_after(tree, quoted, near) or _cue_before(tree, quoted, near)
        if one is not None:
            key = next(key for key, each in made.items() if each is one)
            widened = one.content and _quote_only(tree, one, marks)
            content = one.content | inside if widened else inside
            made[key] = replace(
                one, content=content - one.cue - one.source, rule="stands beside the quotation"
            )
            owner[number] = key
            continue
        before = owner.get(number - 1)
        if (
            before is not None
            and _in_paragraph(tree, marks[number - 1].first) == paragraph
            and _one_sentence(tree, marks[number - 1].last, quoted.first)
        ):
            made[before] = replace(made[before], content=made[before].content | inside)
            owner[number] = before
            continue
        previous = _told_before(tree, quoted, list(made.values()), marks)
        if previous is not None:
            key = len(made)
            made[key] = replace(
                previous, content=inside, rule="goes on in quotation marks", aside=False
            )
            owner[number] = key
    named = [named_beside(tree, each, marks) for each in made.values() if each.content]
    return sorted(
        (each for each in named if _stands(tree, each, named)),
        key=lambda each: (each.anchor, sorted(each.content)),
    )


def _one_sentence(tree: Tree, first: int, last: int) -> bool:
    """Whether the words between two quotations are at most the rest of one sentence."""
    words = [token for token in range(first, last) if tree.is_word(token)]
    if not words:
        return True
    return len(words) <= _BETWEEN and not any(
        _ends_sentence(tree, token) for token in range(first, words[-1])
    )


def _told_before(
    tree: Tree, quoted: Quoted, found: list[Relation], marks: tuple[Quoted, ...]
) -> Relation | None:
    """The relation of the sentence before a quotation that stands alone."""
    start = quoted.first - 1
    while start >= 0 and not tree.is_word(start) and not _ends_sentence(tree, start):
        start -= 1
    paragraph = _in_paragraph(tree, quoted.first)
    before = start
    while before >= 0 and not tree.is_word(before):
        before -= 1
    if before < 0:
        return None
    same = _in_paragraph(tree, before) == paragraph
    if not same and not _whole_paragraph(tree, quoted):
        return None
    if not same and _in_paragraph(tree, before) != paragraph - 1:
        return None
    sentence = tree.sentence_of[before]
    fitting = [
        each
        for each in found
        if each.content
        and each.source
        and tree.sentence_of[each.anchor] == sentence
        and "quote" in each.reading.takes
        and not each.negated
        and not any(other.holds(each.anchor) for other in marks)
        and not any(each.anchor in other.content for other in found)
    ]
    return fitting[-1] if fitting else None


def _whole_paragraph(tree: Tree, quoted: Quoted) -> bool:
    """Whether nothing but the quotation stands in its paragraph."""
    paragraph = _in_paragraph(tree, quoted.first)
    sentences = [each for each in tree.sentences if each.paragraph == paragraph]
    first, last = sentences[0].first, sentences[-1].last
    beside = [*range(first, quoted.first), *range(quoted.last, last)]
    return not any(tree.is_word(at) for at in beside)


def _quote_only(tree: Tree, found: Relation, marks: tuple[Quoted, ...]) -> bool:
    words = {token for token in found.content if tree.is_word(token)}
    held = {token for token in words if any(quoted.holds(token) for quoted in marks)}
    return len(words - held) <= 1


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
