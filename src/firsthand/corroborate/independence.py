"""How many independent origins a claim has: a range, with the reason for every merge.

`high` is the number of origins on the `for` side. `low` starts from the origins whose own
knowledge the texts show; origins that follow another, organs of one state and unnamed people of
one kind are merged, and an origin whose basis nobody states never raises it.
"""

from __future__ import annotations

from collections.abc import Iterable

from firsthand.corroborate.coverage import Coverage, key_of
from firsthand.corroborate.cues import basis_phrase, dependence, own_knowledge
from firsthand.corroborate.origins import Heard
from firsthand.corroborate.voice import Voice
from firsthand.domain import (
    ArticleId,
    Independent,
    Manner,
    Merge,
    OriginKind,
    Passage,
    Reason,
    Side,
    Span,
    Stance,
)

__all__ = ["independence"]


def _sentences_about(cover: Coverage, mine: list[Voice]) -> list[tuple[ArticleId, Span]]:
    """The sentences that hold an origin's mentions, the one after each, and its other statements."""
    spans: set[tuple[ArticleId, Span]] = set()
    for voice in mine:
        span = cover.sentence(voice.mention.passage)
        spans.add((voice.article, span))
        reading = cover.readings[voice.article]
        following = [s for s in reading.sentences if s.span.start >= span.end]
        if following and not any(
            span_.overlaps(following[0].span)
            for statement in reading.statements
            for span_ in statement.source
        ):
            spans.add((voice.article, following[0].span))
        for statement in reading.statements:
            whose = {key_of(n) for n in (statement.speaker or "", statement.authority or "")}
            if voice.key in whose:
                spans.add(
                    (voice.article, cover.sentence(Passage(voice.article, statement.content[0])))
                )
    return sorted(spans)


def _named_in(cover: Coverage, phrase: str, keys: Iterable[str]) -> set[str]:
    """Which of the origins `keys` are named in `phrase`, by any name of theirs or of their people."""
    folded = f" {key_of(phrase)} "
    found = set()
    for key in keys:
        forms = {key}
        for alias, actor in cover.actors.items():
            if key_of(actor.authority or actor.name) == key or key_of(actor.name) == key:
                forms.add(alias)
        if any(len(form) > 2 and f" {form}" in folded for form in forms):
            found.add(key)
    return found


class _Groups:
    """A partition that remembers why its parts were joined."""

    def __init__(self, keys: Iterable[str]) -> None:
        self.part = {key: key for key in keys}

    def find(self, key: str) -> str:
        """The part that `key` is in."""
        while self.part[key] != key:
            key = self.part[key]
        return key

    def join(self, a: str, b: str) -> bool:
        """Join two parts; False when they were one already."""
        one, other = sorted((self.find(a), self.find(b)))
        self.part[other] = one
        return one != other


def _follows(
    cover: Coverage, about: dict[str, list[tuple[ArticleId, Span]]], key: str, others: list[str]
) -> list[tuple[set[str], Reason]]:
    """Stated dependences of one origin: on which others (perhaps none of the claim's), and why."""
    found = []
    for article, span in about[key]:
        sentence = span.of(cover.article(article).text)
        for cue in dependence(sentence):
            phrase = basis_phrase(sentence, cue)
            names = _named_in(cover, phrase, others)
            if _named_in(cover, phrase, [key]) and not names:
                continue
            where = Passage(
                article, Span(span.start + cue.start(), span.start + cue.start() + len(phrase))
            )
            found.append(
                (names, Reason(feature=f"“{' '.join(phrase.split())}”", evidence=(where,)))
            )
    return found


def _knows(cover: Coverage, mine: list[Voice]) -> bool:
    """Whether the texts show that an origin knows of its own: it measured, saw, or speaks of itself.

    A private person is taken to speak of what they know. Whoever is named with an office or a
    calling, and every body or state, does so only where a wording says so or where it owns up in
    its own words to what it would rather not: an official whose body was not recognised must not
    raise the count.
    """
    for voice in mine:
        if voice.kind in {OriginKind.ANONYMOUS, OriginKind.DOCUMENT}:
            return True
        actor = cover.actors.get(key_of(voice.speaker or voice.name))
        if voice.kind is OriginKind.PERSON and (actor is None or not actor.roles):
            return True
        if voice.kind is OriginKind.OUTLET and voice.statement is None:
            return True
        statement = cover.statements.get(voice.statement) if voice.statement is not None else None
        own_words = statement is not None and statement.manner is not Manner.INDIRECT
        if voice.stance is Stance.ACKNOWLEDGES and own_words:
            return True
        text = cover.article(voice.article).text
        if own_knowledge(cover.sentence(voice.mention.passage).of(text)) is not None:
            return True
    return False


def independence(cover: Coverage, told: Heard) -> tuple[Independent, tuple[Merge, ...]]:
    """Count the origins that speak for a claim.

    Returns:
        The range, and for every origin that does not raise `low` the reason why.
    """
    groups: dict[str, list[Voice]] = {}
    for voice in told.voices:
        if voice.side is Side.FOR:
            groups.setdefault(voice.key, []).append(voice)
    keys = sorted(groups)
    if len(keys) < 2:
        return Independent(low=len(keys), high=len(keys)), ()
    about = {key: _sentences_about(cover, groups[key]) for key in keys}
    parts, merges = _Groups(keys), []
    names = {key: groups[key][0].name for key in keys}
    dependent: set[str] = set()
    follows: dict[str, Reason] = {}
    for key in keys:
        others = [other for other in keys if other != key]
        for relied_on, reason in _follows(cover, about, key, others):
            if not relied_on:
                continue
            dependent.add(key)
            follows.setdefault(key, reason)
            for other in sorted(relied_on):
                if parts.join(key, other):
                    merges.append(Merge(a=names[key], b=names[other], reason=reason))
    for n, one in enumerate(keys):
        for other in keys[n + 1 :]:
            state = groups[one][0].state
            if state is not None and state == groups[other][0].state and parts.join(one, other):
                merges.append(
                    Merge(
                        a=names[one], b=names[other], reason=Reason(feature="organs of one state")
                    )
                )
            unnamed = {groups[k][0].kind for k in (one, other)} == {OriginKind.ANONYMOUS}
            if unnamed and parts.join(one, other):
                merges.append(
                    Merge(
                        a=names[one],
                        b=names[other],
                        reason=Reason(feature="both unnamed: may be the same people"),
                    )
                )
    knowing = {
        parts.find(key) for key in keys if key not in dependent and _knows(cover, groups[key])
    }
    roots = sorted({parts.find(key) for key in keys})
    first = min(knowing) if knowing else roots[0]
    nobody = "states no basis of its own" if knowing else "neither states a basis of its own"
    for root in roots:
        if root == first or root in knowing:
            continue
        reason = follows.get(root) or Reason(feature=nobody)
        merges.append(Merge(a=names[root], b=names[first], reason=reason))
    return Independent(low=max(1, len(knowing)), high=len(keys)), tuple(merges)
