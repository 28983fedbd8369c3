"""Train the page model: which lines of a page are its article.

    python training/page_lines.py measure ../shared/bench/extract/dev OUT.pkl
    python training/page_lines.py fit OUT.pkl src/firsthand/tables/data/page_lines [FOLDS.pkl]   (needs lightgbm)
    python training/page_lines.py predict FOLDS.pkl ../shared/bench/extract/dev OUT.jsonl

`fit` writes the shipped model, trained on all pages, and to FOLDS.pkl one for each fold; `predict`
runs the whole extraction, each page with the model that has not seen its site.

Labels: the page's words are aligned with the hand-made text, in order, by runs of words that both
hold once; a line is article text when at least half of its words are matched. Folds are by site.
"""

import gzip, hashlib, json, pickle, re, sys
from bisect import bisect_left
from collections import Counter
from datetime import date
from pathlib import Path

import numpy as np

FOLDS = 5
FIRST = dict(n_estimators=120, learning_rate=0.1)
SECOND = dict(n_estimators=80, learning_rate=0.08)
DEPTH = 6
WORD = re.compile(
    r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]|[^\W\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+"
)


def once(words, run):
    spots = {}
    for i in range(len(words) - run + 1):
        key = tuple(words[i : i + run])
        spots[key] = -1 if key in spots else i
    return {key: i for key, i in spots.items() if i >= 0}


def longest_rise(pairs):
    ends, chosen, back = [], [], [-1] * len(pairs)
    for k, (_, b) in enumerate(pairs):
        i = bisect_left(ends, b)
        ends[i : i + 1], chosen[i : i + 1] = [b], [k]
        back[k] = chosen[i - 1] if i else -1
    rise, k = [], chosen[-1] if chosen else -1
    while k >= 0:
        rise.append(pairs[k])
        k = back[k]
    return rise[::-1]


def aligned(page, gold):
    match = [-1] * len(page)

    def part(pa, pb, ga, gb, depth):
        if pa >= pb or ga >= gb:
            return
        p, g = page[pa:pb], gold[ga:gb]
        for run in (5, 3, 2, 1):
            if depth > 3 and run > 1:
                continue
            mine, theirs = once(p, run), once(g, run)
            pairs = sorted((mine[k], theirs[k]) for k in mine.keys() & theirs.keys())
            if run == 1 and pb - pa > 4 * (gb - ga) + 20:
                pairs = []
            if pairs:
                break
        else:
            return
        spots, last = [], (-1, -1)
        for a, b in longest_rise(pairs):
            for k in range(run):
                if a + k > last[0] and b + k > last[1]:
                    last = (a + k, b + k)
                    spots.append(last)
        for a, b in spots:
            match[pa + a] = ga + b
        if depth < 6:
            before = (-1, -1)
            for a, b in [*spots, (pb - pa, gb - ga)]:
                if a > before[0] + 1 and b > before[1] + 1:
                    part(pa + before[0] + 1, pa + a, ga + before[1] + 1, ga + b, depth + 1)
                before = (a, b)

    part(0, len(page), 0, len(gold), 0)
    return match


def shares(texts, gold):
    words = [WORD.findall(text) for text in texts]
    match = aligned([w for one in words for w in one], WORD.findall(gold))
    hits, at = [], 0
    for one in words:
        hits.append(sum(m >= 0 for m in match[at : at + len(one)]) / max(1, len(one)))
        at += len(one)
    return np.array(hits), np.array([len(one) for one in words])


def fold_of(site):
    return int(hashlib.md5(site.encode()).hexdigest(), 16) % FOLDS


def measure(folder, out):
    from firsthand.extract.page_body import told_of
    from firsthand.extract.page_features import page_features
    from firsthand.extract.page_lines import page_view, parsed
    from firsthand.extract.structured import page_facts
    from firsthand.read import capture_from

    gold = {
        row["id"]: row for row in map(json.loads, open(folder / "gold.jsonl", encoding="utf-8"))
    }
    pages = []
    for row in map(json.loads, open(folder / "pages.jsonl", encoding="utf-8")):
        text = gold[row["id"]]["gold"].get("text")
        if not text:
            continue
        capture = capture_from(
            row["id"], gzip.decompress((folder / row["html"]).read_bytes()), url=row["url"]
        )
        tree = parsed(capture.item, capture.text)
        view = page_view(tree)
        if not view.lines:
            continue
        y, n = shares([line.text for line in view.lines], text)
        X = page_features(view, told_of(capture.text, view, page_facts(tree, url=row["url"])))
        site = gold[row["id"]].get("site") or row["id"]
        pages.append(dict(id=row["id"], site=site, view=view, X=X, y=y, n=n))
    pickle.dump(pages, open(out, "wb"))


def weights(page):
    own = np.minimum(page["n"], 60) + 2.0
    kept = (page["n"] * (page["y"] >= 0.5)).sum() + 60
    return own / np.sqrt(kept * own.sum()) * 150


def fitted(pages, rows, **settings):
    import lightgbm

    model = lightgbm.LGBMClassifier(
        num_leaves=15, max_depth=DEPTH, min_child_samples=40, subsample=0.8, subsample_freq=1,
        colsample_bytree=0.4, reg_lambda=5.0, random_state=0, n_jobs=1, deterministic=True, verbose=-1, **settings,
    )  # fmt: skip
    y = np.concatenate([page["y"] >= 0.5 for page in pages])
    return as_arrays(
        model.fit(
            np.vstack(rows), y, sample_weight=np.concatenate([weights(page) for page in pages])
        )
    )


def as_arrays(model):
    from firsthand.tables.trees import Trees

    inner = 2**DEPTH - 1
    dump = model.booster_.dump_model()["tree_info"]
    feature, threshold = (
        np.zeros((len(dump), inner), np.int16),
        np.full((len(dump), inner), np.inf, np.float32),
    )
    value = np.zeros((len(dump), inner + 1), np.float32)

    def fill(tree, node, at):
        if "split_feature" in node and at < inner:
            assert node["decision_type"] == "<="
            feature[tree, at], threshold[tree, at] = node["split_feature"], node["threshold"]
            fill(tree, node["left_child"], 2 * at + 1)
            fill(tree, node["right_child"], 2 * at + 2)
        elif at < inner:
            fill(tree, node, 2 * at + 1)
        else:
            value[tree, at - inner] = node["leaf_value"]

    for tree, info in enumerate(dump):
        fill(tree, info["tree_structure"], 0)
    return Trees(feature=feature.astype(np.int32), threshold=threshold, value=value)


def crossed(pages, rows, settings):
    """Out-of-fold log odds of each page's lines, and the models."""
    odds, models = [None] * len(pages), []
    for fold in range(FOLDS):
        own = [i for i, page in enumerate(pages) if fold_of(page["site"]) != fold]
        models.append(fitted([pages[i] for i in own], [rows[i] for i in own], **settings))
        for i, page in enumerate(pages):
            if fold_of(page["site"]) == fold:
                odds[i] = models[-1].odds(rows[i])
    return odds, models


def both(pages):
    from firsthand.extract.page_smoothing import second_features

    first = [page["X"] for page in pages]
    odds, models = crossed(pages, first, FIRST)
    second = [second_features(page["view"], page["X"], own) for page, own in zip(pages, odds)]
    return first, odds, models, second, *crossed(pages, second, SECOND)


def scores(pages, odds):
    found = Counter()
    for page, own in zip(pages, odds):
        kept, true = own > 0, page["y"] >= 0.5
        for name, n in (("line", np.ones(len(own))), ("word", page["n"])):
            found[name, "tp"] += n[kept & true].sum()
            found[name, "fp"] += n[kept & ~true].sum()
            found[name, "fn"] += n[~kept & true].sum()
    f1 = lambda name: (
        2 * found[name, "tp"] / (2 * found[name, "tp"] + found[name, "fp"] + found[name, "fn"])
    )
    return {
        "line_f1": round(float(f1("line")), 4),
        "line_f1_weighted_by_words": round(float(f1("word")), 4),
    }


def saved(path, first, second):
    np.savez_compressed(
        str(path) + ".npz",
        **{
            f"{name}_{field}": getattr(trees, field).astype(
                np.int16 if field == "feature" else np.float32
            )
            for name, trees in (("first", first), ("second", second))
            for field in ("feature", "threshold", "value")
        },
    )


def fit(data, out, kept=None):
    pages = pickle.load(open(data, "rb"))
    first, odds, ones, second, smoothed, twos = both(pages)
    if kept is not None:
        pickle.dump((ones, twos), open(kept, "wb"))
    saved(out, fitted(pages, first, **FIRST), fitted(pages, second, **SECOND))
    npz = Path(str(out) + ".npz")
    card = {
        "name": "page_lines",
        "made_by": "training/page_lines.py",
        "date": date.today().isoformat(),
        "data": f"{len(pages)} public news and other pages with hand-made article texts (development half)",
        "lines": int(sum(map(len, odds))),
        "method": f"two sets of gradient-boosted trees (LightGBM, {FIRST['n_estimators']} and {SECOND['n_estimators']} trees, depth {DEPTH}), the second over the first's out-of-fold odds",
        "five_fold_by_site": {"first": scores(pages, odds), "both": scores(pages, smoothed)},
        "licence": "Apache-2.0",
        "sha256": hashlib.sha256(npz.read_bytes()).hexdigest(),
    }
    Path(str(out) + ".json").write_text(json.dumps(card, indent=1) + "\n")
    print(card, npz.stat().st_size)


def predict(kept, folder, out):
    from bench.doors import extract as door
    from firsthand.extract import page_trees

    models = [
        page_trees.PageModel(first=one, second=two)
        for one, two in zip(*pickle.load(open(kept, "rb")))
    ]
    sites = {
        row["id"]: row.get("site") or row["id"]
        for row in map(json.loads, open(folder / "gold.jsonl", encoding="utf-8"))
    }
    with open(out, "w", encoding="utf-8") as lines:
        for row in map(json.loads, open(folder / "pages.jsonl", encoding="utf-8")):
            page_trees.page_model = lambda own=models[fold_of(sites[row["id"]])]: own
            lines.write(json.dumps(door._prediction(row, folder), ensure_ascii=False) + "\n")


if __name__ == "__main__":
    {"measure": measure, "fit": fit, "predict": predict}[sys.argv[1]](*map(Path, sys.argv[2:]))
