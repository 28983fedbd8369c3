"""Train the ranker of places: which of the places of one name a text means.

    python training/place_ranker.py check ../shared/bench/places/dev/toponyms.jsonl   (five folds by document)
    python training/place_ranker.py fit ../shared/bench/places/dev/toponyms.jsonl src/firsthand/tables/data/place_ranker

Labels are the coordinates of the development halves of LGL (once with the outlet's address and once
without, so that it does not lean on it) and GeoVirus: every place of a name within 161 km of them is
right. A log-linear choice, drawn by a quadratic penalty to the rules' own order (weight `START` on
their score, nothing on the rest). The first run parses the texts and keeps the parses in --cache.
"""

import argparse, json, math, pickle, random
from collections import Counter
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path

import numpy as np

from firsthand.annotate import Annotator
from firsthand.annotate.locating import measure
from firsthand.annotate.mentions import mentions
from firsthand.annotate.placeranker import FEATURES
from firsthand.annotate.textclues import clues_of
from firsthand.extract import plain_article

KILOMETRES, FOLDS, START, PENALTY, STEPS, RATE = 161.0, 5, 1.5, 0.1, 400, 0.05
WEIGHTS = {"lgl": 1.0, "lgl, outlet known": 0.5, "geovirus": 1.0}


def kilometres(a, b, c, d):
    a, b, c, d = map(math.radians, (a, b, c, d))
    half = math.sin((c - a) / 2) ** 2 + math.cos(a) * math.cos(c) * math.sin((d - b) / 2) ** 2
    return 2 * 6371.0 * math.asin(min(1.0, math.sqrt(half)))


def parsed(source, cache):
    if cache.exists():
        return pickle.loads(cache.read_bytes())
    annotator, rows = Annotator(), []
    for line in source.open(encoding="utf-8"):
        row = json.loads(line)
        reading = annotator.read(plain_article(row["text"], item=row["id"]))
        rows.append((row, reading.article, reading.tokens, reading.sentences))
    cache.write_bytes(pickle.dumps(rows))
    return rows


def examples(rows):
    """(set, document, measures of a name's places, which are right) for each name with coordinates."""
    for row, article, tokens, sentences in rows:
        found = mentions(article, tokens, sentences)
        kinds = {row["corpus"]: None}
        if row["corpus"] == "lgl":
            kinds["lgl, outlet known"] = row["url"]
        for kind, url in kinds.items():
            sought, numbers, clues = clues_of(replace(article, url=url), found)
            measured = measure(clues)
            if measured is None:
                continue
            taken = set()
            for toponym in row["toponyms"]:
                overlaps = [
                    (
                        min(toponym["end"], one.span.end) - max(toponym["start"], one.span.start),
                        -at,
                    )
                    for at, one in enumerate(sought)
                    if at not in taken
                ]
                if toponym.get("lat") is None or not overlaps or max(overlaps)[0] <= 0:
                    continue
                at = -max(overlaps)[1]
                taken.add(at)
                own = np.flatnonzero(measured.owner == numbers[at])
                right = np.array(
                    [
                        kilometres(
                            toponym["lat"],
                            toponym["lon"],
                            measured.places[one].lat,
                            measured.places[one].lon,
                        )
                        <= KILOMETRES
                        for one in own
                    ],
                    dtype=bool,
                )
                yield kind, row["id"], measured.measures[own], right


def fit(found):
    used = [one for one in found if len(one[3]) > 1 and one[3].any()]
    rows = np.concatenate([one[2] for one in used])
    right = np.concatenate([one[3] for one in used])
    sizes = np.array([len(one[3]) for one in used])
    starts, own = (
        np.concatenate([[0], np.cumsum(sizes)[:-1]]),
        np.repeat(np.arange(len(sizes)), sizes),
    )
    weight = np.array([WEIGHTS[one[0]] for one in used])
    spread = rows.std(0) + 1e-6
    rows = rows / spread
    first = np.zeros(rows.shape[1])
    first[0] = spread[0] * START
    at, mean, square = first.copy(), 0.0, 0.0
    for step in range(1, STEPS + 1):
        value = rows @ at
        raised = np.exp(value - np.maximum.reduceat(value, starts)[own])
        share = raised / np.add.reduceat(raised, starts)[own]
        wanted = raised * right
        wanted = wanted / (np.add.reduceat(wanted, starts)[own] + 1e-12)
        slope = rows.T @ ((share - wanted) * weight[own]) / weight.sum() + PENALTY * (at - first)
        mean, square = 0.9 * mean + 0.1 * slope, 0.999 * square + 0.001 * slope**2
        at = at - RATE * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
    return at / spread


def right_share(judged):
    """Share of names whose first place is right, by set; names without places are wrong."""
    hits, all_of = Counter(), Counter()
    for kind, _, rows, right, weights in judged:
        all_of[kind] += 1
        hits[kind] += bool(len(right)) and bool(right[np.argmax(rows @ weights)])
    return {kind: round(hits[kind] / all_of[kind], 4) for kind in sorted(all_of)}


def check(found):
    rules = np.eye(len(FEATURES))[0]
    print("rules", right_share([(*one, rules) for one in found]))
    documents = sorted({one[1] for one in found})
    random.Random(7).shuffle(documents)
    judged = []
    for fold in range(FOLDS):
        held = set(documents[fold::FOLDS])
        weights = fit([one for one in found if one[1] not in held])
        judged += [(*one, weights) for one in found if one[1] in held]
    print("held out", right_share(judged))
    for own, other in (("lgl", "geovirus"), ("geovirus", "lgl")):
        weights = fit([one for one in found if one[0].startswith(own)])
        print(
            own,
            "to",
            other,
            right_share([(*one, weights) for one in found if one[0].startswith(other)]),
        )
    return right_share([(*one, rules) for one in found]), right_share(judged)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("what", choices=("check", "fit"))
    parser.add_argument("source", type=Path)
    parser.add_argument("target", type=Path, nargs="?")
    parser.add_argument("--cache", type=Path, default=Path("place_ranker.cache"))
    given = parser.parse_args()
    found = list(examples(parsed(given.source, given.cache)))
    rules, held = check(found)
    if given.what == "fit":
        weights = fit(found)
        path = given.target.with_suffix(".npz")
        np.savez(path, weights=weights)
        card = {
            "name": "place_ranker",
            "made_by": "training/place_ranker.py",
            "date": date.today().isoformat(),
            "method": "log-linear choice among the places of a name, drawn to the rules' own order",
            "features": list(FEATURES),
            "trained_on": "development halves of LGL (Lieberman, Samet and Sankaranarayanan 2010) and GeoVirus (Gritta et al. 2018)",
            "examples": dict(Counter(one[0] for one in found)),
            "measured": {
                "what": "share of recognised names whose likeliest place is within 161 km; five folds by document",
                "rules alone": rules,
                "held out": held,
            },
            "weights": dict(zip(FEATURES, (round(float(one), 3) for one in weights), strict=True)),
            "sha256": sha256(path.read_bytes()).hexdigest(),
        }
        given.target.with_suffix(".json").write_text(json.dumps(card, indent=1) + "\n")


if __name__ == "__main__":
    main()
