"""What a stream knows, as bytes: one npz with the scored pairs and a JSON document, no pickle."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from io import BytesIO

import msgspec
import numpy as np
import numpy.typing as npt

from firsthand.domain import StoryId
from firsthand.errors import InputError
from firsthand.stories.book import ClosedStory, OpenStory, Text
from firsthand.stories.cards import Card
from firsthand.stories.reach import Reach

__all__ = ["StreamState", "packed", "unpacked"]

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]
Pairs = tuple[Ints, Ints, Floats]

FORM = "firsthand.stream/1"


@dataclass(frozen=True, slots=True, kw_only=True)
class StreamState:
    """All of a stream but the scored pairs."""

    form: str = FORM
    reach: Reach
    stories: dict[StoryId, OpenStory]
    closed: dict[StoryId, ClosedStory]
    redirects: dict[StoryId, StoryId]
    texts: dict[int, Text]
    """By slot, in order of arrival."""

    cards: dict[int, Card]
    sets: tuple[frozenset[int], ...]
    """The events found last, by slots."""

    dirty: tuple[int, ...]
    gone: tuple[tuple[str, StoryId], ...]
    changes: int
    since: int
    recent: tuple[int, ...]
    today: int | None
    swept: int | None


def packed(state: StreamState, pairs: Pairs) -> bytes:
    """A state and its scored pairs (lower slot, higher slot, log odds) as bytes."""
    told = np.frombuffer(msgspec.json.encode(state), dtype=np.uint8)
    out = BytesIO()
    first, second, odds = pairs
    np.savez(
        out, told=told, first=first.astype(np.int32), second=second.astype(np.int32), odds=odds
    )
    return out.getvalue()


def unpacked(kept: bytes) -> tuple[StreamState, Pairs]:
    """The state and pairs of which `packed` made these bytes.

    Raises:
        InputError: They are no state of a stream, or of another version.
    """
    remedy = "begin a new stream, and give it the articles of the last weeks again"
    try:
        with np.load(BytesIO(kept), allow_pickle=False) as held:
            told = held["told"].tobytes()
            pairs = (held["first"].astype(np.int64), held["second"].astype(np.int64), held["odds"])
        state = msgspec.json.decode(told, type=StreamState)
    except (ValueError, KeyError, OSError, EOFError, zipfile.BadZipFile) as fault:
        raise InputError("state of a stream", "cannot be read", remedy) from fault
    if state.form != FORM:
        raise InputError("state of a stream", f"has the form {state.form}", remedy)
    return state, pairs
