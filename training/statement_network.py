"""The network of the statement tagger, in PyTorch: for training and for writing the ONNX files.

An encoder (all-MiniLM-L6-v2, six layers of 384) reads a window of word pieces, with what the parse
and the quotation marks tell of each piece added to its input. One head marks cues. A second, small
network (two layers of 128) then looks at the window from one cue and marks that cue's source and
content: so linking and tagging are one decision, and a word may belong to several cues.
"""

from __future__ import annotations

from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from firsthand.attribute.branches import ABOVE, BRANCHES, DISTANCES
from firsthand.attribute.pieces import CASES, DEPS, EDGES, QUOTES, TAGS

WIDTH, HEADS, LAYERS, INNER = 384, 12, 6, 1536
VIEW, VIEW_HEADS, VIEW_LAYERS = 128, 4, 2
CUE_LABELS, ROLE_LABELS = 3, 5
"""Outside, begin, inside; outside, begin and inside of the source, begin and inside of the content."""


class Drop(nn.Module):
    """Dropout from a pool of masks drawn once: drawing anew takes longer than a layer's sums."""

    def __init__(self, share: float = 0.1, size: int = 1 << 22) -> None:
        super().__init__()
        kept = (torch.rand(size) >= share).float() / (1 - share)
        self.register_buffer("pool", kept, persistent=False)

    def forward(self, states: Tensor) -> Tensor:
        if not self.training:
            return states
        size = states.numel()
        first = int(torch.randint(0, max(1, self.pool.numel() - size), ()))
        return states * self.pool[first : first + size].view(states.shape)


class Layer(nn.Module):
    """One transformer layer, normalised after each half (Devlin et al. 2019)."""

    def __init__(self, width: int, heads: int, inner: int) -> None:
        super().__init__()
        self.heads = heads
        self.query = nn.Linear(width, width)
        self.key = nn.Linear(width, width)
        self.value = nn.Linear(width, width)
        self.out = nn.Linear(width, width)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.up = nn.Linear(width, inner)
        self.down = nn.Linear(inner, width)
        self.norm_after = nn.LayerNorm(width, eps=1e-12)
        self.drop = Drop()

    def forward(self, states: Tensor, mask: Tensor) -> Tensor:
        rows, length, width = states.shape

        def split(part: Tensor) -> Tensor:
            return part.view(rows, length, self.heads, width // self.heads).transpose(1, 2)

        mixed = functional.scaled_dot_product_attention(
            split(self.query(states)),
            split(self.key(states)),
            split(self.value(states)),
            attn_mask=mask[:, None, None, :],
        )
        mixed = mixed.transpose(1, 2).reshape(rows, length, width)
        states = self.norm(states + self.drop(self.out(mixed)))
        inner = self.down(functional.gelu(self.up(states)))
        return self.norm_after(states + self.drop(inner))


class Encoder(nn.Module):
    """Word pieces and their features → states and the scores of cue labels."""

    def __init__(self) -> None:
        super().__init__()
        self.words = nn.Embedding(30522, WIDTH)
        self.places = nn.Embedding(512, WIDTH)
        self.kinds = nn.Parameter(torch.zeros(WIDTH))
        self.features = nn.ModuleList(
            nn.Embedding(size, WIDTH)
            for size in (len(CASES), len(QUOTES), len(EDGES), len(TAGS), len(DEPS))
        )
        for one in self.features:
            nn.init.normal_(one.weight, std=0.01)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer(WIDTH, HEADS, INNER) for _ in range(LAYERS))
        self.drop = Drop()
        self.cue = nn.Linear(WIDTH, 2 * CUE_LABELS)
        self.narrow = nn.Linear(WIDTH, VIEW)
        self.of_cue = nn.Linear(WIDTH, VIEW)

    def start_from(self, path: Path) -> None:
        """Take over the weights of a BERT network stored as safetensors."""
        got = load_file(str(path))
        got = {name.removeprefix("bert."): value for name, value in got.items()}
        with torch.no_grad():
            self.words.weight.copy_(got["embeddings.word_embeddings.weight"])
            self.places.weight.copy_(got["embeddings.position_embeddings.weight"])
            self.kinds.copy_(got["embeddings.token_type_embeddings.weight"][0])
            self.norm.weight.copy_(got["embeddings.LayerNorm.weight"])
            self.norm.bias.copy_(got["embeddings.LayerNorm.bias"])
            names = {
                "query": "attention.self.query",
                "key": "attention.self.key",
                "value": "attention.self.value",
                "out": "attention.output.dense",
                "norm": "attention.output.LayerNorm",
                "up": "intermediate.dense",
                "down": "output.dense",
                "norm_after": "output.LayerNorm",
            }
            for number, layer in enumerate(self.layers):
                for mine, theirs in names.items():
                    part = getattr(layer, mine)
                    part.weight.copy_(got[f"encoder.layer.{number}.{theirs}.weight"])
                    part.bias.copy_(got[f"encoder.layer.{number}.{theirs}.bias"])

    def forward(
        self,
        ids: Tensor,
        case: Tensor,
        quote: Tensor,
        edge: Tensor,
        tag: Tensor,
        dep: Tensor,
        mask: Tensor,
    ) -> tuple[Tensor, Tensor, Tensor]:
        """Scores of cue labels (outermost cues, then any), and two narrow views of the states.

        All arguments are (rows, length); the mask is true at pieces that are there.
        """
        places = torch.arange(ids.shape[1], device=ids.device)
        states = self.words(ids) + self.places(places)[None] + self.kinds
        for table, values in zip(self.features, (case, quote, edge, tag, dep), strict=True):
            states = states + table(values)
        states = self.drop(self.norm(states))
        for layer in self.layers:
            states = layer(states, mask)
        return self.cue(states), self.narrow(states), self.of_cue(states)


class View(nn.Module):
    """A window seen from one cue → the scores of role labels."""

    def __init__(self) -> None:
        super().__init__()
        self.above = nn.Embedding(ABOVE, VIEW)
        self.branch = nn.Embedding(BRANCHES, VIEW)
        self.distance = nn.Embedding(DISTANCES, VIEW)
        self.is_cue = nn.Embedding(2, VIEW)
        self.norm = nn.LayerNorm(VIEW, eps=1e-12)
        self.layers = nn.ModuleList(Layer(VIEW, VIEW_HEADS, 2 * VIEW) for _ in range(VIEW_LAYERS))
        self.drop = Drop()
        self.role = nn.Linear(VIEW, ROLE_LABELS)

    def forward(
        self,
        narrow: Tensor,
        cue: Tensor,
        above: Tensor,
        branch: Tensor,
        distance: Tensor,
        is_cue: Tensor,
        mask: Tensor,
    ) -> Tensor:
        """Scores of role labels.

        Args:
            narrow: States of the window's pieces, (rows, length, VIEW).
            cue: Mean state of the cue's pieces, (rows, VIEW).
            above: First figure of `branches` for each piece, (rows, length).
            branch: Second figure.
            distance: Bucket of the distance to the cue.
            is_cue: 1 at the cue's pieces.
            mask: True at pieces that are there.
        """
        states = narrow + cue[:, None, :] + self.above(above) + self.branch(branch)
        states = states + self.distance(distance) + self.is_cue(is_cue)
        states = self.drop(self.norm(states))
        for layer in self.layers:
            states = layer(states, mask)
        return self.role(states)


class Chain(nn.Module):
    """Scores of label transitions; the likelihood of a whole labelling (Lafferty et al. 2001)."""

    def __init__(self, labels: int) -> None:
        super().__init__()
        self.steps = nn.Parameter(torch.zeros(labels, labels))
        self.first = nn.Parameter(torch.zeros(labels))
        self.labels = labels

    def loss(self, scores: Tensor, gold: Tensor, mask: Tensor) -> Tensor:
        """Mean negative log likelihood a row; positions outside the mask are skipped.

        The mask must be true from the first position of a row up to its last.
        """
        rows, length, _ = scores.shape
        total = self.first + scores[:, 0]
        for at in range(1, length):
            step = torch.logsumexp(total[:, :, None] + self.steps, dim=1) + scores[:, at]
            total = torch.where(mask[:, at, None], step, total)
        every = torch.logsumexp(total, dim=1)
        hit = scores.gather(2, gold[:, :, None]).squeeze(2) * mask
        moves = self.steps[gold[:, :-1], gold[:, 1:]] * mask[:, 1:]
        best = hit.sum(1) + moves.sum(1) + self.first[gold[:, 0]]
        return (every - best).sum() / rows
