"""Which of the three relations two texts stand in: whole, block or quotation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from firsthand.copies.alignment import Run, Worded
from firsthand.copies.ownwords import is_between_marks, is_notice, longest_sentence
from firsthand.copies.strangers import Kinship, kinship
from firsthand.domain import CopyRelation

__all__ = ["Laid", "Thresholds", "laid", "relation"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Thresholds:
    """Where one relation ends and the next begins; tuned on 1,233 constructed reuse pairs."""

    host_share: float = 0.6
    """Share of the *less* covered text from which two texts are one. Own articles that carry a
    wire's paragraphs reach .59 (median .31); copies with 5 to 12 % of noise letters start at .63."""

    inner_share: float = 0.5
    """Share of the *better* covered text for a cut copy, if also its opening is kept."""

    lead_words: int = 100
    lead_share: float = 0.5
    """Share of a less covered text's opening: whoever cuts a text keeps its beginning, whoever
    borrows paragraphs writes an opening of his own (opening covered: 154 of 161 borrowers under .3)."""

    first_words: int = 30
    first_share: float = 0.8
    contained: float = 0.8
    """The same for the first sentence, where the other text stands (nearly) all in this one."""

    pieces: int = 5
    piece_words: int = 35
    gap: float = 0.8
    """A text whose words were exchanged all over, its opening too, shares at least so many runs, on
    average so short; and the longest stretch of the less covered text that is not in the other is at
    most so long, by the words that are. Borrowed paragraphs are few long runs that stand together, with
    a stretch of the borrower's own before or after (none of 630 such pairs is taken for a copy by it)."""

    whole_words: int = 40
    """Fewest equal words of a cut copy."""

    block_words: int = 25
    """Fewest equal words of a reused paragraph outside quotation marks."""

    quotation_words: int = 65
    """Longest run that still counts as a quotation when it lies in one paragraph and holds some of
    somebody's own words: sentences are quoted with their "said", not only between the marks."""

    utterance_words: int = 9
    """Fewest equal words of a quotation that is a whole sentence."""

    marked_words: int = 12
    """Fewest words between marks of a quotation that is no whole sentence: shorter ones are set
    phrases as often as utterances ("that we will get to the bottom of this")."""

    quoted_words: int = 1
    """Fewest words between quotation marks of a sentence that counts as a quotation."""

    quotation_share: float = 0.6
    """Share between quotation marks, in either text, from which a short run is a quotation."""

    newsroom_words: int = 9
    """Words outside of the marks from which a run longer than `quotation_words` is the newsroom's:
    who takes over a speech shares its words, who takes over paragraphs also what stands between."""

    sentence_words: int = 7
    """Fewest words of the whole sentence that a block holds."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Laid:
    """Two texts side by side: their runs and which of them are quotations."""

    a: Worded
    b: Worded
    runs: tuple[Run, ...]
    quotes: tuple[bool, ...]
    """For each run, whether it is somebody's utterance rather than the newsroom's text."""

    equal: int
    share_a: float
    """Share of a's words that stand in b."""

    share_b: float


def laid(a: Worded, b: Worded, found: Sequence[Run], thresholds: Thresholds) -> Laid:
    """Measure what `found` covers of both texts."""
    equal = sum(run.equal for run in found)
    return Laid(
        a=a,
        b=b,
        runs=tuple(found),
        quotes=tuple(_is_quotation(run, a, b, thresholds) for run in found),
        equal=equal,
        share_a=min(1.0, equal / max(1, len(a.words))),
        share_b=min(1.0, equal / max(1, len(b.words))),
    )


def relation(pair: Laid, thresholds: Thresholds) -> CopyRelation | None:
    """Name the relation; None when all that is shared is stock phrases.

    Two texts on two subjects are not one, however much of both is printed under or above each; and
    what belongs to the subject of neither is no block.
    """
    sides = list(zip(pair.runs, pair.quotes, strict=True))
    whole = pair.equal >= thresholds.whole_words and _is_whole(pair, thresholds)
    if whole or any(_is_block(run, pair, thresholds) for run, quote in sides if not quote):
        kin = _kinship(pair)
        if whole and kin is Kinship.ONE:
            return CopyRelation.WHOLE
        if kin is not Kinship.FOREIGN and any(
            _is_block(run, pair, thresholds) for run, quote in sides if not quote
        ):
            return CopyRelation.BLOCK
    if any(_is_utterance(run, pair, thresholds) for run, quote in sides if quote):
        return CopyRelation.QUOTATION
    return None


def _kinship(pair: Laid) -> Kinship:
    """Whether both texts are on one subject, by what either has of its own."""
    covered = (
        [(run.a, run.a_end) for run in pair.runs],
        sorted((run.b, run.b_end) for run in pair.runs),
    )
    return kinship(pair.a, pair.b, covered)


def _is_whole(pair: Laid, thresholds: Thresholds) -> bool:
    """Whether both texts are one: much of each stands in the other, or what is less was cut.

    Words added to either text at its end can only speak against it.
    """
    sides = sorted(
        (
            (pair.share_a, len(pair.a.words), [(run.a, run.a_end) for run in pair.runs]),
            (pair.share_b, len(pair.b.words), sorted((run.b, run.b_end) for run in pair.runs)),
        ),
        key=lambda side: side[0],
    )
    (host, words, covered), (inner, _, _) = sides
    if host >= thresholds.host_share:
        return True
    if inner < thresholds.inner_share:
        return False
    contained = inner >= thresholds.contained
    return _is_reworked(words, covered, pair, thresholds) or all(
        _keeps_opening(words, covered, thresholds, contained=contained)
        for share, words, covered in sides
        if share < thresholds.host_share
    )


def _is_reworked(
    words: int, covered: Sequence[tuple[int, int]], pair: Laid, thresholds: Thresholds
) -> bool:
    """Whether short runs from all parts of a text stand in the other."""
    edges = [0, *(edge for stretch in covered for edge in stretch), words]
    longest = max(start - end for end, start in zip(edges[::2], edges[1::2], strict=True))
    return (
        len(covered) >= thresholds.pieces
        and pair.equal <= thresholds.piece_words * len(covered)
        and longest <= thresholds.gap * pair.equal
    )


def _keeps_opening(
    words: int, covered: Sequence[tuple[int, int]], thresholds: Thresholds, *, contained: bool
) -> bool:
    """Whether a text's opening stands in the other, or its first sentence where that is no more."""
    first, lead = min(thresholds.first_words, words), min(thresholds.lead_words, words)
    return _covered(covered, lead) >= thresholds.lead_share or (
        contained and _covered(covered, first) >= thresholds.first_share
    )


def _covered(stretches: Sequence[tuple[int, int]], first: int) -> float:
    return sum(max(0, min(end, first) - start) for start, end in stretches) / max(1, first)


def _is_block(run: Run, pair: Laid, thresholds: Thresholds) -> bool:
    """Whether a run is long enough for a paragraph, and somebody wrote it."""
    return (
        run.equal >= thresholds.block_words
        and _sentence(run, pair) >= thresholds.sentence_words
        and not is_notice(pair.a, run.a, run.a_end)
    )


def _is_utterance(run: Run, pair: Laid, thresholds: Thresholds) -> bool:
    """Whether a run is enough of what somebody said to tell it from a set phrase."""
    if run.equal < thresholds.utterance_words:
        return False
    if _sentence(run, pair) >= thresholds.utterance_words:
        return True
    fewer, more = sorted(_quoted(run, pair.a, pair.b))
    share = thresholds.quotation_share * (run.a_end - run.a)
    if more < max(thresholds.marked_words, share):
        return False
    return (
        fewer > 0
        or is_between_marks(pair.a, run.a, run.a_end)
        or is_between_marks(pair.b, run.b, run.b_end)
    )


def _sentence(run: Run, pair: Laid) -> int:
    """Words of the longest whole sentence; one text may have lost its capitals or full stops."""
    return max(
        longest_sentence(pair.a, run.a, run.a_end), longest_sentence(pair.b, run.b, run.b_end)
    )


def _quoted(run: Run, a: Worded, b: Worded) -> tuple[int, int]:
    """Words of a run between marks, in each text."""
    return int(a.quoted[run.a : run.a_end].sum()), int(b.quoted[run.b : run.b_end].sum())


def _is_quotation(run: Run, a: Worded, b: Worded, thresholds: Thresholds) -> bool:
    inside, length = max(_quoted(run, a, b)), run.a_end - run.a
    if length > thresholds.quotation_words:
        return length - inside < thresholds.newsroom_words
    if inside >= thresholds.quotation_share * length:
        return True
    one_paragraph = _paragraph(a, run.a) == _paragraph(a, run.a_end - 1) or _paragraph(
        b, run.b
    ) == _paragraph(b, run.b_end - 1)
    return one_paragraph and inside >= thresholds.quoted_words


def _paragraph(text: Worded, word: int) -> int:
    return next(
        (index for index, (first, last) in enumerate(text.paragraphs) if first <= word < last), -1
    )
