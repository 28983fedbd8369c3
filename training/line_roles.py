"""Train the line model: which lines of a page dump are article text.

    python training/line_roles.py features ../shared/bench/extract/dev OUT.npz     (Firsthand's environment)
    python training/line_roles.py fit OUT.npz src/firsthand/tables/data/line_roles (scikit-learn)

Labels: a line is article text when most of its words in fours stand in the hand-made text.
"""

import gzip, json, re, sys
from pathlib import Path
import numpy as np


def features(folder, out):
    from firsthand.extract.line_features import line_features
    from firsthand.extract.lines import lines_of, unwrapped

    gold = {}
    for row in map(json.loads, open(folder / "gold.jsonl", encoding="utf-8")):
        if row["gold"].get("text"):
            gold[row["id"]] = row["gold"]["text"]
    X, y, g = [], [], []
    with gzip.open(folder / "dumps.jsonl.gz", "rt", encoding="utf-8") as dumps:
        for number, row in enumerate(map(json.loads, dumps)):
            if row["id"] not in gold:
                continue
            raw = row["text"].replace("\r\n", "\n").replace("\r", "\n")
            lines = unwrapped(raw, lines_of(raw))
            whole = re.sub(r"\W+", "", gold[row["id"]])
            tokens = re.findall(r"\w+", gold[row["id"]])
            fours = {tuple(tokens[i : i + 4]) for i in range(len(tokens))}
            for line in lines:
                own = re.findall(r"\w+", line.text)
                grams = [tuple(own[i : i + 4]) for i in range(max(1, len(own) - 3))]
                if len(own) >= 4:
                    y.append(sum(one in fours for one in grams) >= 0.5 * len(grams))
                else:
                    squeezed = "".join(own)
                    y.append(
                        bool(squeezed)
                        and any(
                            re.sub(r"\W+", "", p) == squeezed for p in gold[row["id"]].split("\n")
                        )
                    )
            X.append(line_features(lines))
            g += [number] * len(lines)
    np.savez_compressed(out, X=np.vstack(X), y=np.array(y), g=np.array(g))


def fit(data, out):
    from sklearn.ensemble import HistGradientBoostingClassifier
    from sklearn.metrics import f1_score, log_loss

    d = np.load(data)
    X, y, g = d["X"], d["y"], d["g"]
    make = lambda: HistGradientBoostingClassifier(
        max_iter=120,
        max_leaf_nodes=15,
        learning_rate=0.08,
        min_samples_leaf=40,
        l2_regularization=1.0,
        random_state=0,
    )
    scores = []
    for fold in range(3):
        test = (g % 3) == fold
        model = make().fit(X[~test], y[~test])
        p = model.predict_proba(X[test])[:, 1]
        w = X[test][:, 0] + 1
        scores.append(
            [
                f1_score(y[test], p > 0.5),
                f1_score(y[test], p > 0.5, sample_weight=w),
                log_loss(y[test], p),
            ]
        )
        print(scores[-1])
    model = make().fit(X, y)
    trees = [one[0].nodes for one in model._predictors]
    size = max(map(len, trees))
    pad = lambda name, kind: np.array(
        [np.pad(t[name].astype(kind), (0, size - len(t))) for t in trees]
    )
    np.savez_compressed(
        str(out) + ".npz",
        feature=pad("feature_idx", np.int16),
        threshold=pad("num_threshold", np.float32),
        left=pad("left", np.int16),
        right=pad("right", np.int16),
        leaf=pad("is_leaf", bool),
        value=pad("value", np.float32),
        base=np.float32(np.ravel(model._baseline_prediction)[0]),
    )
    card = {
        "name": "line_roles",
        "made_by": "training/line_roles.py",
        "data": "text dumps of 710 public news and other pages with hand-made article texts (development half)",
        "lines": int(len(y)),
        "texts": int(len(set(g.tolist()))),
        "method": "gradient-boosted trees (histogram), 120 trees of 15 leaves",
        "three_fold": {
            "line_f1": round(float(np.mean([s[0] for s in scores])), 4),
            "line_f1_weighted_by_words": round(float(np.mean([s[1] for s in scores])), 4),
        },
        "licence": "Apache-2.0",
    }
    Path(str(out) + ".json").write_text(json.dumps(card, indent=1) + "\n")
    print(card, Path(str(out) + ".npz").stat().st_size)


if __name__ == "__main__":
    {"features": features, "fit": fit}[sys.argv[1]](Path(sys.argv[2]), Path(sys.argv[3]))
