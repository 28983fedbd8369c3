"""Tell what a speaker does by saying something, and whether the words are weakened."""

from __future__ import annotations

from dataclasses import dataclass

from firsthand.attribute.avowals import avowed, confirmed
from firsthand.attribute.cuewords import Match, matches
from firsthand.attribute.hedging import weakened
from firsthand.attribute.negation import negations
from firsthand.attribute.relation import Relation
from firsthand.attribute.shapes import main_verb, shape_of
from firsthand.attribute.tree import Tree
from firsthand.domain import ArticleId, Passage, Reason, Stance
from firsthand.tables.stances import stances

__all__ = ["Attitude", "attitude_of"]

_COMING = frozenset({"will", "shall", "'ll", "’ll"})
_WEAKENED = frozenset(
    {Stance.ASSERTS, Stance.EXPECTS, Stance.WARNS, Stance.ACKNOWLEDGES, Stance.CONFIRMS}
)
"""Stances whose content is put forward as being so, and can be so with reserve. Of 141 annotated
demands, descriptions, denials and refusals none is hedged."""

_FALSE = "calls reports false"
_OF_OTHERS = frozenset({"quote", "cite"})
"""Cues whose content is in somebody else's words, by which the speaker avows nothing."""

_MAYBE = frozenset({"may", "might"})
_UNKNOWN_SCORE = 0.5
"""How far the default is trusted where the table holds none of the cue's words."""

_CONTENT_SCORE = 0.85
"""How far the content's own words are trusted: of the annotated relations 47 of 54 stances told by them
are the annotator's, of those told by the cue 604 of 663."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attitude:
    """How a speaker stands to what is attributed to them."""

    stance: Stance
    hedged: bool = False
    inside: bool = False
    """Whether a denial stands in the words of the content ("said there was no leak") and not in the
    cue ("denied a leak"): the content then says what the speaker holds."""

    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Judged:
    stance: Stance
    hedged: bool
    why: str
    at: tuple[int, ...]
    plain: bool = False
    """Whether the cue itself says nothing of the stance."""

    score: float = 1.0


def attitude_of(tree: Tree, found: Relation, *, article: ArticleId) -> Attitude:
    """Say what the speaker of one relation does by it, and whether it is hedged.

    The cue decides, with its negation and the words that govern it. Where it is neutral ("said"),
    the main clause of the content does ("said it had no plans"). Unknown cues assert.

    Args:
        tree: The parse the relation's token indices refer to.
        found: The relation. Its cue may be any words, and none for a bare quotation.
        article: Whose text it is; the reasons point there.

    Returns:
        With one reason for the stance and, where hedged, one for that.
    """

    def reason(field: str, why: str, at: tuple[int, ...], score: float) -> Reason:
        spans = tree.spans(at, trim=False) if at else ()
        evidence = tuple(Passage(article, span) for span in spans)
        return Reason(feature=why, score=score, evidence=evidence, field=field)

    judged = _of_cue(tree, found)
    inside = judged.why == _FALSE
    if judged.plain:
        said = avowed(tree, found) or confirmed(tree, found)
        if said is not None:
            inside = said.stance is Stance.DENIES
            judged = _Judged(
                stance=said.stance,
                hedged=judged.hedged or said.hedged,
                why=said.why,
                at=said.at,
                score=_CONTENT_SCORE,
            )
    reasons = [reason("stance", judged.why, judged.at, judged.score)]
    hedge = weakened(tree, found) if judged.stance in _WEAKENED else None
    if judged.hedged:
        reasons.append(reason("hedged", "the reporting words weaken it", judged.at, judged.score))
    elif hedge is not None:
        reasons.append(reason("hedged", hedge.why, hedge.at, _CONTENT_SCORE))
    return Attitude(
        stance=judged.stance,
        hedged=judged.hedged or hedge is not None,
        inside=inside,
        reasons=tuple(reasons),
    )


def _of_cue(tree: Tree, found: Relation) -> _Judged:
    shape = shape_of(tree, found)
    known = matches(tree, found.cue, shape=shape, before=found.anchor)
    turning = [one for one in known if one.cue.turns]
    main = _main([one for one in known if not one.cue.turns])
    if main is None and turning:
        return _only_turned(tree, found, turning, shape)
    if main is None:
        unknown = not found.cue
        return _Judged(
            stance=Stance.ASSERTS,
            hedged=False,
            why="words set beside their speaker"
            if unknown
            else "a cue that no table knows asserts",
            at=tuple(sorted(found.cue)),
            plain=True,
            score=_UNKNOWN_SCORE,
        )
    besides = found.content | {at for one in (main, *turning) for at in one.at}
    negatives = negations(tree, main.at[0], cue=found.cue, besides=besides)
    for one in turning:
        negatives += negations(tree, one.at[0], cue=found.cue, besides=besides)
    before = [one for one in turning if one.at[0] < main.at[-1]]
    odd = (len(set(negatives)) + len(before)) % 2 == 1
    at = tuple(sorted({*main.at, *negatives, *(each for one in before for each in one.at)}))
    if odd and before and not _open_when_refused(main):
        return _Judged(stance=Stance.DECLINES, hedged=False, why="a refusal", at=at)
    if odd:
        return _negated(tree, main, negatives, shape, at)
    return _affirmed(tree, found, main, known, at)


def _main(known: list[Match]) -> Match | None:
    """The reporting word that decides: the most telling, then the longest, then the first."""

    def rank(one: Match) -> tuple[bool, bool, bool, int, int]:
        telling = one.cue.stance is not Stance.ASSERTS
        return (not one.cue.light, telling, one.cue.hedged, len(one.at), -one.at[0])

    return max(known, key=rank, default=None)


def _only_turned(
    tree: Tree, found: Relation, turning: list[Match], shape: frozenset[str]
) -> _Judged:
    """What "refused", "failed" and the like do whose verb is not part of the cue."""
    one = turning[0]
    negatives = negations(tree, one.at[0], cue=found.cue, besides=frozenset(one.at))
    at = tuple(sorted({*one.at, *negatives}))
    if len(negatives) % 2 == 1:
        return _Judged(
            stance=Stance.ASSERTS, hedged=False, why="a refusal denied", at=at, plain=True
        )
    verb = main_verb(tree, found.content)
    if verb is not None and verb > one.at[-1]:
        told = matches(tree, {verb}, shape=frozenset())
        main = _main([each for each in told if not each.cue.turns])
        if main is not None and _open_when_refused(main):
            return _negated(tree, main, [], shape, at)
    return _Judged(stance=Stance.DECLINES, hedged=False, why="a refusal", at=at)


def _open_when_refused(main: Match) -> bool:
    """Whether refusing to do this says something: "refused to rule out", "refused to accept that"."""
    row = main.cue
    return row.negated is Stance.DENIES or (row.stance is Stance.DENIES and row.unsure)


def _negated(
    tree: Tree, main: Match, negatives: list[int], shape: frozenset[str], at: tuple[int, ...]
) -> _Judged:
    row = main.cue
    never = any(tree.lower(each) == "never" for each in negatives)
    if never and row.never is not None and "clause" in shape and "question" not in shape:
        return _Judged(stance=row.never, hedged=False, why="never said so", at=at)
    if _ignorant(tree, main) and row.negated is Stance.DENIES and not _past(tree, main.at[0]):
        return _Judged(stance=Stance.ASSERTS, hedged=True, why="does not know", at=at)
    same = row.negated is row.stance
    return _Judged(
        stance=row.negated,
        hedged=row.unsure or (same and row.hedged),
        why="the reporting words are negated",
        at=at,
    )


def _ignorant(tree: Tree, main: Match) -> bool:
    return tree.tokens[main.at[0]].lemma.lower() in stances().said.ignorance


def _past(tree: Tree, verb: int) -> bool:
    auxiliaries = {tree.lower(kid) for kid in tree.kids(verb, "aux")}
    return tree.tokens[verb].tag == "VBD" or bool(auxiliaries & {"did", "had"})


def _affirmed(
    tree: Tree, found: Relation, main: Match, known: list[Match], at: tuple[int, ...]
) -> _Judged:
    row = main.cue
    auxiliaries = {tree.lower(kid) for kid in tree.kids(main.at[0], "aux")}
    hedged = row.hedged or any(one.cue.hedged and one.cue.pos == "ADV" for one in known)
    if row.stance is Stance.DENIES and _refuses(tree, found, main):
        return _Judged(stance=Stance.DECLINES, hedged=False, why="turns down a wish", at=at)
    if row.stance is Stance.DESCRIBES and _called_false(tree, found):
        return _Judged(stance=Stance.DENIES, hedged=hedged, why=_FALSE, at=at)
    perhaps = bool(auxiliaries & _MAYBE)
    if row.stance is Stance.ASSERTS and auxiliaries & _COMING:
        return _Judged(stance=Stance.EXPECTS, hedged=hedged, why="is yet to be said", at=at)
    return _Judged(
        stance=row.stance,
        hedged=hedged or perhaps,
        why="what the reporting words do",
        at=at,
        plain=row.stance is Stance.ASSERTS
        and not row.hedged
        and row.pos != "ADJ"
        and row.words[0] not in _OF_OTHERS,
    )


def _called_false(tree: Tree, found: Relation) -> bool:
    """Whether a report is what is described, and as false: "called the claims baseless"."""
    said = stances().said
    lemmas = {tree.tokens[at].lemma.lower(): tree.tokens[at].pos for at in sorted(found.content)}
    told = any(word in said.reports and pos == "NOUN" for word, pos in lemmas.items())
    return told and any(word in said.false for word in lemmas)


def _refuses(tree: Tree, found: Relation, main: Match) -> bool:
    """Whether what is rejected is somebody's wish: "rejected calls to resign"."""
    lemma = tree.tokens[main.at[0]].lemma.lower()
    table = stances()
    refused = {
        **dict.fromkeys(("reject", "dismiss", "rebuff", "rejection"), table.refusable),
        **dict.fromkeys(("deny", "denial"), table.rights),
    }.get(lemma)
    if refused is None:
        return False
    heads = [
        at
        for at in sorted(found.content)
        if tree.tokens[at].head not in found.content and tree.tokens[at].pos == "NOUN"
    ]
    return any(tree.tokens[at].lemma.lower() in refused for at in heads)
