"""Shipped model files: a card beside each, its digests checked before a file is used."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from firsthand.errors import PlanError

__all__ = ["WeightCard", "arrays", "card", "checked"]

_DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True, kw_only=True)
class WeightCard:
    """What a shipped model is, where it is from, and what its files must hash to."""

    name: str
    version: str
    origin: str
    """Who trained it, and by which packages the files reached this one."""

    licence: str
    """SPDX expression."""

    method: str
    """How text becomes output: pooling, normalisation, longest input."""

    measured: str
    """What is known of its quality, with the size of the check."""

    sha256: dict[str, str]
    """File name → SHA-256 in hexadecimal."""

    def label(self) -> str:
        """Name, version and the start of the first digest: how a brief lists the model."""
        first = next(iter(self.sha256.values()))
        return f"{self.name} {self.version} (sha256 {first[:12]})"


@cache
def card(name: str) -> WeightCard:
    """The card of a shipped model.

    Raises:
        PlanError: no model of that name is shipped.
    """
    path = _DATA / name / "card.json"
    if not path.is_file():
        raise PlanError(f"no weights named {name!r} are shipped with this installation")
    return msgspec.json.decode(path.read_bytes(), type=WeightCard)


def checked(name: str, file: str) -> Path:
    """The path of one file of a shipped model, once its digest has been found right.

    Reads the file once (22 MB take about 20 ms), so that a truncated or exchanged model is an
    error before the run and never a silent change of judgement.

    Raises:
        PlanError: the model or file is missing, or its digest is not the card's.
    """
    path = _DATA / name / file
    wanted = card(name).sha256.get(file)
    if wanted is None or not path.is_file():
        raise PlanError(f"{name}/{file} is missing; install the package again")
    with path.open("rb") as opened:
        found = sha256()
        while block := opened.read(1 << 20):
            found.update(block)
    if found.hexdigest() != wanted:
        raise PlanError(f"{name}/{file} is damaged (digest differs from its card); install again")
    return path


class _SmallCard(msgspec.Struct):
    """What is asked of the card of a model in one file; it says more."""

    sha256: str


def arrays(name: str) -> dict[str, NDArray[Any]]:
    """The arrays of a small model, ``data/NAME.npz``, whose card is ``data/NAME.json``.

    Raises:
        PlanError: the file is not the one that the card describes.
    """
    wanted = msgspec.json.decode((_DATA / f"{name}.json").read_bytes(), type=_SmallCard).sha256
    path = _DATA / f"{name}.npz"
    if not path.is_file() or sha256(path.read_bytes()).hexdigest() != wanted:
        raise PlanError(f"{name}.npz is damaged (digest differs from its card); install again")
    with np.load(path, allow_pickle=False) as data:
        return {one: data[one] for one in data.files}
