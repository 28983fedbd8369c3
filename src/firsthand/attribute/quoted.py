"""Bring quotations and cues together: whose words stand between the marks."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from firsthand.attribute.beside import (
    cue_after,
    cue_before,
    goes_on,
    sentence_before,
    told_before,
    word_before,
)
from firsthand.attribute.mending import named_beside
from firsthand.attribute.quotes import Quotations, Quoted
from firsthand.attribute.relation import Relation
from firsthand.attribute.tree import Tree
from firsthand.attribute.unlisted import unlisted_cue

__all__ = ["attach"]

_CLOSE = 3
"""Words between a cue and the quotation it leads to, where another quotation may go on there."""

_FEW = 6
"""Tokens up to which a cue between marks may be a marked word, not part of what is quoted: he "denied" it."""

_BARRIERS = frozenset(".!?;:()")
"""Marks beyond which unmarked words are no longer what the quotation's speaker said."""

_VAGUE = frozenset({"you", "who", "which", "that", "one", "they", "people", "i", "we"})
_FIRST_PERSON = frozenset({"i", "we", "me", "us", "my", "our"})


def attach(tree: Tree, found: Sequence[Relation], marks: tuple[Quoted, ...]) -> list[Relation]:
    """Give every quotation that is speech to a cue, and drop cues left without content.

    A quotation takes the cue behind it in its sentence ("…," she said), else the cue that leads
    to it (she said: "…", in the paragraph before too), else it goes on from the quotation before
    when nothing but that one's cue stands between. Stretches of one quotation that re-opens at
    each paragraph have one cue. What is left may belong to a reporting clause whose verb is in no
    list, to a name behind a dash or before a colon, or to whoever spoke in the sentence before; a
    quotation that fits nowhere stays in nobody's words.

    Args:
        tree: The article's parse.
        found: Relations, open ones (without content) among them, from rules or a tagger.
        marks: The article's quotations, ascending, not overlapping.

    Returns:
        By cue; each content holds whole quotations only.
    """
    quotes = Quotations.over(tree, marks)
    kept = [each for each in (_confine(tree, one, quotes) for one in found) if each is not None]
    table = _Table(tree, quotes, kept)
    for first, last in _rows(marks):
        table.settle(first, last)
    named = [named_beside(tree, each, quotes) for each in table.made if each.content]
    told = {at for each in named if not each.reading.private for at in each.content}
    return sorted(
        (each for each in named if _stands(tree, each, told)),
        key=lambda each: (each.anchor, sorted(each.content)),
    )


def _rows(marks: Sequence[Quoted]) -> Iterator[tuple[int, int]]:
    """The numbers (first, after the last) of stretches that are one quotation."""
    first = 0
    for number, quoted in enumerate(marks):
        if not quoted.runs_on or number + 1 == len(marks):
            yield first, number + 1
            first = number + 1


def _confine(tree: Tree, found: Relation, quotes: Quotations) -> Relation | None:
    """Keep a relation inside the quotation its cue stands in, or widen it to whole quotations."""
    own = quotes.holding(found.anchor)
    if own is not None and own.last - own.first > _FEW:
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
    for number in sorted({quotes.number[at] for at in found.content} - {-1}):
        quoted = quotes.marks[number]
        if quoted is not own:
            content.update(range(quoted.first, quoted.last))
    content -= found.source
    content |= found.content
    return replace(found, content=_cut_off(tree, found, content - found.cue, quotes))


def _cut_off(tree: Tree, found: Relation, content: set[int], quotes: Quotations) -> frozenset[int]:
    """Take out what lies beyond the quotation next to the cue, behind a bracket, a colon or a full stop.

    "The crew left ("Nobody rang," Keller said)": who left is no part of what Keller said.
    """
    said = sorted({quotes.number[at] for at in content} - {-1})
    spoken = [number for number in said if quotes.marks[number].utterance]
    if not spoken:
        return frozenset(content)
    nearest = min(
        spoken,
        key=lambda number: min(
            abs(quotes.marks[number].first - found.anchor),
            abs(quotes.marks[number].last - found.anchor),
        ),
    )
    quoted = quotes.marks[nearest]
    behind = quoted.first > found.anchor
    outside = {at for at in content if quotes.number[at] < 0}
    if behind:
        beyond = range(quoted.last, max(outside, default=0) + 1)
    else:
        beyond = range(quoted.first - 1, min(outside, default=quoted.first) - 1, -1)
    for at in beyond:
        word = tree.word(at)
        if "\n" in word or (not tree.is_word(at) and _BARRIERS.intersection(word)):
            edge = at
            break
    else:
        return frozenset(content)
    gone = {at for at in outside if (at >= edge if behind else at <= edge)}
    return frozenset(content - gone)


class _Table:
    """Who has which quotation, while it is being settled."""

    def __init__(self, tree: Tree, quotes: Quotations, found: Sequence[Relation]) -> None:
        self.made = list(found)
        self._tree = tree
        self._quotes = quotes
        self._owner: dict[int, int] = {}
        self._by_paragraph: dict[int, list[int]] = defaultdict(list)
        self._by_sentence: dict[int, list[int]] = defaultdict(list)
        self._shares: dict[int, Counter[int]] = defaultdict(Counter)
        for key, each in sorted(enumerate(found), key=lambda item: (item[1].anchor, item[0])):
            self._by_sentence[tree.sentence_of[each.anchor]].append(key)
            takes = "quote" in each.reading.takes and not each.negated
            if takes and quotes.holding(each.anchor) is None:
                self._by_paragraph[tree.paragraph(each.anchor)].append(key)
            for at in each.content:
                number = quotes.number[at]
                if number >= 0 and number != quotes.number[each.anchor] and tree.is_word(at):
                    self._shares[number][key] += 1

    def settle(self, first: int, last: int) -> None:
        """Find an owner for the quotations `first` to `last` (exclusive), which are one."""
        holders = [key for number in range(first, last) for key in self._holders(number)]
        if holders:
            key = min(holders, key=lambda each: (len(self.made[each].content), each))
            self._give(key, first, last, "")
            return
        if not self._quotes.marks[first].utterance:
            return
        beside = self._beside(first, last)
        if beside is not None:
            one = self.made[beside]
            led_up_to = one.anchor < self._quotes.marks[first].first
            if one.content and not led_up_to and not self._quotes_only(one):
                self.made[beside] = replace(one, content=frozenset())
            self._give(beside, first, last, "stands beside the quotation")
            return
        before = self._continued(first)
        if before is not None:
            self._give(before, first, last, "")
            return
        new = unlisted_cue(self._tree, self._quotes, first, last)
        if new is not None:
            self.made.append(new)
            self._give(len(self.made) - 1, first, last, "")
            return
        self._goes_on(first, last)

    def _holders(self, number: int) -> list[int]:
        quoted = self._quotes.marks[number]
        words = sum(self._tree.is_word(at) for at in range(quoted.first, quoted.last))
        return [key for key, count in self._shares[number].items() if count * 2 > words]

    def _give(self, key: int, first: int, last: int, rule: str) -> None:
        one = self.made[key]
        content = set(one.content)
        for number in range(first, last):
            quoted = self._quotes.marks[number]
            content.update(range(quoted.first, quoted.last))
            self._owner[number] = key
        self.made[key] = replace(
            one, content=frozenset(content - one.cue - one.source), rule=rule or one.rule
        )

    def _near(self, paragraph: int) -> list[Relation]:
        return [self.made[key] for key in self._by_paragraph.get(paragraph, ())]

    def _key(self, one: Relation) -> int:
        keys = self._by_sentence[self._tree.sentence_of[one.anchor]]
        return next(key for key in keys if self.made[key] is one)

    def _beside(self, first: int, last: int) -> int | None:
        tree = self._tree
        for number in range(first, last):
            quoted = self._quotes.marks[number]
            one = cue_after(tree, quoted, self._near(tree.paragraph(quoted.first)))
            if one is None and number == first:
                start = word_before(tree, quoted)
                near = self._near(tree.paragraph(start)) if start >= 0 else []
                close = self._continued(number) is not None
                one = (
                    cue_before(tree, quoted, near, reach=_CLOSE)
                    if close
                    else cue_before(tree, quoted, near)
                )
            if one is not None:
                return self._key(one)
        return None

    def _continued(self, number: int) -> int | None:
        """The owner of the quotation before, where this one goes on with it in the same paragraph."""
        owner = self._owner.get(number - 1)
        if owner is None:
            return None
        before, here = self._quotes.marks[number - 1], self._quotes.marks[number]
        tree = self._tree
        if tree.paragraph(before.first) != tree.paragraph(here.first):
            return None
        return owner if goes_on(tree, before.last, here.first) else None

    def _goes_on(self, first: int, last: int) -> None:
        """Let a quotation that stands alone go on from what the sentence before it tells."""
        quoted = self._quotes.marks[first]
        sentence = sentence_before(self._tree, quoted)
        found = [self.made[key] for key in self._by_sentence.get(sentence, ())]
        previous = told_before(found, self._quotes)
        if previous is None or sentence < 0:
            return
        key = self._key(previous)
        if previous.content and not self._quotes_only(previous):
            self.made.append(
                replace(
                    previous, content=frozenset(), rule="goes on in quotation marks", aside=False
                )
            )
            key = len(self.made) - 1
        self._give(key, first, last, "")

    def _quotes_only(self, found: Relation) -> bool:
        words = [at for at in found.content if self._tree.is_word(at)]
        return sum(self._quotes.number[at] < 0 for at in words) <= 1


def _stands(tree: Tree, found: Relation, told: set[int]) -> bool:
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
    return found.anchor not in told
