"""The shipped networks that mark attributions, through ONNX Runtime on the processor.

What they were trained on, and how well they do, is in their card (data/attributions/card.json);
training/statement_tagger.py made them.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from firsthand.tables.weights import checked

__all__ = ["AttributionNetworks", "attribution_networks"]

_NAME = "attributions"
_FEATURES = ("ids", "case", "quote", "edge", "tag", "dep")


class AttributionNetworks:
    """Two networks: one reads a window and scores cues, one reads it from a cue and scores roles.

    Windows are read one at a time: the int8 encoder scales its activations by the largest value
    it is given, and one window must not change another's scores.
    """

    def __init__(self, folder: Path | None = None) -> None:
        """Load the files; raises `PlanError` where one is damaged.

        Args:
            folder: Of networks in training, whose files are taken as they are; None for the
                shipped ones, whose digests are checked.
        """
        # Loaded here, not at import: half a second that `firsthand --help` must not pay.
        import onnxruntime  # noqa: PLC0415
        from tokenizers import Tokenizer  # noqa: PLC0415

        runtime: Any = onnxruntime
        options = runtime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.log_severity_level = 3

        def path(file: str) -> Path:
            return checked(_NAME, file) if folder is None else folder / file

        def session(file: str) -> Any:
            return runtime.InferenceSession(
                str(path(file)), options, providers=["CPUExecutionProvider"]
            )

        self._encoder = session("encoder.onnx")
        self._roles = session("roles.onnx")
        with np.load(path("steps.npz"), allow_pickle=False) as data:
            self._steps: npt.NDArray[np.float32] = data["steps"]
        # The vocabulary is that of the sentence encoder, from which training started.
        self._tokenizer: Any = Tokenizer.from_file(str(checked("minilm", "tokenizer.json")))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()

    @property
    def steps(self) -> npt.NDArray[np.float32]:
        """Learned transitions between role labels, (6, 5); the last row holds the first label's."""
        return self._steps

    @property
    def tokenizer(self) -> Any:
        """Cuts text into word pieces, without frame marks, padding or truncation."""
        return self._tokenizer

    def states(
        self, given: dict[str, npt.NDArray[np.int64]]
    ) -> tuple[npt.NDArray[np.float32], ...]:
        """Scores of cue labels, (length, 6), and two views of the states, (length, 128) each.

        Args:
            given: The numbers of the pieces and of their features, (1, length) each.
        """
        found = self._encoder.run(
            ["scores", "narrow", "of_cue"], {name: given[name] for name in _FEATURES}
        )
        return tuple(part[0] for part in found)

    def roles(self, given: dict[str, Any]) -> npt.NDArray[np.float32]:
        """Scores of role labels, (cues, length, 5), for what `firsthand.attribute.tagger` gives."""
        (scores,) = self._roles.run(["scores"], given)
        found: npt.NDArray[np.float32] = scores
        return found


@cache
def attribution_networks() -> AttributionNetworks:
    """The networks, loaded once per process."""
    return AttributionNetworks()
