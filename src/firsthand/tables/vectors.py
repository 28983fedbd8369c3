"""Sentence vectors: all-MiniLM-L6-v2 through ONNX Runtime, int8, on the processor.

Reimers & Gurevych 2019 (Sentence-BERT); the training of this model is told in its card. Vectors
*propose* (which texts may belong together); they never decide a number, a date or a denial.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

import numpy as np
import numpy.typing as npt

from firsthand.tables.weights import checked

__all__ = ["WIDTH", "Encoder", "Vectors", "encoder"]

Vectors = npt.NDArray[np.float32]

WIDTH = 384
"""Length of a vector."""

_NAME = "minilm"


class Encoder:
    """Turns texts into vectors whose dot product is their cosine.

    A text is encoded alone, never padded beside others: the int8 network scales its activations
    by the largest value of a batch, so a batch would let one text change another's vector, and
    the order of articles would matter.
    """

    def __init__(self, *, longest: int = 256, threads: int = 1) -> None:
        """Load the network and the tokenizer; raises `PlanError` where a file is damaged.

        Args:
            longest: Word pieces kept of a text; the model was trained on up to 256.
            threads: Of the runtime, per call. Short texts gain nothing from more than one.
        """
        # Loaded here, not at import: half a second that `firsthand --help` must not pay.
        import onnxruntime  # noqa: PLC0415
        from tokenizers import Tokenizer  # noqa: PLC0415

        runtime: Any = onnxruntime
        options = runtime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._session: Any = runtime.InferenceSession(
            str(checked(_NAME, "model.onnx")), options, providers=["CPUExecutionProvider"]
        )
        self._tokenizer: Any = Tokenizer.from_file(str(checked(_NAME, "tokenizer.json")))
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(max_length=longest)

    def encode(self, texts: Sequence[str]) -> Vectors:
        """One row a text, in their order, each of Euclidean length 1; equal texts give equal rows.

        An empty or blank text gives the vector of nothing but the model's frame marks: compare it
        with nothing.
        """
        rows = np.zeros((len(texts), WIDTH), dtype=np.float32)
        seen: dict[str, int] = {}
        for index, text in enumerate(texts):
            if (earlier := seen.setdefault(text, index)) != index:
                rows[index] = rows[earlier]
                continue
            rows[index] = self._one(text)
        return rows

    def within(self, text: str, stretches: Iterable[tuple[int, int]]) -> Vectors:
        """One row for the whole of `text`, then one for each stretch, as the words around it colour it.

        The mean over the word pieces that overlap a stretch; where none was kept (the text is too
        long), over all of them.

        Args:
            text: A few sentences.
            stretches: Start and end, in code points of `text`, end exclusive.
        """
        read = self._tokenizer.encode(text)
        states = self._states(read.ids)
        rows = [states.mean(axis=0)]
        for start, end in stretches:
            held = [at for at, (a, b) in enumerate(read.offsets) if a < end and b > start and b > a]
            rows.append((states[held] if held else states).mean(axis=0))
        lengths = [max(float(np.linalg.norm(row)), 1e-9) for row in rows]
        found: Vectors = np.array(rows, dtype=np.float32) / np.array(lengths, np.float32)[:, None]
        return found

    def _one(self, text: str) -> Vectors:
        # Mean over word pieces, as the model was trained; no padding, hence no mask to apply.
        mean: Vectors = self._states(self._tokenizer.encode(text).ids).mean(axis=0)
        return mean / max(float(np.linalg.norm(mean)), 1e-9)

    def _states(self, ids: Sequence[int]) -> Vectors:
        """One row a word piece."""
        pieces = np.array([ids], dtype=np.int64)
        (states,) = self._session.run(
            ["last_hidden_state"],
            {
                "input_ids": pieces,
                "attention_mask": np.ones_like(pieces),
                "token_type_ids": np.zeros_like(pieces),
            },
        )
        found: Vectors = states[0]
        return found


@cache
def encoder() -> Encoder:
    """The process's encoder, loaded at the first call."""
    return Encoder()
