r"""Train the statement tagger; see `statement_network` for what it is and attributions.md for how.

    python -m training.statement_tagger OUT.pt --shared ../shared --minilm MINILM --epochs 4
    python -m training.statement_tagger OUT.pt --shared ../shared --minilm MINILM --start BASE.pt \
        --wikinews 4 --share 0.12 [--leave-out FOLD]

MINILM is a folder with the tokenizer and the fp32 weights of all-MiniLM-L6-v2. On one core without
an accelerator an epoch over PolNeAR (840 documents) takes twenty minutes.
"""

from __future__ import annotations

import argparse
import math
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

from firsthand.attribute.branches import anchor_of, branches, distances
from firsthand.attribute.pieces import FRAME, Window, windows
from firsthand.attribute.tagger import REACH
from training.crossval import fold_of
from training.statement_examples import Document, documents
from training.statement_network import Chain, Encoder, View

_POLNEAR = "bench/statements/dev/polnear.train.jsonl"
_WIKINEWS = "bench/statements/dev/firsthand.wikinews.dev.jsonl"
_ROWS = 8


class Network(nn.Module):
    """All that is trained."""

    def __init__(self) -> None:
        super().__init__()
        self.encoder = Encoder()
        self.view = View()
        self.chain = Chain(5)


@dataclass(frozen=True, slots=True)
class Example:
    """One window of one document."""

    document: Document
    window: Window


def packed(found: Sequence[Document], chance: random.Random) -> list[Example]:
    """Cut documents into windows, at other places each time."""
    made = []
    for one in found:
        longest = chance.randint(180, 254)
        made.extend(Example(one, window) for window in windows(one.pieces, longest=longest))
    return made


def batches(examples: Sequence[Example], chance: random.Random) -> Iterator[list[Example]]:
    """Windows of like length together, the batches in random order."""
    ordered = sorted(
        examples, key=lambda one: (one.window.last - one.window.first, chance.random())
    )
    made = [ordered[at : at + _ROWS] for at in range(0, len(ordered), _ROWS)]
    chance.shuffle(made)
    yield from made


def inputs(rows: Sequence[Example]) -> tuple[dict[str, Tensor], Tensor, Tensor]:
    """Tensors of a batch, with frame marks; labels of outermost and of all cues."""
    length = max(one.window.last - one.window.first for one in rows) + 2
    names = ("ids", "case", "quote", "edge", "tag", "dep")
    made = {name: torch.zeros(len(rows), length, dtype=torch.long) for name in names}
    mask = torch.zeros(len(rows), length, dtype=torch.bool)
    outer = torch.full((len(rows), length), -100, dtype=torch.long)
    every = outer.clone()
    for number, one in enumerate(rows):
        low, high = one.window.first, one.window.last
        size = high - low
        for name in names:
            values = getattr(one.document.pieces, name)[low:high]
            made[name][number, 1 : size + 1] = torch.from_numpy(values)
        made["ids"][number, 0], made["ids"][number, size + 1] = FRAME
        mask[number, : size + 2] = True
        outer[number, 1 : size + 1] = torch.from_numpy(one.document.outer[low:high])
        every[number, 1 : size + 1] = torch.from_numpy(one.document.every[low:high])
    made["mask"] = mask
    return made, outer, every


@dataclass(slots=True)
class Look:
    """One cue to look from, in its batch."""

    row: int
    cue: tuple[int, int]
    anchor: int
    roles: dict[int, int]


def looks(rows: Sequence[Example], scores: Tensor, chance: random.Random) -> list[Look]:
    """The gold cues of a batch, and what the network wrongly takes for cues (they own nothing)."""
    found = []
    guess = scores.argmax(-1)
    for number, one in enumerate(rows):
        window, document = one.window, one.document
        for gold in document.gold:
            low, high = gold.cue
            if window.first <= low and high <= window.last:
                cue = (low, high)
                if high - low > 1 and chance.random() < 0.15:
                    # the tagger will not always find the whole cue
                    cue = (low + 1, high) if chance.random() < 0.5 else (low, high - 1)
                found.append(Look(number, cue, gold.anchor, gold.roles))
        labels = document.every[window.first : window.last]
        wrong = (guess[number, 1 : len(labels) + 1].numpy() > 0) & (labels == 0)
        at = 0
        taken = 0
        while at < len(wrong) and taken < 3:
            if not wrong[at]:
                at += 1
                continue
            stop = at + 1
            while stop < len(wrong) and wrong[stop]:
                stop += 1
            cue = (window.first + at, window.first + stop)
            owners = sorted({int(document.pieces.token[k]) for k in range(*cue)} - {-1})
            if owners:
                found.append(Look(number, cue, anchor_of(document.tokens, owners), {}))
                taken += 1
            at = stop
    return found


def views(
    rows: Sequence[Example], found: Sequence[Look], narrow: Tensor, of_cue: Tensor
) -> tuple[dict[str, Tensor], Tensor]:
    """What the second network is given for each cue, and the role labels."""
    spans = []
    for look in found:
        window = rows[look.row].window
        low = max(window.first, look.cue[0] - REACH)
        high = min(window.last, look.cue[1] + REACH)
        spans.append((low, high))
    length = max(high - low for low, high in spans)
    count = len(found)
    states = narrow.new_zeros(count, length, narrow.shape[-1])
    cues = []
    above = torch.zeros(count, length, dtype=torch.long)
    branch = above.clone()
    distance = above.clone()
    is_cue = above.clone()
    labels = above.clone()
    mask = torch.zeros(count, length, dtype=torch.bool)
    parts = []
    for number, (look, (low, high)) in enumerate(zip(found, spans, strict=True)):
        one = rows[look.row]
        shift = one.window.first - 1
        size = high - low
        part = narrow[look.row, low - shift : high - shift]
        parts.append(functional.pad(part, (0, 0, 0, length - size)))
        cues.append(of_cue[look.row, look.cue[0] - shift : look.cue[1] - shift].mean(0))
        owner = one.document.pieces.token[low:high]
        known = owner[owner >= 0]
        first, last = int(known.min()), int(known.max()) + 1
        ups, downs = branches(one.document.tokens, first, last, look.anchor)
        at = np.where(owner >= 0, owner - first, -1)
        above[number, :size] = torch.from_numpy(np.array([*ups, 5])[at])
        branch[number, :size] = torch.from_numpy(np.array([*downs, 0])[at])
        places = torch.arange(low, high)
        before = (places - look.cue[0]).clamp(max=0)
        after = (places - look.cue[1] + 1).clamp(min=0)
        distance[number, :size] = torch.from_numpy(distances((before + after).numpy()))
        is_cue[number, look.cue[0] - low : look.cue[1] - low] = 1
        mask[number, :size] = True
        for piece, label in look.roles.items():
            if low <= piece < high:
                labels[number, piece - low] = label
    del states
    given = {
        "narrow": torch.stack(parts),
        "cue": torch.stack(cues),
        "above": above,
        "branch": branch,
        "distance": distance,
        "is_cue": is_cue,
        "mask": mask,
    }
    return given, labels


def fit(  # noqa: PLR0913 - the settings of a training run
    network: Network,
    train: Sequence[tuple[Sequence[Document], int]],
    *,
    epochs: float,
    rate: float,
    out: Path,
    seed: int = 1,
) -> None:
    """Train; the network is saved to `out` after every half epoch.

    Args:
        network: Changed in place.
        train: Sets of documents, each with how often an epoch goes through it.
        epochs: How many.
        rate: Highest step of the encoder; the new parts learn five times as fast.
        out: Where the weights go.
        seed: Of the order and the windows.
    """
    chance = random.Random(seed)
    torch.manual_seed(seed)
    network.encoder.words.weight.requires_grad_(False)
    new, old = [], []
    for name, one in network.named_parameters():
        if not one.requires_grad:
            continue
        of_encoder = name.startswith(("encoder.layers", "encoder.norm", "encoder.places"))
        (old if of_encoder or name == "encoder.kinds" else new).append(one)
    steps = int(
        epochs
        * sum(times * sum(len(one.pieces.ids) for one in part) for part, times in train)
        / (_ROWS * 205)
    )
    optimiser = torch.optim.AdamW(
        [{"params": old, "lr": rate}, {"params": new, "lr": 5 * rate}], weight_decay=0.01
    )
    warm = max(1, steps // 20)

    def pace(step: int) -> float:
        if step < warm:
            return (step + 1) / warm
        return max(0.02, 0.5 * (1 + math.cos(math.pi * min(1.0, (step - warm) / (steps - warm)))))

    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, pace)
    network.train()
    step = 0
    begun = time.time()
    sums = np.zeros(3)
    while step < steps:
        examples = [
            one for part, times in train for _ in range(times) for one in packed(part, chance)
        ]
        for rows in batches(examples, chance):
            if step >= steps:
                break
            given, outer, every = inputs(rows)
            scores, narrow, of_cue = network.encoder(**given)
            cue = functional.cross_entropy(scores[..., :3].flatten(0, 1), outer.flatten())
            cue = cue + functional.cross_entropy(scores[..., 3:].flatten(0, 1), every.flatten())
            found = looks(rows, scores.detach()[..., 3:], chance)
            role = scores.new_zeros(())
            if found:
                seen, labels = views(rows, found, narrow, of_cue)
                role = network.chain.loss(network.view(**seen), labels, seen["mask"])
            loss = 8 * cue + role / 10
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            step += 1
            sums += [cue.item(), role.item(), 1]
            if step % 25 == 0:
                spent = time.time() - begun
                print(
                    f"{step}/{steps} cue {sums[0] / sums[2]:.4f} role {sums[1] / sums[2]:.3f} "
                    f"{spent:.0f}s, {spent / step * (steps - step):.0f}s left",
                    flush=True,
                )
                sums[:] = 0
            if step % 200 == 0:
                torch.save(network.state_dict(), out)
    torch.save(network.state_dict(), out)


def main() -> None:
    """Train from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--minilm", type=Path, required=True, help="folder of all-MiniLM-L6-v2")
    parser.add_argument("--cache", type=Path)
    parser.add_argument("--start", type=Path)
    parser.add_argument("--epochs", type=float, default=5)
    parser.add_argument("--rate", type=float, default=1e-4)
    parser.add_argument(
        "--wikinews", type=int, default=0, help="how often an epoch goes through it"
    )
    parser.add_argument("--leave-out", type=int, default=-1, help="fold of wikinews not to see")
    parser.add_argument("--share", type=float, default=1.0, help="share of PolNeAR to take")
    parser.add_argument("--threads", type=int, default=1)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    tokenizer = Tokenizer.from_file(str(options.minilm / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    network = Network()
    if options.start is None:
        network.encoder.start_from(options.minilm / "model.safetensors")
    else:
        network.load_state_dict(torch.load(options.start, weights_only=True))
    first = documents(options.shared / _POLNEAR, tokenizer, nests=False, cache=options.cache)
    if options.share < 1:
        random.Random(7).shuffle(first)
        first = first[: int(len(first) * options.share)]
    train: list[tuple[Sequence[Document], int]] = [(first, 1)]
    if options.wikinews:
        second = documents(options.shared / _WIKINEWS, tokenizer, nests=True, cache=options.cache)
        kept = [one for at, one in enumerate(second) if fold_of(at) != options.leave_out]
        train.append((kept, options.wikinews))
    fit(network, train, epochs=options.epochs, rate=options.rate, out=options.out)


if __name__ == "__main__":
    main()
