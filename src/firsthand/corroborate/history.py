"""Every step of a claim's history: who put, confirmed, denied or took it back, when, in whose words."""

from __future__ import annotations

from firsthand.corroborate.coverage import Coverage
from firsthand.corroborate.cues import withdrawal
from firsthand.corroborate.origins import Heard
from firsthand.corroborate.voice import Voice
from firsthand.domain import Manner, Passage, Side, Stance, Step, StepBasis

__all__ = ["history_of"]

_STATES = {
    Stance.CONFIRMS: "confirmed",
    Stance.ACKNOWLEDGES: "acknowledged",
    Stance.WARNS: "warned",
    Stance.EXPECTS: "expected",
    Stance.DEMANDS: "demanded",
}
_RANK = {StepBasis.OWN_WORDS: 0, StepBasis.REPORTED: 1, StepBasis.CHARACTERISED: 2}


def _state(voice: Voice) -> str:
    if voice.side is Side.AGAINST:
        return "denied"
    if voice.side is Side.NO_POSITION:
        return "not-confirmed"
    return _STATES.get(voice.stance, "reported")


def _basis(cover: Coverage, voice: Voice) -> StepBasis:
    """How the step is known: in the speaker's words, or only by a reporter's verb."""
    statement = cover.statements.get(voice.statement) if voice.statement is not None else None
    if statement is None or statement.manner is Manner.DIRECT:
        return StepBasis.OWN_WORDS
    if voice.stance is Stance.ACKNOWLEDGES and statement.manner is Manner.INDIRECT:
        return StepBasis.CHARACTERISED
    return StepBasis.REPORTED


def _takes_back(cover: Coverage, voice: Voice) -> bool:
    """Whether the sentence takes something back in so many words."""
    sentence = cover.sentence(voice.mention.passage)
    return withdrawal(sentence.of(cover.article(voice.article).text)) is not None


def history_of(cover: Coverage, spoken: list[Voice], told: Heard) -> tuple[Step, ...]:
    """Tell the steps of a claim in order of their days; undated steps come first.

    One party's step is told once, with the strongest basis that any text gives it: own words
    before report before a reporter's characterisation. Nothing attributed, no steps.

    Args:
        cover: The story.
        spoken: All voices of the claim, those of parties that later changed their minds included.
        told: The voices that remain, with who conceded or withdrew.
    """
    kept = {(voice.key, voice.mention.passage) for voice in told.voices}
    changed = set(told.conceded) | set(told.withdrawn)
    steps: dict[tuple[str, str, str | None], tuple[Step, Voice]] = {}
    for voice in spoken:
        if (voice.key, voice.mention.passage) not in kept and voice.key not in changed:
            continue
        state = _state(voice)
        if voice.key in told.withdrawn and (
            voice.side is not Side.FOR or _takes_back(cover, voice)
        ):
            state = "retracted"
        slot = (voice.key, state, voice.day)
        step = Step(
            date=voice.day,
            state=state,
            by=voice.name,
            basis=_basis(cover, voice),
            passage=voice.mention.passage,
        )
        held = steps.get(slot)
        if held is None or (_RANK[step.basis], step.passage) < (
            _RANK[held[0].basis],
            held[0].passage,
        ):
            steps[slot] = (step, voice)
    names = {voice.key: voice.name for voice in spoken}
    for key, denial in told.denials:
        statement = cover.statements[denial]
        if not any(slot[:2] == (key, "denied") for slot in steps):
            voice = next(voice for voice in spoken if voice.key == key)
            said = statement.content[0]
            step = Step(
                date=statement.said_on,
                state="denied",
                by=names[key],
                basis=StepBasis.OWN_WORDS
                if statement.manner is Manner.DIRECT
                else StepBasis.REPORTED,
                passage=Passage(statement.article, said),
            )
            steps[key, "denied", statement.said_on] = (step, voice)
    return tuple(
        sorted(
            (step for step, _ in steps.values()),
            key=lambda step: (step.date or "", step.by or "", step.state, step.passage),
        )
    )
