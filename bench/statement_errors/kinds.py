"""The kinds of error, and which one an error is: the first that fits, in the order given here."""

from __future__ import annotations

from enum import StrEnum

from bench.statement_errors.classes import cue_class, own_voice, private, reports
from bench.statement_errors.relations import HALF, Relation, jaccard, same_cue
from bench.statement_errors.words import Words

__all__ = ["Kind", "of_false", "of_missed", "of_pair"]

_SHORT = 5
"""Words. A quotation without a cue up to this length reads as a name, a title or a scare quote:
in the development sets four of five annotated bare quotations are longer."""


class Kind(StrEnum):
    """What is wrong; each missed and each false relation has exactly one."""

    # A gold relation and a found one that belong together.
    CUE_MISSING = "cue not marked, relation found"
    CUE_INVENTED = "cue marked where the annotators have none"
    CUE_OTHER = "another cue for the same content"
    SOURCE_MISSING = "no source found"
    SOURCE_INVENTED = "source where the annotators have none"
    SOURCE_BOUNDARY = "source too long or too short"
    SOURCE_OTHER = "wrong source"
    CONTENT_ELSEWHERE = "cue found, content elsewhere"
    SENTENCE_MISSING = "content: a further sentence missing"
    SENTENCE_EXTRA = "content: a sentence too many"
    FRAGMENT_MISSING = "content: a fragment missing"
    FRONT_MISSING = "content too short in front"
    END_MISSING = "content too short at the end"
    FRONT_EXTRA = "content too long in front"
    END_EXTRA = "content too long at the end"
    INSIDE = "content differs inside"
    # A gold relation alone.
    SWALLOWED = "missed: it stands in the content of a found one"
    MERGED = "missed: merged with a neighbour"
    MISSED_VERB = "missed: verb of saying"
    MISSED_BELIEF = "missed: verb of belief or plan"
    MISSED_RARE = "missed: verb outside the lexicon"
    MISSED_NOUN = "missed: noun cue"
    MISSED_ADJECTIVE = "missed: adjective cue"
    MISSED_PREPOSITION = "missed: according to and its like"
    MISSED_ADVERB = "missed: adverb cue"
    MISSED_OTHER = "missed: other cue"
    MISSED_BARE = "missed: no cue"
    # A found relation alone.
    DOUBLED = "false: second relation of one cue"
    SPLIT = "false: part of one that is annotated whole"
    NESTED = "false: nested in an annotated one"
    UNSURE = "false: where the annotators were unsure"
    MARKS = "false: name, title or scare quote in marks"
    FALSE_BARE = "false: quotation without a cue"
    OWN_VOICE = "false: in the outlet's own voice"
    BELIEF = "false: belief or plan"
    FALSE_NOUN = "false: noun cue"
    FALSE_PREPOSITION = "false: according to and its like"
    FALSE_ADVERB = "false: adverb cue"
    FALSE_ADJECTIVE = "false: adjective cue"
    UNATTRIBUTED = "false: verb cue without a source"
    FALSE_VERB = "false: verb cue with a source"
    FALSE_OTHER = "false: other cue"


_MISSED = {
    "verb": Kind.MISSED_VERB,
    "noun": Kind.MISSED_NOUN,
    "adjective": Kind.MISSED_ADJECTIVE,
    "preposition": Kind.MISSED_PREPOSITION,
    "adverb": Kind.MISSED_ADVERB,
    "none": Kind.MISSED_BARE,
}
_FALSE = {
    "noun": Kind.FALSE_NOUN,
    "adjective": Kind.FALSE_ADJECTIVE,
    "preposition": Kind.FALSE_PREPOSITION,
    "adverb": Kind.FALSE_ADVERB,
}


def of_pair(words: Words, gold: Relation, found: Relation) -> Kind | None:
    """What is wrong with a found relation that stands for a gold one; None where it is right."""
    agree = jaccard(gold.content, found.content) >= HALF
    if not agree and same_cue(gold, found):
        return _of_content(words, gold.content, found.content)
    if not same_cue(gold, found):
        if not gold.cue:
            return Kind.CUE_INVENTED
        return Kind.CUE_OTHER if found.cue else Kind.CUE_MISSING
    if jaccard(gold.source, found.source) >= HALF:
        return None
    if not gold.source:
        return Kind.SOURCE_INVENTED
    if not found.source:
        return Kind.SOURCE_MISSING
    return Kind.SOURCE_BOUNDARY if gold.source & found.source else Kind.SOURCE_OTHER


def _of_content(words: Words, gold: frozenset[int], found: frozenset[int]) -> Kind:
    """Which side of the content differs most, in words; whole sentences and fragments first."""
    shared = gold & found
    if not shared:
        return Kind.CONTENT_ELSEWHERE

    def sentence(index: int) -> int:
        return words.words[index].sentence

    sentences = {Kind.SENTENCE_MISSING: found, Kind.SENTENCE_EXTRA: gold}
    sizes = dict.fromkeys(Kind, 0)
    for kind, other in sentences.items():
        theirs = {sentence(index) for index in other}
        differing = (gold if kind is Kind.SENTENCE_MISSING else found) - other
        sizes[kind] = sum(sentence(index) not in theirs for index in differing)
    for run in _runs(gold):
        if not run & found and {sentence(index) for index in run} & {
            sentence(index) for index in found
        }:
            sizes[Kind.FRAGMENT_MISSING] += len(run)
    sides = (
        (gold - found, Kind.FRONT_MISSING, Kind.END_MISSING),
        (found - gold, Kind.FRONT_EXTRA, Kind.END_EXTRA),
    )
    for differing, front, end in sides:
        sizes[front] = sum(index < min(shared) for index in differing)
        sizes[end] = sum(index > max(shared) for index in differing)
        sizes[Kind.INSIDE] += sum(min(shared) < index < max(shared) for index in differing)
    order = [
        Kind.SENTENCE_MISSING,
        Kind.SENTENCE_EXTRA,
        Kind.FRAGMENT_MISSING,
        Kind.FRONT_MISSING,
        Kind.END_MISSING,
        Kind.FRONT_EXTRA,
        Kind.END_EXTRA,
        Kind.INSIDE,
    ]
    return max(order, key=lambda kind: (sizes[kind], -order.index(kind)))


def _runs(indices: frozenset[int]) -> list[frozenset[int]]:
    """Stretches of neighbouring words."""
    runs: list[set[int]] = []
    for index in sorted(indices):
        if runs and index - 1 in runs[-1]:
            runs[-1].add(index)
        else:
            runs.append({index})
    return [frozenset(run) for run in runs]


def of_missed(words: Words, gold: Relation, found: list[Relation]) -> Kind:
    """Why a gold relation for which nothing stands was missed."""
    where = gold.cue or gold.content
    if any(where <= other.content for other in found):
        return Kind.SWALLOWED
    if any(2 * len(gold.content & other.content) >= len(gold.content) for other in found):
        return Kind.MERGED
    kind = cue_class(words, gold.cue)
    if kind == "verb" and private(words, gold.cue):
        return Kind.MISSED_BELIEF
    if kind == "verb" and not reports(words, gold.cue):
        return Kind.MISSED_RARE
    return _MISSED.get(kind, Kind.MISSED_OTHER)


def of_false(
    words: Words, found: Relation, gold: list[Relation], unsure: frozenset[int], outlet: str
) -> Kind:
    """What a found relation that stands for no gold one is."""
    where = found.cue or found.content
    if found.cue and any(found.cue & other.cue for other in gold):
        return Kind.DOUBLED
    if found.cue and any(where <= other.content for other in gold):
        return Kind.NESTED
    if any(2 * len(found.content & other.content) >= len(found.content) for other in gold):
        return Kind.SPLIT
    if where & unsure:
        return Kind.UNSURE
    if not found.cue:
        return Kind.MARKS if len(found.content) <= _SHORT else Kind.FALSE_BARE
    if own_voice(words, found.source, outlet):
        return Kind.OWN_VOICE
    if private(words, found.cue):
        return Kind.BELIEF
    kind = cue_class(words, found.cue)
    if kind == "verb":
        return Kind.FALSE_VERB if found.source else Kind.UNATTRIBUTED
    return _FALSE.get(kind, Kind.FALSE_OTHER)
