"""Classes that relations are counted by: of the cue, of the source, of the content's length."""

from __future__ import annotations

from collections.abc import Callable

from bench.statement_errors.relations import Relation
from bench.statement_errors.words import Words
from firsthand.tables.cues import cues

__all__ = ["CLASSES", "cue_class", "own_voice", "private", "reports", "source_class"]

_FIRST_PERSON = frozenset({"i", "we", "our", "us", "my", "me"})
_LENGTHS = ((5, "1-5 words"), (15, "6-15"), (30, "16-30"), (60, "31-60"))


def cue_class(words: Words, cue: frozenset[int]) -> str:
    """verb, noun, adjective, preposition, adverb, other or none.

    The heaviest word counts: "expressed concern that" is a verb's, "is convinced" an adjective's.
    """
    if not cue:
        return "none"
    found = {words.words[index].pos for index in cue}
    lemmas = {words.words[index].lemma for index in cue}
    if "accord" in lemmas or (
        found <= {"ADP", "DET", "NOUN"} and "ADP" in found and "NOUN" not in found
    ):
        return "preposition"
    for pos, name in (
        ("VERB", "verb"),
        ("NOUN", "noun"),
        ("ADJ", "adjective"),
        ("ADV", "adverb"),
    ):
        if pos in found:
            return name
    return "verb" if "AUX" in found else "other"


def source_class(words: Words, source: frozenset[int]) -> str:
    """none, pronoun, name or nominal."""
    if not source:
        return "none"
    found = {words.words[index].pos for index in source}
    if found <= {"PRON", "DET"} and "PRON" in found:
        return "pronoun"
    return "name" if "PROPN" in found else "nominal"


def _length(content: frozenset[int]) -> str:
    for most, name in _LENGTHS:
        if len(content) <= most:
            return name
    return "over 60"


def _sentences(words: Words, content: frozenset[int]) -> str:
    several = len({words.words[index].sentence for index in content}) > 1
    return "several sentences" if several else "one sentence"


def own_voice(words: Words, source: frozenset[int], outlet: str) -> bool:
    """Whether the source is the writer ("we") or the outlet itself."""
    named = [words.text[words.words[i].start : words.words[i].end].lower() for i in sorted(source)]
    if not named:
        return False
    return set(named) <= _FIRST_PERSON or (bool(outlet) and "".join(named) == outlet)


def private(words: Words, cue: frozenset[int]) -> bool:
    """Whether every reporting verb of the cue tells a belief, hope or plan."""
    table = cues().verbs
    readings = [one for index in cue for one in table.get(words.words[index].lemma, ())]
    return bool(readings) and all(one.private for one in readings)


def reports(words: Words, cue: frozenset[int]) -> bool:
    """Whether the cue holds a verb that the shipped lexicon knows to report."""
    return any(words.words[index].lemma in cues().verbs for index in cue)


CLASSES: dict[str, Callable[[Words, Relation], str]] = {
    "manner": lambda _, one: one.manner,
    "cue": lambda words, one: cue_class(words, one.cue),
    "source": lambda words, one: source_class(words, one.source),
    "content": lambda _, one: _length(one.content),
    "content over": lambda words, one: _sentences(words, one.content),
    "zone": lambda words, one: words.words[min(one.cue or one.content)].zone,
}
"""What relations are counted by, and how the class of one is told."""
