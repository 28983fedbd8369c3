"""What a clause is about, as slots that can be compared: words, names, numbers, days, places."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from firsthand.claims.counts import named
from firsthand.domain import Quantity, Reading, SettledStory, Span, Token, When
from firsthand.tables.claimwords import claimwords

__all__ = ["Names", "Slots", "folded", "names_of", "slots", "stem"]

_CONTENT = ("NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV", "AUX")
_FOLD = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "\u00a0": " "})
_FIRST_PERSON = frozenset(
    {"i", "we", "me", "us", "my", "our", "mine", "ours", "myself", "ourselves"}
)
_SHORTEST_STEM = 4
_NOT_NEGATIVE = re.compile(r"\bnot only\b|\bno doubt\b|\bnot just\b")


def folded(text: str) -> str:
    """`text` in lower case, quotation marks straight, white space single."""
    return " ".join(text.translate(_FOLD).lower().split())


@cache
def stem(lemma: str) -> str:
    """`lemma` without derivational ending, so that "deployment" and "deploy" compare equal.

    A crude cut (longest ending of the table that leaves four letters), good for comparing words of
    one story, not for showing.
    """
    for suffix in claimwords().suffixes:
        if lemma.endswith(suffix) and len(lemma) - len(suffix) >= _SHORTEST_STEM:
            return lemma[: -len(suffix)]
    return lemma


@dataclass(frozen=True, slots=True, kw_only=True)
class Slots:
    """The comparable parts of one clause."""

    words: frozenset[str]
    """Stems of its words with content."""

    head: str
    """Stem of its head word."""

    proper: frozenset[str]
    """Stems of its proper nouns."""

    subject: frozenset[str]
    """Stems of the subject's words with content and its canonical names; empty for a pronoun."""

    run: tuple[str, ...]
    """Its words in order, folded: what shared wording is measured on."""

    names: frozenset[str]
    """Canonical names of people and bodies in it; the speaker's for "we" and "I"."""

    places: frozenset[str]
    """Resolved places by gazetteer number, others by folded name."""

    quantities: tuple[Quantity, ...]
    times: tuple[When, ...]
    ordinals: frozenset[tuple[str, str]]
    """Ordinals with the stem of the noun they order ("a second explosion")."""

    negated: bool
    """Whether the clause itself is negative (an even number of negations is none)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """The names of a story: canonical name by every folded form."""

    canonical: dict[str, str]

    def of(self, written: str) -> str:
        """The canonical name for a name as written; itself, folded, when the story has none."""
        key = folded(written).removeprefix("the ").removesuffix("'s")
        return self.canonical.get(key, key)


def names_of(settled: SettledStory) -> Names:
    """Canonical names by folded form, from the story's actors.

    A person's last word stands for the person where no other actor shares it.
    """
    canonical: dict[str, str] = {}
    lasts: dict[str, set[str]] = {}
    for actor in settled.actors:
        for form in (actor.name, *actor.aliases):
            canonical.setdefault(folded(form).removeprefix("the "), actor.name)
        lasts.setdefault(folded(actor.name).split(" ")[-1], set()).add(actor.name)
    for last, owners in lasts.items():
        if len(owners) == 1:
            canonical.setdefault(last, next(iter(owners)))
    return Names(canonical=canonical)


def slots(
    reading: Reading,
    words: Iterable[int],
    head: int,
    *,
    subject: Iterable[int] = (),
    names: Names,
    speaker: str | None,
) -> Slots:
    """The slots of the clause that has the tokens `words` of `reading`.

    Args:
        reading: The article with its layers.
        words: Indices of the clause's tokens, ascending.
        head: Index of its head token.
        subject: Indices of its subject's tokens.
        names: Canonical names of the story.
        speaker: Who says the clause; None in the outlet's own voice.
    """
    indices = list(words)
    tokens = [reading.tokens[i] for i in indices]
    spans = [Span(t.start, t.end) for t in tokens]
    told = {names.of(m.name) for m in reading.mentions if _inside(m.span, spans)}
    if speaker is not None and any(folded(t.lemma) in _FIRST_PERSON for t in tokens):
        told.add(names.of(speaker))
    text = reading.article.text
    return Slots(
        words=_stems(tokens),
        proper=_stems(t for t in tokens if t.pos == "PROPN"),
        head=stem(folded(reading.tokens[head].lemma)),
        subject=_subject(reading, [reading.tokens[i] for i in subject], names, speaker),
        run=tuple(
            folded(text[t.start : t.end])
            for t in tokens
            if any(c.isalnum() for c in text[t.start : t.end])
        ),
        names=frozenset(told),
        places=frozenset(
            f"g{w.chosen.geonameid}" if w.chosen else folded(w.name)
            for w in reading.places
            if not w.actor and _inside(w.span, spans)
        ),
        quantities=named(
            (q for q in reading.quantities if _inside(q.span, spans)), reading, indices
        ),
        times=tuple(w for w in reading.times if _inside(w.span, spans)),
        ordinals=frozenset(
            (folded(t.lemma), stem(folded(reading.tokens[t.head].lemma)))
            for t in tokens
            if folded(t.lemma) in claimwords().ordinals and t.dep in ("amod", "nummod")
        ),
        negated=_negations(reading, indices, head) % 2 == 1,
    )


def _stems(tokens: Iterable[Token]) -> frozenset[str]:
    """Stems of the words with content among `tokens`."""
    light = claimwords().light
    lemmas = [folded(t.lemma) for t in tokens if t.pos in _CONTENT]
    return frozenset(stem(w) for w in lemmas if w not in light and any(c.isalnum() for c in w))


def _subject(
    reading: Reading, tokens: list[Token], names: Names, speaker: str | None
) -> frozenset[str]:
    """Stems of a subject, with those of the canonical names in it; a speaker's for "we" and "I"."""
    if any(folded(t.lemma) in _FIRST_PERSON for t in tokens):
        written = [speaker] if speaker is not None else []
    else:
        spans = [Span(t.start, t.end) for t in tokens]
        written = [m.name for m in reading.mentions if _inside(m.span, spans)]
    told = {stem(word) for name in written for word in folded(names.of(name)).split()}
    return _stems(t for t in tokens if t.pos != "PRON") | told


def _inside(span: Span, spans: list[Span]) -> bool:
    return any(one.start >= span.start and one.end <= span.end for one in spans)


def _negations(reading: Reading, words: list[int], head: int) -> int:
    """How often the clause negates its own predicate: particles, phrases and refuting predicates."""
    table = claimwords()
    text, tokens = reading.article.text, reading.tokens
    stretch = folded(text[tokens[words[0]].start : tokens[words[-1]].end])
    phrases = [p for p in table.negating_phrases if p in stretch]
    spent = set(" ".join(phrases).split())
    count = len(phrases)
    for i in words:
        token = tokens[i]
        said = {folded(token.lemma), folded(text[token.start : token.end])}
        if not _near(reading, i, head):
            continue
        if (said & table.negations and not said & spent) or (
            said & table.refuting and (i == head or token.dep in ("acomp", "attr", "oprd"))
        ):
            count += 1
    return count - 1 if count and _NOT_NEGATIVE.search(stretch) else count


def _near(reading: Reading, i: int, head: int) -> bool:
    """Whether token `i` bears on the predicate at `head`, not on a clause below it."""
    for _ in range(3):
        if i == head:
            return True
        token = reading.tokens[i]
        if token.dep in ("ccomp", "advcl", "relcl", "acl", "parataxis", "conj") or token.head == i:
            return False
        i = token.head
    return i == head
