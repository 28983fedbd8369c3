"""One utterance has one speaker: the same words under two names are one voice, not two."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from firsthand.corroborate.coverage import Coverage, key_of
from firsthand.corroborate.voice import Voice
from firsthand.domain import Manner, OriginKind, Reason, Side

__all__ = ["joined_utterances"]

_LEAST_WORDS = 5
"""Words from which on the same wording between marks is the same utterance, not a common phrase."""

_NAMED = frozenset({OriginKind.STATE, OriginKind.BODY, OriginKind.PERSON})


def joined_utterances(cover: Coverage, found: list[Voice]) -> list[Voice]:
    """Give voices that print the same words of a speaker one name.

    Two newsrooms that print one sentence between quotation marks have heard one speaker. Where
    they seem to name different ones, one of the two names was misread or mistaken: counting both
    would let a sentence corroborate itself. The name kept is a named one, with a state or body
    behind it if there is one, and the one that speaks most often in the story.

    Returns:
        The voices in the same order, names changed where wordings meet.
    """
    weight = Counter(statement.speaker for statement in cover.statements.values())

    def rank(voice: Voice) -> tuple[bool, bool, int, str]:
        """How well a voice is named; the lowest is kept."""
        backed = voice.state is not None or voice.kind is not OriginKind.PERSON
        return (voice.kind not in _NAMED, not backed, -weight[voice.speaker], voice.key)

    words = [_own_words(cover, voice) for voice in found]
    joined = list(found)
    for at, voice in enumerate(found):
        same = [
            other
            for index, other in enumerate(found)
            if other.article != voice.article
            and other.side is voice.side
            and _meet(words[at], words[index])
        ]
        best = min([voice, *same], key=rank)
        if same and best.key != voice.key:
            joined[at] = replace(
                voice,
                key=best.key,
                name=best.name,
                kind=best.kind,
                state=best.state,
                outlet=best.outlet,
                reasons=(
                    *voice.reasons,
                    Reason(
                        feature=f"the same words are printed as {best.name}'s: one utterance",
                        evidence=(voice.mention.passage, best.mention.passage),
                    ),
                ),
            )
    return joined


def _own_words(cover: Coverage, voice: Voice) -> str:
    """The folded words of a quotation that a voice is heard with; empty for an indirect report."""
    statement = cover.statements.get(voice.statement) if voice.statement else None
    if voice.side is Side.NO_POSITION or statement is None or statement.manner is Manner.INDIRECT:
        return ""
    words = key_of(cover.words(voice.mention.passage))
    return words if len(words.split()) >= _LEAST_WORDS else ""


def _meet(one: str, other: str) -> bool:
    """Whether two wordings are the same, or one holds the other."""
    return bool(one and other) and (f" {one} " in f" {other} " or f" {other} " in f" {one} ")
