"""What the labelled turns of a transcript say: each is a direct statement of the one it names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from firsthand.domain import (
    Article,
    Manner,
    Passage,
    Reading,
    Reason,
    Span,
    SpeakerKind,
    Statement,
    StatementField,
    StatementId,
    Turn,
    digest,
)

__all__ = ["with_turns_of"]

_RULE = "a transcript names the speaker before the words"
_INSIDE = "stands in the words of a turn"
_SELF = frozenset(["i", "me", "myself"])


def with_turns_of(reading: Reading, found: Sequence[Statement]) -> tuple[Statement, ...]:
    """Add a statement for each turn that asserts something, and fit the others in.

    A statement found within a turn is told by the turn's speaker; where its source is "I", that is
    the speaker. What a question from the floor tells, and what would reach over a turn's end or
    into a label, is left out: nobody asserts it.

    Args:
        reading: Of the article with its turns; without any, or in a language that is not parsed,
            `found` is returned: what is said could not be told from a greeting there.
        found: The statements that cues and quotation marks give, in order.

    Returns:
        In the order of the text, a turn before what is told in it.
    """
    article = reading.article
    if not article.turns or not reading.tokens:
        return tuple(found)
    told = [(turn, _statement(article, turn)) for turn in article.turns if not turn.asks]
    kept: list[Statement] = [one for _, one in told]
    turn_of: dict[StatementId, StatementId] = {}
    for one in found:
        for turn, whole in told:
            if _within(one, turn.words):
                kept.append(_fitted(one, turn, whole, article.text))
                turn_of[one.id] = whole.id
                break
    dropped = {one.id for one in found} - {one.id for one in kept}
    return tuple(
        sorted(
            (
                replace(one, parent=turn_of[one.id]) if one.parent in dropped else one
                for one in kept
            ),
            key=lambda one: (one.content[0].start, -one.content[-1].end),
        )
    )


def _statement(article: Article, turn: Turn) -> Statement:
    kind = SpeakerKind.PERSON if turn.is_name else SpeakerKind.UNKNOWN
    label = (Passage(article=article.id, span=turn.label),)
    return Statement(
        id=StatementId(digest("s", article.id, (turn.words.start, turn.words.end), "turn")),
        article=article.id,
        content=(turn.words,),
        source=(turn.label,),
        speaker=turn.speaker,
        speaker_kind=kind if turn.speaker else SpeakerKind.UNKNOWN,
        authority=turn.authority,
        manner=Manner.DIRECT,
        reasons=tuple(
            Reason(feature=_RULE, evidence=label, field=field)
            for field, known in (
                ("", True),
                (StatementField.MANNER.value, True),
                (StatementField.SPEAKER.value, turn.speaker is not None),
                (StatementField.AUTHORITY.value, turn.authority is not None),
            )
            if known
        ),
    )


def _within(one: Statement, words: Span) -> bool:
    spans = (*one.content, *one.cue, *one.source)
    return all(words.start <= span.start and span.end <= words.end for span in spans)


def _fitted(one: Statement, turn: Turn, whole: Statement, text: str) -> Statement:
    """A statement within a turn: below it, and its "I" understood."""
    own = len(one.source) == 1 and one.source[0].of(text).casefold() in _SELF
    if own:
        who = {StatementField.SPEAKER.value, StatementField.AUTHORITY.value}
        one = replace(
            one,
            speaker=turn.speaker,
            speaker_kind=whole.speaker_kind,
            authority=turn.authority,
            reasons=(
                *(reason for reason in one.reasons if reason.field not in who),
                *(reason for reason in whole.reasons if reason.field in who),
            ),
        )
    if one.parent is not None:
        return one
    inside = Reason(
        feature=_INSIDE,
        evidence=(Passage(article=one.article, span=turn.label),),
        field=StatementField.PARENT.value,
    )
    return replace(one, parent=whole.id, reasons=(*one.reasons, inside))
