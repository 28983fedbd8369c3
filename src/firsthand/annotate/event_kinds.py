"""Which words of a text tell of events, and of what category."""

from __future__ import annotations

from dataclasses import dataclass, replace

from firsthand.annotate.event_doers import doer, is_nobodys
from firsthand.annotate.event_schedule import is_scheduled, scheduled
from firsthand.annotate.event_tree import Tree
from firsthand.tables.eventwords import EventPattern, event_words

__all__ = ["Anchor", "is_saying", "noun_anchor", "verb_anchor"]

_NO_EVENT = frozenset(
    {"amod", "compound", "aux", "auxpass", "nmod", "det", "case", "mark", "punct"}
)
_AS_NOUN = frozenset({"pobj", "dobj", "nsubj", "nsubjpass", "attr"})
"""A participle there is no verb: "the number of injured"."""

_JOINED = frozenset({"compound", "nmod", "amod"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """A word that tells of an event."""

    number: int
    """Index of its token."""

    kind: str
    """PLOVER category; empty when none fits."""

    words: int
    """How many words of the pattern were met; 0 when no pattern was."""

    lemma: str
    carrier: int | None = None
    """The light verb that carries a noun ("held talks"); None otherwise."""

    spent: tuple[int, ...] = ()
    """Nouns that the pattern has used up: no events of their own ("lifted a curfew")."""


def verb_anchor(tree: Tree, number: int) -> Anchor | None:
    """The event a verb tells of; None for a state, a bare report and a verb that only helps another.

    Args:
        tree: The parse.
        number: A token with the part of speech VERB.
    """
    token = tree.tokens[number]
    if (
        token.dep in _NO_EVENT
        or (token.tag == "VBN" and token.dep in _AS_NOUN)
        or _is_of_a_date(tree, number)
    ):
        return None
    if not tree.word(number).isalpha() or (
        number + 1 < len(tree.tokens) and tree.word(number + 1) == "-"
    ):
        return None  # a dash, or the first half of "re-elected"
    table, lemma = event_words(), tree.lemma(number)
    if (
        lemma not in table.verbs
        and f"{lemma}e" in table.verbs
        and tree.word(number) == f"{lemma}ed"
    ):
        lemma += "e"  # the lemmatizer cuts "fined" to "fin"
    if number >= 2 and tree.word(number - 1) == "-":
        joined = f"{tree.lemma(number - 2)}-{lemma}"
        if joined not in table.verbs and tree.word(number - 2) not in table.roles["prefixes"]:
            return None  # "hot-tempered"
        lemma = joined if joined in table.verbs else lemma
    pattern = _fitting(tree, number, table.verbs.get(lemma, ()))
    off = next(tree.children(number, "prt"), None)
    light = lemma in table.roles["light"] and (off is None or tree.word(off) == "out")
    if (
        off is not None
        and f"{lemma}_{tree.lemma(off)}" in table.governors
        and not (pattern and any(tree.lemma(off) in need for need in pattern.needs))
    ):
        return None  # "called off": told of the noun, not of a calling
    if scheduled(tree, number) is not None:
        return None  # what is planned for a day is the event
    if lemma == "take" and any(
        tree.lemma(child) == "place" for child in tree.children(number, "dobj")
    ):
        return None
    carried = _carried(tree, number) if light else None
    if carried is not None:
        if pattern is not None and pattern.words > 1:
            return Anchor(
                number=carried,
                kind=pattern.category,
                words=pattern.words,
                lemma=tree.lemma(carried),
                carrier=number,
            )
        return None  # the noun is found as an event of its own
    if pattern is not None and pattern.words > 1:
        return Anchor(
            number=number,
            kind=pattern.category,
            words=pattern.words,
            lemma=_phrasal(tree, number),
            spent=tuple(tree.children(number, "dobj", "nsubjpass")),
        )
    if not _tells(tree, number, known=pattern is not None):
        return None
    return Anchor(
        number=number,
        kind=pattern.category if pattern else "",
        words=1 if pattern else 0,
        lemma=_phrasal(tree, number),
    )


def noun_anchor(tree: Tree, number: int) -> Anchor | None:
    """The event a noun tells of; None for any other noun.

    Args:
        tree: The parse.
        number: A token with the part of speech NOUN.
    """
    token = tree.tokens[number]
    if token.dep in _NO_EVENT or _is_of_a_date(tree, number):
        return None
    table = event_words()
    lemma = tree.lemma(number)
    names = [lemma]
    if number >= 2 and tree.word(number - 1) == "-":
        names.insert(0, f"{tree.lemma(number - 2)}-{lemma}")
    for child in tree.below(number):
        if tree.tokens[child].dep in _JOINED:
            names.insert(0, f"{tree.lemma(child)}_{lemma}")
    for name in names:
        patterns = table.nouns.get(name)
        if patterns is None:
            continue
        pattern = _fitting(tree, number, patterns)
        if pattern is not None:
            return Anchor(number=number, kind=pattern.category, words=pattern.words, lemma=name)
    if is_scheduled(tree, number):
        return Anchor(number=number, kind="", words=0, lemma=names[0].replace("_", " "))
    return None


def _is_of_a_date(tree: Tree, number: int) -> bool:
    """Whether a word is the month of a date that the parser took for a deed ("15 March")."""
    written = tree.text[tree.tokens[number].start]
    if not written.isupper():
        return False
    return any(
        0 <= beside < len(tree.tokens) and tree.tokens[beside].pos == "NUM"
        for beside in (number - 1, number + 1)
    )


def _fitting(tree: Tree, number: int, patterns: tuple[EventPattern, ...]) -> EventPattern | None:
    """The fullest pattern that the words around a word meet."""
    if not patterns:
        return None
    bags = tree.bag(number), tree.bag(number, direct=True)
    actors: set[str] | None = None
    for pattern in patterns:
        if any(not need & bags[pattern.direct] for need in pattern.needs):
            continue
        if pattern.actors:
            if actors is None:
                actors = _actor_words(tree, number)
            if not actors & pattern.actors:
                continue
        return _nobodys(pattern) if is_nobodys(tree, number, pattern) else pattern
    return None


def _nobodys(pattern: EventPattern) -> EventPattern:
    return replace(pattern, category="")


def _actor_words(tree: Tree, number: int) -> set[str]:
    """Words that name whoever does it."""
    if tree.tokens[number].pos == "NOUN":
        found = {
            tree.lemma(child)
            for child in tree.below(number)
            if tree.tokens[child].dep in {"poss", *_JOINED}
        }
        for noun in tree.nouns_under(number, "by", "between"):
            found |= tree.noun_words(noun)
        return found
    if tree.is_passive(number):
        nouns = list(tree.nouns_under(number, "by"))
    else:
        subject = doer(tree, number)
        nouns = [] if subject is None else [subject]
    return {word for noun in nouns for word in tree.noun_words(noun)}


def _carried(tree: Tree, number: int) -> int | None:
    """The event noun that a light verb carries."""
    passive = tree.is_passive(number)
    for child in tree.below(number):
        dep = tree.tokens[child].dep
        carried = dep == "dobj" or (dep == "nsubjpass" and passive)
        if not carried:
            continue
        noun = noun_anchor(tree, child)
        if noun is not None and (
            noun.kind or tree.lemma(number) not in event_words().roles["calling"]
        ):
            return child
    return None


def _phrasal(tree: Tree, number: int) -> str:
    """The verb's lemma with its particle."""
    particle = next(tree.children(number, "prt"), None)
    lemma = tree.lemma(number)
    return lemma if particle is None else f"{lemma} {tree.lemma(particle)}"


def _tells(tree: Tree, number: int, *, known: bool) -> bool:
    """Whether a verb tells of something that happens."""
    roles, lemma = event_words().roles, tree.lemma(number)
    has_object = any(
        tree.tokens[child].pos in {"NOUN", "PROPN"}
        for child in tree.children(number, "dobj", "nsubjpass")
    )
    governs = any(tree.tokens[child].dep in {"ccomp", "xcomp"} for child in tree.below(number))
    if lemma in roles["reporting"]:
        return lemma in roles["performing"] and has_object and not governs
    if known:
        return True
    if lemma in roles["aspectual"] and (governs or lemma in {"manage", "help"}):
        return False
    if lemma in roles["aspectual"]:
        subject = tree.subject(number)
        if subject is not None and tree.lemma(subject) in event_words().nouns:
            return False  # "the trial began": the trial is the event
    if lemma in roles["acting"]:
        placed = next(tree.children(number, "prep", "prt", "advmod", "npadvmod"), None)
        return not governs and (has_object or placed is not None)
    return lemma not in roles["states"]


def is_saying(tree: Tree, anchor: Anchor) -> bool:
    """Whether the event is that something was said or published: "issued a statement"."""
    roles, number = event_words().roles, anchor.number
    lemma, token = tree.lemma(number), tree.tokens[number]
    if token.pos != "VERB":
        return lemma in roles["utterances"]
    if lemma == "swear" and next(tree.children(number, "prt"), None) is not None:
        return False
    if lemma in roles["reporting"] or lemma in roles["speech_acts"]:
        return True
    if lemma not in roles["uttering"]:
        return False
    nouns = [*tree.children(number, "dobj", "nsubjpass")]
    if token.dep == "acl":
        nouns.append(token.head)  # "a statement issued on Friday"
    return any(tree.lemma(noun) in roles["utterances"] for noun in nouns)
