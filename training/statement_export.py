"""Write the trained statement tagger as ONNX files: the encoder in int8, the rest in fp32.

python -m training.statement_export WEIGHTS.pt FOLDER
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from training.statement_network import CUE_LABELS, HEADS, VIEW, WIDTH, Encoder
from training.statement_tagger import Network


class _Alone(nn.Module):
    """The encoder over one window, where every piece is there: no mask, queries to values at once."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder
        self.joined = nn.ModuleList()
        for layer in encoder.layers:
            parts = (layer.query, layer.key, layer.value)
            one = nn.Linear(WIDTH, 3 * WIDTH)
            one.weight.data = torch.cat([part.weight.data for part in parts])
            one.bias.data = torch.cat([part.bias.data for part in parts])
            one.weight.data[:WIDTH] /= (WIDTH // HEADS) ** 0.5
            one.bias.data[:WIDTH] /= (WIDTH // HEADS) ** 0.5
            self.joined.append(one)
        heads = (encoder.cue, encoder.narrow, encoder.of_cue)
        self.last = nn.Linear(WIDTH, sum(one.out_features for one in heads))
        self.last.weight.data = torch.cat([one.weight.data for one in heads])
        self.last.bias.data = torch.cat([one.bias.data for one in heads])

    def forward(  # noqa: PLR0913 - the features of a piece
        self, ids: Tensor, case: Tensor, quote: Tensor, edge: Tensor, tag: Tensor, dep: Tensor
    ) -> tuple[Tensor, Tensor, Tensor]:
        encoder = self.encoder
        places = torch.arange(ids.shape[1])
        states = encoder.words(ids) + encoder.places(places)[None] + encoder.kinds
        for table, values in zip(encoder.features, (case, quote, edge, tag, dep), strict=True):
            states = states + table(values)
        states = encoder.norm(states)
        length = ids.shape[1]
        for layer, joined in zip(encoder.layers, self.joined, strict=True):
            three = joined(states).view(1, length, 3, HEADS, WIDTH // HEADS)
            query, key, value = (three[:, :, at].transpose(1, 2) for at in range(3))
            mixed = torch.softmax(query @ key.transpose(2, 3), dim=-1) @ value
            mixed = mixed.transpose(1, 2).reshape(1, length, WIDTH)
            states = layer.norm(states + layer.out(mixed))
            inner = layer.down(nn.functional.gelu(layer.up(states)))
            states = layer.norm_after(states + inner)
        scores, narrow, of_cue = self.last(states).split([2 * CUE_LABELS, VIEW, VIEW], dim=-1)
        return scores, narrow, of_cue


def export(weights: Path, folder: Path) -> None:
    """Write `encoder.onnx` (int8), `roles.onnx` and `steps.npz` into `folder`."""
    network = Network()
    network.load_state_dict(torch.load(weights, weights_only=True))
    network.eval()
    folder.mkdir(parents=True, exist_ok=True)
    pieces = tuple(torch.ones(1, 40, dtype=torch.long) for _ in range(6))
    names = ["ids", "case", "quote", "edge", "tag", "dep"]
    full = folder / "encoder.fp32.onnx"
    torch.onnx.export(
        _Alone(network.encoder),
        pieces,
        str(full),
        input_names=names,
        output_names=["scores", "narrow", "of_cue"],
        dynamic_axes={name: {1: "length"} for name in [*names, "scores", "narrow", "of_cue"]},
        opset_version=17,
        dynamo=False,
    )
    quantize_dynamic(
        full,
        folder / "encoder.onnx",
        weight_type=QuantType.QInt8,
        per_channel=True,
        reduce_range=True,
        op_types_to_quantize=["MatMul", "Gather"],
    )
    full.unlink()
    rows, length = 3, 40
    of_view = ["narrow", "cue", "above", "branch", "distance", "is_cue", "mask"]
    whole = [torch.ones(rows, length, dtype=torch.long) for _ in range(4)]
    torch.onnx.export(
        network.view,
        (
            torch.randn(rows, length, VIEW),
            torch.randn(rows, VIEW),
            *whole,
            torch.ones(rows, length, dtype=torch.bool),
        ),
        str(folder / "roles.onnx"),
        input_names=of_view,
        output_names=["scores"],
        dynamic_axes={
            name: {0: "cues"} if name == "cue" else {0: "cues", 1: "length"}
            for name in [*of_view, "scores"]
        },
        opset_version=17,
        dynamo=False,
    )
    chain = network.chain
    steps = torch.cat([chain.steps, chain.first[None]]).detach().numpy()
    np.savez(folder / "steps.npz", steps=steps.astype(np.float32))
    for path in (folder / "encoder.onnx", folder / "roles.onnx"):
        onnx.checker.check_model(str(path))
        print(path.name, path.stat().st_size)


def main() -> None:
    """Export from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("weights", type=Path)
    parser.add_argument("folder", type=Path)
    options = parser.parse_args()
    export(options.weights, options.folder)


if __name__ == "__main__":
    main()
