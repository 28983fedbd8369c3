"""Mark the cues of an article, and with each cue its source and its content.

Two networks, trained together (training/statement_network.py): the first reads a window of the
article and marks cues; the second looks at the window from one cue at a time and marks whose
words it introduces and which. After Pareti 2015 (cue, source, content); reading roles from one
predicate at a time follows semantic role labelling (He et al. 2017).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final, Protocol

import numpy as np

from firsthand.attribute.branches import ABOVE, anchor_of, branches, distances
from firsthand.attribute.labelling import Floats, allowed, best_paths, shares, stretches
from firsthand.attribute.pieces import FRAME, Ints, Pieces, Window, pieces_of, windows
from firsthand.domain import Sentence, Token
from firsthand.tables.attributions import attribution_networks

__all__ = ["REACH", "Networks", "Tagged", "Tagger", "shipped_tagger"]

REACH: Final = 128
"""Word pieces on either side of a cue in which its source and content are looked for."""

_NOTHING: Final = np.array([0, -1e4, -1e4, -1e4, -1e4], dtype=np.float32)


class Networks(Protocol):
    """The two networks and what is learned beside them."""

    @property
    def steps(self) -> Floats:
        """Learned transitions between role labels, (6, 5); the last row holds the first label's."""

    @property
    def tokenizer(self) -> Any:
        """Cuts text into word pieces."""

    def states(self, given: dict[str, Ints]) -> tuple[Floats, ...]:
        """Scores of cue labels (length, 6), and two narrow views of the states (length, 128)."""

    def roles(self, given: dict[str, Any]) -> Floats:
        """Scores of role labels, (cues, length, 5)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tagged:
    """One attribution, in token indices."""

    anchor: int
    """The word of the cue that its others hang on."""

    cue: tuple[int, ...]
    source: tuple[int, ...]
    content: tuple[int, ...]
    """Never empty."""

    sure: float
    """How probable the network takes the cue to be, 0 to 1."""

    source_sure: float
    content_sure: float
    """Mean probability of the labels chosen, 0 to 1; of the source 0 where there is none."""

    inner: bool
    """Whether its cue was only found on looking inside what others say."""


@dataclass(frozen=True, slots=True)
class _Cue:
    """A stretch of pieces taken for a cue."""

    first: int
    last: int
    sure: float
    inner: bool


@dataclass(frozen=True, slots=True)
class Tagger:
    """Finds attributions with a pair of networks."""

    networks: Networks

    def find(
        self, text: str, tokens: Sequence[Token], sentences: Sequence[Sentence]
    ) -> list[Tagged]:
        """Every attribution of an English article, in the order of their cues.

        Args:
            text: The article's text.
            tokens: Its parse.
            sentences: Its sentences; words outside all of them are not looked at.
        """
        pieces = pieces_of(text, tokens, sentences, self.networks.tokenizer)
        found: list[Tagged] = []
        for window in windows(pieces):
            found.extend(self._in_window(pieces, tokens, window))
        held = {at for one in found if not one.inner for at in one.content}
        kept = [one for one in found if not one.inner or held.issuperset(one.cue)]
        return sorted(kept, key=lambda one: (one.cue, one.content))

    def _in_window(
        self, pieces: Pieces, tokens: Sequence[Token], window: Window
    ) -> Iterator[Tagged]:
        scores, narrow, of_cue = self.networks.states(_inputs(pieces, window))
        cues = [
            one
            for one in self._cues(pieces, window, scores[1:-1])
            if window.begin <= one.first < window.stop
        ]
        if not cues:
            return
        anchors = []
        for one in cues:
            owners = sorted({int(at) for at in pieces.token[one.first : one.last]} - {-1})
            anchors.append(anchor_of(tokens, owners))
        looks = [_look(pieces, window, one) for one in cues]
        given = _views(pieces, tokens, list(zip(cues, anchors, looks, strict=True)))
        length = given["above"].shape[1]
        shift = window.first - 1
        states = np.zeros((len(cues), length, narrow.shape[1]), dtype=np.float32)
        for number, (low, high) in enumerate(looks):
            states[number, : high - low] = narrow[low - shift : high - shift]
        given["narrow"] = states
        given["cue"] = np.stack(
            [of_cue[one.first - shift : one.last - shift].mean(axis=0) for one in cues]
        )
        roles = self.networks.roles(given)
        # Behind the end of a shorter look nothing can be marked.
        roles[~given["mask"]] = _NOTHING
        paths = best_paths(roles, self.networks.steps + allowed(2))
        chances = shares(roles)
        for number, (one, anchor) in enumerate(zip(cues, anchors, strict=True)):
            low, high = looks[number]
            path = paths[number, : high - low]
            path[one.first - low : one.last - low] = 0
            tagged = _tagged(pieces, one, anchor, path, (low, chances[number]))
            if tagged is not None:
                yield tagged

    def _cues(self, pieces: Pieces, window: Window, scores: Floats) -> list[_Cue]:
        both = np.stack([scores[:, :3], scores[:, 3:]])  # outermost cues, then any
        found: list[_Cue] = []
        taken: set[int] = set()
        chances = 1 - shares(both)[..., 0]
        for number, path in enumerate(best_paths(both, allowed(1))):
            for low, high in stretches(path, 1):
                if taken.isdisjoint(range(low, high)):
                    taken.update(range(low, high))
                    sure = float(chances[number, low:high].mean())
                    found.append(
                        _Cue(window.first + low, window.first + high, sure, inner=number == 1)
                    )
        return sorted(
            (one for one in found if (pieces.token[one.first : one.last] >= 0).any()),
            key=lambda one: one.first,
        )


def _look(pieces: Pieces, window: Window, one: _Cue) -> tuple[int, int]:
    """The pieces in which a cue's source and content are looked for.

    Its paragraph; the ones beside it too where they hold quotation marks, for 1 % of attributions
    reach over a paragraph's end and almost all of those are quotations.
    """
    paragraph = int(pieces.paragraph[one.first])
    low, high = np.searchsorted(pieces.paragraph, [paragraph, paragraph + 1]).tolist()
    before, after = np.searchsorted(pieces.paragraph, [paragraph - 1, paragraph + 2]).tolist()
    if pieces.quote[before:low].any():
        low = before
    if pieces.quote[high:after].any():
        high = after
    return max(low, window.first, one.first - REACH), min(high, window.last, one.last + REACH)


def _inputs(pieces: Pieces, window: Window) -> dict[str, Ints]:
    """What the first network is given: the window between the frame marks."""
    part = slice(window.first, window.last)
    given = {
        name: np.pad(values[part], 1)[None]
        for name, values in (
            ("case", pieces.case),
            ("quote", pieces.quote),
            ("edge", pieces.edge),
            ("tag", pieces.tag),
            ("dep", pieces.dep),
        )
    }
    given["ids"] = np.concatenate([FRAME[:1], pieces.ids[part], FRAME[1:]])[None]
    return given


def _views(
    pieces: Pieces,
    tokens: Sequence[Token],
    cues: Sequence[tuple[_Cue, int, tuple[int, int]]],
) -> dict[str, Any]:
    """What the second network is given of the text, for each cue of a window."""
    length = max(high - low for _, _, (low, high) in cues)
    shape = (len(cues), length)
    above, branch, distance, is_cue = (np.zeros(shape, dtype=np.int64) for _ in range(4))
    mask = np.zeros(shape, dtype=np.bool_)
    for number, (one, anchor, (low, high)) in enumerate(cues):
        owner = pieces.token[low:high]
        known = owner[owner >= 0]
        first, last = int(known.min()), int(known.max()) + 1
        ups, downs = branches(tokens, first, last, anchor)
        at = np.where(owner >= 0, owner - first, -1)
        size = high - low
        above[number, :size] = np.array([*ups, ABOVE - 1])[at]
        branch[number, :size] = np.array([*downs, 0])[at]
        places = np.arange(low, high)
        away = np.minimum(places - one.first, 0) + np.maximum(places - one.last + 1, 0)
        distance[number, :size] = distances(away)
        is_cue[number, one.first - low : one.last - low] = 1
        mask[number, :size] = True
    return {"above": above, "branch": branch, "distance": distance, "is_cue": is_cue, "mask": mask}


def _likeliest(
    spans: Sequence[tuple[int, int]], path: Ints, parts: Floats
) -> list[tuple[int, int]]:
    """The one stretch with the most probable labels: a source is one phrase."""

    def mean(span: tuple[int, int]) -> float:
        first, last = span
        return float(parts[np.arange(first, last), path[first:last]].mean())

    return [max(spans, key=mean)] if spans else []


def _tagged(
    pieces: Pieces, one: _Cue, anchor: int, path: Ints, chances: tuple[int, Floats]
) -> Tagged | None:
    """A labelling in tokens; None where it has no content."""
    low, parts = chances
    cue = {int(at) for at in pieces.token[one.first : one.last]} - {-1}
    owned: list[tuple[set[int], list[float]]] = []
    for begin in (1, 3):
        words: set[int] = set()
        sure: list[float] = []
        spans = stretches(path, begin)
        if begin == 1:
            spans = _likeliest(spans, path, parts)
        for first, last in spans:
            words |= {int(at) for at in pieces.token[low + first : low + last]} - {-1}
            sure.extend(parts[np.arange(first, last), path[first:last]].tolist())
        owned.append((words - cue, sure))
    (source, source_sure), (content, content_sure) = owned
    content -= source
    if not content:
        return None
    return Tagged(
        anchor=anchor,
        cue=tuple(sorted(cue)),
        source=tuple(sorted(source)),
        content=tuple(sorted(content)),
        sure=one.sure,
        source_sure=sum(source_sure) / len(source_sure) if source_sure else 0.0,
        content_sure=sum(content_sure) / len(content_sure),
        inner=one.inner,
    )


@cache
def shipped_tagger() -> Tagger:
    """The tagger with the networks that ship with the package, loaded once per process."""
    return Tagger(attribution_networks())
