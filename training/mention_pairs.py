"""Train the trees that judge whether two mentions of one story name one happening, or one thing.

    python training/mention_pairs.py measure ../shared/bench CACHE.pkl       (parses and encodes, ten minutes)
    python training/mention_pairs.py check CACHE.pkl ../shared/bench         (five folds by topic)
    python training/mention_pairs.py fit CACHE.pkl ../shared/bench src/firsthand/tables/data/mention_pairs

Needs lightgbm beside Firsthand. Mentions and chains are those of the development halves of ECB+ and
of the Gun Violence Corpus; stories are those that Firsthand finds itself, so that the trees see the
events of neighbouring stories that will be put together. A fold holds whole topics: no happening of
a topic is trained on and tested. ECB+ labels chains in chosen sentences only; its other mentions are
labelled as alone and are kept in training, as they will be given beside the others.
"""

import gzip, hashlib, json, pickle, sys
from collections import Counter, defaultdict
from datetime import date
from pathlib import Path

import numpy as np

FOLDS = 5
DEPTH, LEAVES, ROUNDS, RATE = 7, 31, 150, 0.08
GVC_WEIGHT = 3.0
JOIN = {"event": (-2, -1.5, -1.25, -1, -0.75, -0.5), "entity": (-1, -0.5, -0.25, 0)}
SETS = {"ecbplus": "ECB+", "gvc": "GVC"}
FILES = [
    f"stories/dev/{kind}_{name}.{what}.jsonl.gz"
    for name in SETS
    for kind, what in (("coref", "mentions"), ("stories", "docs"))
]


def rows(path):
    return [
        json.loads(line)
        for line in (gzip.open(path, "rt") if path.suffix == ".gz" else path.open())
    ]


def mentions_of(bench, name):
    return rows(bench / f"stories/dev/coref_{name}.mentions.jsonl.gz")


def measure(bench, out):
    sys.path.insert(0, str(Path(__file__).parent.parent))
    from bench.doors.corpora import articles
    from firsthand.annotate import Annotator
    from firsthand.copies import copy_groups, copy_links
    from firsthand.domain import Span
    from firsthand.stories import stories
    from firsthand.stories.chaining import seen_of
    from firsthand.stories.slots import token_tree
    from firsthand.stories.told import told

    cached = out.with_suffix(".readings.pkl")
    readings = pickle.loads(cached.read_bytes()) if cached.exists() else {}
    found = []
    for name in SETS:
        texts = articles(bench / f"stories/dev/stories_{name}.docs.jsonl.gz")
        every = list(texts.values())
        story_of = {
            article: story.id
            for story in stories(every, copy_groups(every, copy_links(every)))
            for article in story.articles
        }
        annotator = Annotator()
        gold = {
            row["id"]: row.get("topic") or row["story"]
            for row in rows(bench / f"stories/dev/stories_{name}.gold.jsonl")
        }
        sets = defaultdict(list)
        trees = {}
        for row in mentions_of(bench, name):
            if row["doc"] not in trees:
                if row["doc"] not in readings:
                    readings[row["doc"]] = annotator.read_names(texts[row["doc"]])
                trees[row["doc"]] = token_tree(readings[row["doc"]])
            sort = "event" if row["kind"] == "event" else "entity"
            sets[story_of[texts[row["doc"]].id], sort].append(
                (
                    row["id"],
                    row["chain"],
                    row["scored"],
                    f"{name}{gold[row['doc']]}",
                    told(trees[row["doc"]], Span(row["start"], row["end"])),
                )
            )
        for (story, sort), members in sorted(sets.items()):
            members.sort(key=lambda one: one[0])
            found.append({
                "set": name, "story": story, "sort": sort, "ids": [one[0] for one in members], "chain": [one[1] for one in members],
                "scored": [one[2] for one in members], "topic": [one[3] for one in members], "seen": seen_of([one[4] for one in members]),
            })  # fmt: skip
        cached.write_bytes(pickle.dumps(readings))
    out.write_bytes(pickle.dumps(found))


def with_pairs(sets):
    from firsthand.stories.alike import pairs

    for one in sets:
        got = pairs(one["seen"])
        one["first"], one["second"] = got.first, got.second
        one["columns"] = got.columns.astype(np.float16)
        chain = np.array(one["chain"])
        one["label"] = chain[got.first] == chain[got.second]


def folds(sets):
    topics = sorted(
        {topic for one in sets for topic in one["topic"]},
        key=lambda topic: hashlib.md5(topic.encode()).hexdigest(),
    )
    fold = {topic: at % FOLDS for at, topic in enumerate(topics)}
    return [fold[Counter(one["topic"]).most_common(1)[0][0]] for one in sets], fold


def fitted(sets, seed=1):
    import lightgbm

    columns = np.concatenate([one["columns"] for one in sets]).astype(np.float32)
    label = np.concatenate([one["label"] for one in sets])
    # A story counts by the root of its size: large ones would outvote the rest with pairs alone.
    weight = np.concatenate(
        [
            np.full(
                len(one["label"]),
                (GVC_WEIGHT if one["set"] == "gvc" else 1.0) / len(one["ids"]) ** 0.5,
            )
            for one in sets
        ]
    )
    kept = label | (np.random.RandomState(0).rand(len(label)) < 0.5)
    return lightgbm.train(
        dict(objective="binary", num_leaves=LEAVES, max_depth=DEPTH, learning_rate=RATE, min_data_in_leaf=100, feature_fraction=0.6,
             bagging_fraction=0.7, bagging_freq=1, lambda_l2=5, num_threads=1, verbose=-1, seed=seed, deterministic=True),
        lightgbm.Dataset(columns[kept], label[kept], weight=np.where(label, weight, 2 * weight)[kept]),
        ROUNDS,
    )  # fmt: skip


def out_of_fold(sets, sort):
    """Log odds for the pairs of each set, from trees that saw no topic of its fold."""
    fold, of_topic = folds(sets)
    odds = {}
    for number in range(FOLDS):
        model = fitted([
            one for one in sets if one["sort"] == sort and number not in {of_topic[topic] for topic in one["topic"]}
        ])  # fmt: skip
        for at, one in enumerate(sets):
            if one["sort"] == sort and fold[at] == number:
                odds[at] = model.predict(one["columns"].astype(np.float32), raw_score=True)
    return odds


def clusters(sets, odds, join):
    from firsthand.stories.chaining import joined

    found = {}
    for at, each in odds.items():
        one = sets[at]
        labels = joined(len(one["ids"]), one["first"], one["second"], each, join)
        found |= {
            mention: f"{one['story']}:{one['sort']}:{label}"
            for mention, label in zip(one["ids"], labels.tolist())
        }
    return found


def scores(bench, found):
    sys.path.insert(0, str(bench))
    from score_partition import coref_scores

    told = {}
    for name, shown in SETS.items():
        for what, wanted in (
            ("all mentions", lambda row: True),
            ("events", lambda row: row["kind"] == "event"),
            (
                "events in the chosen sentences",
                lambda row: row["kind"] == "event" and row["scored"],
            ),
            (
                "things in the chosen sentences",
                lambda row: row["kind"] != "event" and row["scored"],
            ),
        ):
            gold = {row["id"]: row["chain"] for row in mentions_of(bench, name) if wanted(row)}
            if gold and all(one in found for one in gold):
                got = coref_scores(gold, {one: found[one] for one in gold})
                told[f"{shown}, {what}"] = round(100 * got["conll_f1"], 1)
    return told


def check(cache, bench):
    sets = pickle.loads(cache.read_bytes())
    with_pairs(sets)
    best = {}
    for sort, joins in JOIN.items():
        odds = out_of_fold(sets, sort)
        best[sort] = odds
        for join in joins:
            print(sort, join, scores(bench, clusters(sets, odds, join)), flush=True)
    cache.with_suffix(".odds.pkl").write_bytes(pickle.dumps(best))
    return sets, best


def as_arrays(model):
    """The trees filled up to their full depth: see `firsthand.tables.trees`."""
    inner = 2**DEPTH - 1
    dump = model.dump_model()["tree_info"]
    feature = np.zeros((len(dump), inner), dtype=np.uint8)
    threshold = np.full((len(dump), inner), np.inf, dtype=np.float32)
    value = np.zeros((len(dump), inner + 1), dtype=np.float32)

    def fill(tree, node, at, depth):
        if depth == DEPTH:
            value[tree, at - inner] = node["leaf_value"]
        elif "leaf_value" in node:
            fill(tree, node, 2 * at + 1, depth + 1)
        else:
            feature[tree, at], threshold[tree, at] = (
                node["split_feature"],
                np.float32(node["threshold"]),
            )
            fill(tree, node["left_child"], 2 * at + 1, depth + 1)
            fill(tree, node["right_child"], 2 * at + 2, depth + 1)

    for tree, one in enumerate(dump):
        fill(tree, one["tree_structure"], 0, 0)
    return {"feature": feature, "threshold": threshold, "value": value.astype(np.float16)}


def fit(cache, bench, out, join):
    from firsthand.stories.alike import FEATURES

    sets = pickle.loads(cache.read_bytes())
    with_pairs(sets)
    saved = pickle.loads(cache.with_suffix(".odds.pkl").read_bytes())
    found = {}
    for sort, odds in saved.items():
        found |= clusters(sets, odds, join[sort])
    arrays = {}
    for sort in JOIN:
        arrays |= {
            f"{sort}_{key}": each
            for key, each in as_arrays(fitted([one for one in sets if one["sort"] == sort])).items()
        }
    np.savez_compressed(out.with_suffix(".npz"), **arrays)
    out.with_suffix(".json").write_text(json.dumps({
        "name": "mention_pairs", "made_by": "training/mention_pairs.py", "date": date.today().isoformat(),
        "method": f"gradient-boosted trees ({ROUNDS} of {LEAVES} leaves, depth {DEPTH}) over what two mentions of a story share; sets by average linkage",
        "features": list(FEATURES), "join": join,
        "data": {"ecbplus": "ECB+, development half: mentions and chains labelled by hand (CC BY 3.0)", "gvc": "Gun Violence Corpus, development half, labelled by hand (no licence stated)"},
        "files": {name: hashlib.sha256((bench / name).read_bytes()).hexdigest() for name in FILES},
        "mentions": {f"{name} {sort}": sum(len(one["ids"]) for one in sets if (one["set"], one["sort"]) == (name, sort)) for name in SETS for sort in JOIN},
        "pairs": {sort: int(sum(len(one["label"]) for one in sets if one["sort"] == sort)) for sort in JOIN},
        "conll_f1_five_fold_by_topic": scores(bench, found),
        "licence": "Apache-2.0",
        "sha256": hashlib.sha256(out.with_suffix(".npz").read_bytes()).hexdigest(),
    }, indent=1, ensure_ascii=False) + "\n")  # fmt: skip


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["measure", bench, cache]:
            measure(Path(bench), Path(cache))
        case ["check", cache, bench]:
            check(Path(cache), Path(bench))
        case ["fit", cache, bench, out, event, entity]:
            fit(
                Path(cache),
                Path(bench),
                Path(out),
                {"event": float(event), "entity": float(entity)},
            )
        case _:
            print(__doc__)
