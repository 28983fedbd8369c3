"""Fit the weights of ``same_claim.toml`` to hand-made sourcing audits.

    python training/same_claim.py STORIES [--write]

STORIES is a folder of audited stories, each with ``docs/`` and ``gold.json`` (claims with quoted
mentions). The product's own stages read the documents; a unit carries a gold claim where its words
and a gold quotation hold one another. Pairs of units of one gold claim are positive; pairs of two
gold claims are negative; pairs of a gold claim's unit with a unit of none are negative at half
weight (an audit lists the main claims only). Printed are the figures leaving one story out each
time, over several values of `join`; --write stores weights fitted to all stories.
"""

from __future__ import annotations

import json
import re
import sys
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from firsthand.annotate import Annotator
from firsthand.attribute import statements
from firsthand.claims import same_claim, units
from firsthand.claims.groups import grouped
from firsthand.claims.pairs import features, word_weights
from firsthand.claims.proposals import copied, proposed, vectors_of
from firsthand.claims.story import _overlapping
from firsthand.copies import copy_groups, copy_links
from firsthand.domain import Rejected, Story, StoryId
from firsthand.extract import articles_from
from firsthand.read import read_paths
from firsthand.settle import settle
from firsthand.tables.sameclaim import FEATURES, pairweights

_FOLD = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "\u00a0": " "})
_TABLE = Path(__file__).parents[1] / "src/firsthand/tables/data/same_claim.toml"
_JOINS = (0.12, 0.16, 0.18, 0.20, 0.25, 0.30)


def fold(text):
    return " ".join(text.translate(_FOLD).split()).lower()


def holds(quote, words):
    """Whether a gold quotation and a unit's words hold one another, or share most of their words."""
    q, m = fold(quote), fold(words)
    if not q or not m or len(m) > max(3 * len(q), 400):
        return False
    if q in m or (m in q and len(m) >= 0.3 * len(q)):
        return True
    a, b = re.findall(r"\w+", q), re.findall(r"\w+", m)
    left, hits = list(b), 0
    for word in a:
        if word in left:
            left.remove(word)
            hits += 1
    return 2 * hits / max(1, len(a) + len(b)) >= 0.5


@dataclass
class Audited:
    mentions: list
    carried: list
    shared: set
    pairs: list
    matrix: np.ndarray
    vetoed: np.ndarray
    label: np.ndarray
    weight: np.ndarray
    copies: list
    size: int


def audited(folder: Path, annotator: Annotator) -> Audited:
    gold = json.loads((folder / "gold.json").read_text("utf-8"))
    captures = [c for c in read_paths([str(folder / "docs")]) if not isinstance(c, Rejected)]
    articles = sorted((a for c in captures for a in articles_from(c)), key=lambda a: a.id)
    links = list(copy_links(articles))
    readings = []
    for article in articles:
        reading = annotator.read(article)
        readings.append(replace(reading, statements=statements(reading)))
    story = Story(id=StoryId("t"), title="", articles=tuple(a.id for a in articles))
    settled = settle(story, readings, links, list(copy_groups(articles, links)))
    files = {a.id: a.item.rsplit("/", 1)[-1].split("#")[0] for a in articles}
    found = units(settled)
    mentions = [(c["id"], m) for c in gold["claims"] for m in c["mentions"]]
    carried = [
        {
            k
            for k, (_, m) in enumerate(mentions)
            if files[u.passage.article] == m["doc"] and holds(m["quote"], u.quoted)
        }
        for u in found
    ]
    shared = {
        i
        for i, (ci, mi) in enumerate(mentions)
        for cj, mj in mentions
        if ci != cj and mi["doc"] == mj["doc"] and holds(mi["quote"], mj["quote"])
    }
    weights = word_weights(found)
    pairs, rows, vetoed, label, weight = [], [], [], [], []
    claims = [{mentions[k][0] for k in held} for held in carried]
    for i, j, cosine in proposed(found, vectors_of(found)):
        if _overlapping(found[i], found[j]):
            continue
        a, b = found[i], found[j]
        values = features(a, b, cosine=cosine, weights=weights)
        judged = same_claim(a, b, cosine=cosine, weights=weights)
        pairs.append((i, j))
        rows.append([values[name] for name in FEATURES])
        vetoed.append(judged.veto is not None)
        label.append(bool(claims[i] & claims[j]))
        weight.append((bool(claims[i]) + bool(claims[j])) / 2)
    return Audited(
        mentions,
        carried,
        shared,
        pairs,
        np.array(rows),
        np.array(vetoed),
        np.array(label, float),
        np.array(weight),
        copied(found, settled.links),
        len(found),
    )


def fit(stories, ridge=1.0):
    """Ridge logistic regression, each story weighing the same; damped Newton steps."""
    x = np.vstack([s.matrix for s in stories])
    x = np.hstack([x, np.ones((len(x), 1))])
    y = np.concatenate([s.label for s in stories])
    w = np.concatenate([s.weight / max(s.weight.sum(), 1e-9) for s in stories])
    w = w * len(y) / w.sum() * 0.3
    penalty = np.eye(x.shape[1]) * ridge
    penalty[-1, -1] = 0

    def loss(b):
        z = x @ b
        return float((w * (np.logaddexp(0, z) - y * z)).sum() + 0.5 * b @ penalty @ b)

    b = np.zeros(x.shape[1])
    for _ in range(100):
        p = 1 / (1 + np.exp(-np.clip(x @ b, -30, 30)))
        gradient = x.T @ (w * (p - y)) + penalty @ b
        hessian = (x * (w * p * (1 - p))[:, None]).T @ x + penalty + 1e-6 * np.eye(len(b))
        step, size, before = np.linalg.solve(hessian, gradient), 1.0, loss(b)
        while loss(b - size * step) > before and size > 1e-6:
            size /= 2
        b = b - size * step
        if abs(size * step).max() < 1e-6:
            break
    return b


def scored(story, b, join, seed):
    """Precision, recall and F1 of same-claim decisions over pairs of gold mentions."""
    p = 1 / (1 + np.exp(-(story.matrix @ b[:-1] + b[-1])))
    groups = grouped(
        story.size,
        likely={q: float(p[k]) for k, q in enumerate(story.pairs) if not story.vetoed[k]},
        must=story.copies,
        cannot=[q for k, q in enumerate(story.pairs) if story.vetoed[k]],
        join=join,
        seed=seed,
    )
    where = [set() for _ in story.mentions]
    for number, group in enumerate(groups):
        for i in group:
            for k in story.carried[i]:
                where[k].add(number)
    tp = fp = fn = 0
    for i in range(len(where)):
        for j in range(i + 1, len(where)):
            same, joined = story.mentions[i][0] == story.mentions[j][0], bool(where[i] & where[j])
            if same or not (i in story.shared or j in story.shared):
                tp, fp, fn = (
                    tp + (same and joined),
                    fp + (joined and not same),
                    fn + (same and not joined),
                )
    precision, recall = tp / max(1, tp + fp), tp / max(1, tp + fn)
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def main(folder, write):
    annotator = Annotator()
    stories = {
        p.parent.name: audited(p.parent, annotator)
        for p in sorted(Path(folder).glob("*/gold.json"))
    }
    for name, story in stories.items():
        lost = int((story.label * story.vetoed).sum())
        print(
            f"{name:20s} units {story.size:4d} pairs {len(story.pairs):5d} same {int(story.label.sum()):4d} vetoed of these {lost}"
        )
    seed = pairweights().seed
    print("one story left out each time, means: join, precision, recall, F1")
    for join in _JOINS:
        rows = [
            scored(story, fit([s for n, s in stories.items() if n != name]), join, seed)
            for name, story in stories.items()
        ]
        print(join, *np.mean(rows, axis=0).round(3), [round(r[2], 2) for r in rows])
    b = fit(list(stories.values()))
    for name, value in zip((*FEATURES, "bias"), b, strict=True):
        print(f"{name} = {value:.2f}")
    if write:
        text = re.sub(r"(?m)^bias = .*", f"bias = {b[-1]:.2f}", _TABLE.read_text("utf-8"))
        for name, value in zip(FEATURES, b, strict=False):
            text = re.sub(rf"(?m)^{name} = .*", f"{name} = {value:.2f}", text)
        _TABLE.write_text(text, "utf-8")


if __name__ == "__main__":
    main(sys.argv[1], "--write" in sys.argv)
