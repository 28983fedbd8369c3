"""Which of the three relations two texts stand in: whole, block or quotation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from firsthand.copies.alignment import Run, Worded
from firsthand.copies.ownwords import is_between_marks, is_notice, longest_sentence
from firsthand.domain import CopyRelation

__all__ = ["Laid", "Thresholds", "laid", "relation"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Thresholds:
    """Where one relation ends and the next begins; tuned on 1,233 constructed reuse pairs."""

    host_share: float = 0.6
    """Share of the *less* covered text from which two texts are one. Own articles that carry a
    wire's paragraphs reach .59 (median .31); copies with 5 to 12 % of noise letters start at .63."""

    inner_share: float = 0.5
    """Share of the *better* covered text for a cut copy, if also `lead_share` holds."""

    lead_share: float = 0.5
    """Share of the less covered text's opening: whoever cuts a text keeps its beginning, whoever
    borrows paragraphs writes an opening of his own (opening covered: 154 of 161 borrowers under .3)."""

    tenths: int = 7
    """The same for a text whose words were exchanged all over, its opening too: of how many tenths
    of the less covered text a quarter must stand in the other. Borrowed paragraphs stand together
    (in at most six tenths of 600 pairs of a borrower and a text he borrowed from)."""

    tenth_share: float = 0.25
    pieces: int = 3
    """Fewest runs of such a text."""

    lead_words: int = 100
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
    lead_a: float
    """Share of a's opening that stands in b."""

    lead_b: float

    def sparser(self) -> tuple[int, list[tuple[int, int]]]:
        """Words and covered stretches of the text of which less stands in the other."""
        if self.share_a <= self.share_b:
            return len(self.a.words), [(run.a, run.a_end) for run in self.runs]
        return len(self.b.words), sorted((run.b, run.b_end) for run in self.runs)


def laid(a: Worded, b: Worded, found: Sequence[Run], thresholds: Thresholds) -> Laid:
    """Measure what `found` covers of both texts."""
    equal = sum(run.equal for run in found)
    first = thresholds.lead_words
    return Laid(
        a=a,
        b=b,
        runs=tuple(found),
        quotes=tuple(_is_quotation(run, a, b, thresholds) for run in found),
        equal=equal,
        share_a=min(1.0, equal / max(1, len(a.words))),
        share_b=min(1.0, equal / max(1, len(b.words))),
        lead_a=_covered([(run.a, run.a_end) for run in found], min(first, len(a.words))),
        lead_b=_covered([(run.b, run.b_end) for run in found], min(first, len(b.words))),
    )


def relation(pair: Laid, thresholds: Thresholds) -> CopyRelation | None:
    """Name the relation; None when all that is shared is stock phrases."""
    host, inner = sorted((pair.share_a, pair.share_b))
    if pair.equal >= thresholds.whole_words and (
        host >= thresholds.host_share
        or (inner >= thresholds.inner_share and _is_cut(pair, thresholds))
    ):
        return CopyRelation.WHOLE
    sides = list(zip(pair.runs, pair.quotes, strict=True))
    if any(_is_block(run, pair, thresholds) for run, quote in sides if not quote):
        return CopyRelation.BLOCK
    if any(_is_utterance(run, pair, thresholds) for run, quote in sides if quote):
        return CopyRelation.QUOTATION
    return None


def _is_cut(pair: Laid, thresholds: Thresholds) -> bool:
    """Whether the longer text's opening is taken over, or something from all of its parts."""
    lead = pair.lead_a if pair.share_a <= pair.share_b else pair.lead_b
    if lead >= thresholds.lead_share:
        return True
    if len(pair.runs) < thresholds.pieces:
        return False
    words, covered = pair.sparser()
    edges = [words * tenth // 10 for tenth in range(11)]
    full = 0
    for first, last in pairwise(edges):
        held = sum(max(0, min(end, last) - max(start, first)) for start, end in covered)
        full += held >= thresholds.tenth_share * max(1, last - first)
    return full >= thresholds.tenths


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
