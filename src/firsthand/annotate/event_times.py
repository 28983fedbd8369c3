"""Which time expression dates which event, and where it happened.

A time hangs on a word of the parse. Going up from it, the first event or verb of saying is the one
it dates: "said on Monday that the ship had sunk on Saturday" dates the saying and the sinking.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from firsthand.annotate.event_doers import cause_of
from firsthand.annotate.event_kinds import Anchor
from firsthand.annotate.event_schedule import scheduled
from firsthand.annotate.event_tree import Tree
from firsthand.domain import Precision, Sentence, Span, When, Where
from firsthand.tables.eventwords import event_words
from firsthand.text.timex import day_of

__all__ = ["dated", "placed"]

_CLIMB = 10
_AHEAD_LISTS = frozenset({"planned", "threatened", "demanded"})
_SPANNING = frozenset({"relcl", "acl", "advcl"})
_NAMING = frozenset({"compound", "amod", "nmod", "nummod", "poss"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_DAYS = frozenset({Precision.DAY, Precision.PART, Precision.MINUTE})
"""Precisions of times that date a clause even where they stand before a noun ("a Friday statement");
the parser takes "on Sunday gunmen" for one phrase, too."""


def dated(
    tree: Tree,
    anchors: Mapping[int, Anchor],
    times: Sequence[When],
    sentence: Sentence,
    today: date | None = None,
) -> tuple[dict[int, When], list[When]]:
    """The time of each event of a sentence, by anchor.

    Args:
        tree: The parse.
        anchors: Events of the sentence, by anchor token.
        times: The points in time that the sentence names, in reading order.
        sentence: Which.
        today: When the text was published; None when not known.

    Returns:
        Times by anchor; and the times that date a saying.
    """
    found: dict[int, When] = {}
    said: list[When] = []
    carriers = {one.carrier: one.number for one in anchors.values() if one.carrier is not None}
    for when in times:
        owner, saying = _owner(tree, when, anchors, carriers, sentence, today=today)
        if saying:
            said.append(when)
        elif owner is not None:
            found.setdefault(owner, when)
    for number in sorted(anchors):
        if number in found:
            continue
        inherited = _inherited(tree, number, anchors, found, carriers)
        if inherited is not None:
            found[number] = inherited
    return found, said


def _tokens_of(tree: Tree, span: Span, sentence: Sentence) -> range:
    first = bisect_left(
        tree.tokens, span.start, sentence.first, sentence.last, key=lambda t: t.start
    )
    last = bisect_left(tree.tokens, span.end, first, sentence.last, key=lambda t: t.start)
    return range(first, last)


def _top(tree: Tree, inside: range) -> int | None:
    """The word of a stretch that hangs on a word outside it."""
    for number in inside:
        head = tree.tokens[number].head
        if head not in inside or head == number:
            return number
    return None


def _owner(
    tree: Tree,
    when: When,
    anchors: Mapping[int, Anchor],
    carriers: Mapping[int, int],
    sentence: Sentence,
    *,
    today: date | None,
) -> tuple[int | None, bool]:
    """The event that a time dates, or whether it dates a saying."""
    at = _top(tree, _tokens_of(tree, when.span, sentence))
    if at is None:
        return None, False
    reporting = event_words().roles["reporting"]
    named = _named(tree, at)
    if named is not None:
        if named in anchors or when.precision not in _DAYS:
            return (named if named in anchors else None), False  # "lifted the 2014 ban"
        at = named
    described = _described(tree, at)
    if described is not None:
        at = described
    for _ in range(_CLIMB):
        if at in anchors:
            foretold = _foretold(tree, at, when, anchors, today)
            return (at if foretold is None else foretold), False
        if at in carriers:
            return carriers[at], False
        token = tree.tokens[at]
        if token.pos in {"VERB", "AUX"} and token.dep not in {"aux", "auxpass", "amod"}:
            if tree.lemma(at) in reporting:
                return None, True
            put = scheduled(tree, at)
            below = put if put in anchors else _told_below(tree, at, anchors)
            if below is None:
                below = next((one for one in anchors if cause_of(tree, one) == at), None)
            if below is not None:
                return below, False
        if token.head == at:
            return None, False
        if token.dep in _SPANNING and token.pos in {"VERB", "AUX"}:
            return None, False  # the clause's own verb is no event: its time is not the noun's
        at = token.head
    return None, False


def _described(tree: Tree, number: int) -> int | None:
    """The verb of the relative clause that a time ends, where the parser hangs it on the main verb.

    "The ferry, which left Kendari, the capital, at 7:30 p.m., was carrying 120": the leaving's.
    """
    head = tree.tokens[number].head
    subject = tree.own_subject(head)
    if subject is None or not subject < number < head:
        return None
    closed = any(tree.word(at) == "," for at in range(number + 1, head))
    clause = next((one for one in tree.children(subject, "relcl") if subject < one < number), None)
    return clause if closed else None


def _foretold(
    tree: Tree, verb: int, when: When, anchors: Mapping[int, Anchor], today: date | None
) -> int | None:
    """What is threatened, demanded or planned for a time that lies ahead of the threat.

    "Threatened protests from Monday" was said before Monday: the time is the protests'.
    """
    lists = event_words().governors.get(tree.lemma(verb), ())
    if tree.tokens[verb].pos != "VERB" or not _AHEAD_LISTS & set(lists):
        return None
    first, last = (day_of((side or "")[:10]) for side in (when.earliest, when.latest))
    told = first if first is not None else last
    if today is None or told is None or told < today or (told == today and first is not None):
        return None
    below = [
        *tree.children(verb, "dobj", "xcomp", "nsubjpass"),
        *tree.nouns_under(verb, "for", "of"),
    ]
    return next((one for one in below if one in anchors), None)


def _named(tree: Tree, number: int) -> int | None:
    """The noun that a word helps to name, at any depth ("a December court filing")."""
    found = None
    at = number
    for _ in range(_CLIMB):
        token = tree.tokens[at]
        if token.dep not in _NAMING or token.head <= at:
            break
        if tree.tokens[token.head].pos not in _NOUNS:
            break
        found = at = token.head
    return found


def _told_below(tree: Tree, verb: int, anchors: Mapping[int, Anchor]) -> int | None:
    """The event that a verb which is none itself tells of: its subject, object or complement."""
    for relation in (("xcomp",), ("dobj", "nsubjpass"), ("nsubj",), ("ccomp",)):
        for child in tree.children(verb, *relation):
            if child in anchors:
                return child
    if tree.lemma(verb) in event_words().roles["aspectual"] and tree.subject(verb) in anchors:
        return tree.subject(verb)  # "the flood, which began on Monday"
    return None


def _inherited(
    tree: Tree,
    number: int,
    anchors: Mapping[int, Anchor],
    found: Mapping[int, When],
    carriers: Mapping[int, int],
) -> When | None:
    """The time of the clause an event shares: "on Monday police raided … and arrested …".

    A verb joined by "and" has the time of the first where the time stands before both; a
    participle ("killing two") happens when its clause happens.
    """
    anchor = anchors[number]
    token = tree.tokens[number if anchor.carrier is None else anchor.carrier]
    cause = cause_of(tree, number)
    at = token.head if cause is None else cause
    start = token.start
    if token.dep == "conj" or (token.dep in {"advcl", "xcomp"} and token.tag == "VBG"):
        for _ in range(3):
            owner = at if at in anchors else carriers.get(at)
            if owner is not None and owner in found:
                when = found[owner]
                first = when.span.start < tree.tokens[at].start
                if token.dep == "conj" and not (first or when.span.end <= start):
                    return None
                return None if tree.is_finite(number) and token.dep != "conj" else when
            if tree.tokens[at].dep != "conj":
                return None
            at = tree.tokens[at].head
    return None


def placed(
    tree: Tree, anchors: Mapping[int, Anchor], places: Iterable[Where], sentence: Sentence
) -> dict[int, Where]:
    """Where each event of a sentence happened, by anchor: the first place that hangs on it.

    Places that stand for a government or body are left out.
    """
    found: dict[int, Where] = {}
    carriers = {one.carrier: one.number for one in anchors.values() if one.carrier is not None}
    for where in places:
        if where.actor:
            continue
        at = _top(tree, _tokens_of(tree, where.span, sentence))
        led = False
        for _ in range(_CLIMB):
            if at is None:
                break
            if at in anchors or at in carriers:
                if led:
                    found.setdefault(at if at in anchors else carriers[at], where)
                break
            token = tree.tokens[at]
            if token.dep == "prep" and tree.word(at) in _LOCATING:
                led = True
                if tree.word(at) in _POSTED and tree.lemma(token.head) in event_words().people:
                    break  # "the ambassador of France was expelled", from elsewhere
            if token.head == at or (token.pos in {"VERB", "AUX"} and token.dep in _SPANNING):
                break
            at = token.head
    return found


_POSTED = frozenset({"of", "to", "from", "for"})
"""Prepositions that behind somebody's title name where they belong."""

_LOCATING = frozenset(
    {
        "in", "at", "near", "on", "outside", "inside", "off", "around", "across", "over", "along",
        "throughout", "within", "above", "between", "through", "towards", "to", "into", "from",
        "against", "of",
    }
)  # fmt: skip
