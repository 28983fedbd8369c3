"""Train the trees that judge whether two sets of articles tell of one event.

    python training/story_links.py measure ../shared/bench CACHE.pkl     (reads and encodes, five minutes)
    python training/story_links.py check CACHE.pkl                       (folds by story, and each corpus left out)
    python training/story_links.py fit CACHE.pkl ../shared/bench src/firsthand/tables/data/story_links

Needs lightgbm beside Firsthand. Stories are those of the development halves of BASIL, the Gun
Violence Corpus, ECB+ and the UCI news headlines. What is learned from are pairs of sets as the
linkage meets them: stories thinned at random and closed by average linkage at a random threshold,
cut where an event ends, some sets of one story joined. In some draws the days of publication are
taken away, in some all but the headlines, so that no such trait of a corpus is learned as one of
its stories. In half of them, half of the stories have a twin: the same words with other names.
"""

import gzip, hashlib, json, pickle, re, sys, zlib
from collections import defaultdict
from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np

FOLDS = 5
DEPTH, LEAVES, ROUNDS, RATE, LEAST, DRAWS = 5, 14, 300, 0.08, 40, 14
SETS = {"basil": 1.5, "gvc": 1.0, "ecbplus": 1.0, "uci_headlines": 1.0}
"""Corpora with the weight of each."""

STREAMS = (*SETS, "mixedstream")
TWINS, TWIN = ("gvc", "ecbplus", "basil"), " (twin)"
"""Corpora of which twins are made (`twins_of`), and what marks the name of such a story."""

JOIN = -0.2
MOST = {True: 6000, False: 12000}


def rows(path):
    with gzip.open(path, "rt") if path.suffix == ".gz" else path.open() as lines:
        return [json.loads(line) for line in lines]


def files(name):
    return [f"stories/dev/stories_{name}.{what}" for what in ("docs.jsonl.gz", "gold.jsonl")]


def measure(bench, out):
    sys.path.insert(0, str(Path(__file__).parent.parent))
    from bench.doors.corpora import articles
    from firsthand.copies import copy_groups, copy_links
    from firsthand.extract.plain import plain_article
    from firsthand.stories import card
    from firsthand.stories.units import units

    found = {}
    for name in STREAMS:
        docs, gold_file = (bench / one for one in files(name))
        texts = articles(docs)
        every = list(texts.values())
        gold = {row["id"]: row for row in rows(gold_file)}
        ids = defaultdict(list)
        for row, article in texts.items():
            ids[article.id].append(row)
        by_id = {one.id: one for one in every}
        cards, briefs, stories, told = [], [], [], []
        spoken = units(by_id, copy_groups(every, copy_links(every)))
        for unit in sorted(spoken, key=lambda one: one.speaker):
            article = by_id[unit.speaker]
            cards.append(card(article))
            alone = article.title and plain_article(
                article.title, item=article.title, title=article.title, published=article.published
            )
            briefs.append(replace(card(alone), article=article.id) if alone else None)
            told.append([row for one in unit.articles for row in ids[one]])
            stories.append(next((gold[row]["story"] or "" for row in told[-1]), ""))
        twins = twins_of([by_id[one.article] for one in cards], stories) if name in TWINS else {}
        found[name] = {
            "cards": cards, "briefs": briefs, "twins": twins, "stories": np.array(stories), "rows": told,
            "gold": {row: one["story"] for row, one in gold.items() if one["story"]},
            "topics": {one["story"]: str(one.get("topic") or one["story"]) for one in gold.values()},
        }  # fmt: skip
        print(name, len(cards))
    out.write_bytes(pickle.dumps(found))


def twins_of(articles, stories):
    """Cards of invented events that are told in the very words of real ones.

    In each story of a half, all words of names are exchanged for those of another story, the same
    everywhere in it, and numbers are shifted: an event of the same kind with other people in other
    places. Such are rare in the corpora and common in the news.
    """
    from firsthand.extract.plain import plain_article
    from firsthand.stories import card

    of_story = defaultdict(list)
    for article, story in zip(articles, stories, strict=True):
        if story and zlib.crc32(story.encode()) % 2:
            of_story[story].append(article)
    ordered = sorted(of_story)
    names = {
        story: sorted({name for one in of_story[story] for name, _ in card(one).names})
        for story in ordered
    }
    found = {}
    for at, story in enumerate(ordered):
        given = names[ordered[(at + 1) % len(ordered)]]
        other = (
            {name: given[index % len(given)] for index, name in enumerate(names[story])}
            if given
            else {}
        )
        shift = 1 + at % 7
        changed = lambda text: re.sub(
            r"[^\W_]+", lambda m: exchanged(m.group(), other, shift), text
        )
        for one in of_story[story]:
            twin = plain_article(
                changed(one.text),
                item=one.id,
                title=one.title and changed(one.title),
                published=one.published,
            )
            found[one.id] = replace(card(twin), article=f"{one.id}-twin")
    return found


def exchanged(word, other, shift):
    if word.isdigit() and len(word) < 3:
        return str(int(word) + shift)
    new = other.get(word.lower())
    if new is None or not word[0].isupper():
        return word
    return new.upper() if word.isupper() and len(word) > 1 else new.capitalize()


def draw(one, rng, kept):
    """Sets of cards with their story, as a linkage at some threshold would have left them."""
    from firsthand.stories.linkage import average_linkage
    from firsthand.stories.linking import DEFAULT, scored

    stories = one["stories"]
    chosen = []
    for story in sorted(kept):
        members = np.flatnonzero(stories == story)
        size = int(np.ceil(len(members) ** rng.uniform())) if rng.random() < 0.7 else len(members)
        chosen += rng.permutation(members)[:size].tolist()
    cards = [one["cards"][index] for index in sorted(chosen)]
    gold = [stories[index] for index in sorted(chosen)]
    if rng.random() < 0.25 and one["briefs"][0] is not None:
        briefs = [one["briefs"][index] for index in sorted(chosen)]
        share = rng.choice([0.3, 1.0])
        cards = [
            brief if brief and rng.random() < share else card
            for card, brief in zip(cards, briefs, strict=True)
        ]
    elif one["twins"] and rng.random() < 0.5:
        twins = [
            (one["twins"][card.article], story)
            for card, story in zip(cards, gold, strict=True)
            if card.article in one["twins"]
        ]
        days = dict(zip(sorted(kept), rng.integers(0, 6, len(kept)).tolist(), strict=True))
        cards += [replace(twin, day=twin.day and twin.day + days[story]) for twin, story in twins]
        gold += [story + TWIN for _, story in twins]
        order = np.argsort([card.article for card in cards], kind="stable")
        cards, gold = [cards[at] for at in order], [gold[at] for at in order]
    if rng.random() < 0.3:
        cards = [replace(card, day=None) for card in cards]
    pairs = scored(cards)
    labels = average_linkage(
        len(cards), pairs.first, pairs.second, pairs.odds,
        threshold=rng.uniform(0, 3.5), floor=DEFAULT.floor,
    )  # fmt: skip
    # A set of two events is cut into its events; some sets of one event are joined.
    sets = defaultdict(list)
    for index, label in enumerate(labels.tolist()):
        sets[gold[index], label].append(index)
    if rng.random() < 0.6:
        share, joined, home = rng.uniform(), defaultdict(list), {}
        for story, label in sorted(sets):
            into = (
                home.setdefault(story, (story, label)) if rng.random() < share else (story, label)
            )
            joined[into] += sets[story, label]
        sets = joined
    ordered = sorted(sets)
    number = {index: at for at, key in enumerate(ordered) for index in sets[key]}
    strong = pairs.odds >= DEFAULT.threshold - 0.5
    near = {
        tuple(sorted((number[i], number[j])))
        for i, j in zip(pairs.first[strong].tolist(), pairs.second[strong].tolist(), strict=True)
    }
    return (
        cards,
        [sets[key] for key in ordered],
        [key[0] for key in ordered],
        sorted(p for p in near if p[0] != p[1]),
    )


def examples(one, rng, kept):
    """Columns, labels, stories of both sides and weights of a draw."""
    from firsthand.stories.merging import FEATURES, joined, measured, summary

    cards, sets, gold, near = draw(one, rng, kept)
    wanted = {True: [], False: []}
    for a, b in near:
        wanted[gold[a] == gold[b]].append((a, b))
    pairs = []
    for label, each in wanted.items():
        at = rng.permutation(len(each))[: MOST[label]]
        pairs += [each[index] for index in sorted(at)]
    whole = {
        index: joined([summary(cards[at]) for at in sets[index]])
        for index in sorted({x for p in pairs for x in p})
    }
    others = defaultdict(list)
    for a, b in pairs:
        others[a].append(b)
    columns, label, sides, weight = [np.zeros((0, len(FEATURES)), np.float32)], [], [], []
    for a, bs in sorted(others.items()):
        columns.append(measured(whole[a], [whole[b] for b in bs]))
        label += [gold[a] == gold[b] for b in bs]
        sides += [(gold[a], gold[b]) for b in bs]
        weight += [min(len(sets[a]), len(sets[b])) ** 0.5 for b in bs]
    return np.concatenate(columns), np.array(label, dtype=bool), sides, np.array(weight)


def drawn(sets):
    """Examples by corpus; a story's topic decides its fold, so all are drawn once."""
    found = {}
    for name in SETS:
        rng = np.random.default_rng(zlib.crc32(name.encode()))
        kept = sorted(set(sets[name]["gold"].values()))
        parts = [
            examples(sets[name], rng, kept)
            for _ in range(DRAWS * (3 if name in ("basil", "gvc") else 1))
        ]
        found[name] = (
            np.concatenate([part[0] for part in parts]), np.concatenate([part[1] for part in parts]),
            [side for part in parts for side in part[2]], np.concatenate([part[3] for part in parts]),
        )  # fmt: skip
        print(name, found[name][0].shape, round(float(found[name][1].mean()), 3), flush=True)
    return found


def fold(name, topic):
    return zlib.crc32(f"{name} {topic}".encode()) % FOLDS


def fitted(found, keep, rounds=ROUNDS):
    """Trees on the examples for whose corpus and both stories `keep` holds."""
    import lightgbm
    from firsthand.stories.merging import FEATURES

    columns, labels, weights = [], [], []
    for name, (rows_, label, sides, weight) in found.items():
        at = np.array(
            [
                keep(name, a.removesuffix(TWIN)) and keep(name, b.removesuffix(TWIN))
                for a, b in sides
            ],
            dtype=bool,
        )
        if not at.any():
            continue
        label, weight = label[at], weight[at]
        # Each corpus counts the same, and in it what is one event as much as what is two.
        for value in (True, False):
            weight[label == value] *= SETS[name] / max(weight[label == value].sum(), 1e-9)
        columns.append(rows_[at]), labels.append(label), weights.append(weight)
    weight = np.concatenate(weights)
    return lightgbm.train(
        {
            "objective": "binary", "num_leaves": LEAVES, "max_depth": DEPTH, "learning_rate": RATE,
            "min_data_in_leaf": LEAST, "feature_fraction": 0.5, "lambda_l2": 5.0, "seed": 1,
            "deterministic": True, "force_row_wise": True, "num_threads": 1, "verbosity": -1,
            "monotone_constraints": [direction(one) for one in FEATURES],
        },
        lightgbm.Dataset(np.concatenate(columns), np.concatenate(labels), weight=weight * len(weight) / weight.sum()),
        num_boost_round=rounds,
    )  # fmt: skip


def direction(feature):
    """Whether more of it speaks for one event (1), against (-1), or either way (0)."""
    if feature in ("days between", "named days between") or feature.endswith("apart"):
        return -1
    if feature.endswith(("mean", "wholes")) or feature == "likeness":
        return 1
    return 0


def clusters(one, judged):
    """Rows of each event found."""
    from firsthand.stories.closing import closed
    from firsthand.stories.linking import scored

    cards = one["cards"]
    pairs = scored(cards)
    sets = defaultdict(list)
    for members, label in zip(
        one["rows"],
        closed(cards, pairs.first, pairs.second, pairs.odds, judged=judged).tolist(),
        strict=True,
    ):
        sets[label] += members
    return list(sets.values())


def bcubed(one, sets, kept=None):
    """BCubed F1, precision and recall over the rows of the kept stories, among all labelled rows."""
    gold = one["gold"]
    home = {row: at for at, members in enumerate(sets) for row in members if row in gold}
    by_story, by_set, cell = defaultdict(int), defaultdict(int), defaultdict(int)
    for row, story in gold.items():
        by_story[story] += 1
        by_set[home[row]] += 1
        cell[story, home[row]] += 1
    seen = [(n, story, at) for (story, at), n in cell.items() if kept is None or story in kept]
    total = sum(n for n, _, _ in seen)
    precision = sum(n * n / by_set[at] for n, _, at in seen) / total
    recall = sum(n * n / by_story[story] for n, story, _ in seen) / total
    return 2 * precision * recall / (precision + recall), precision, recall


def judge(model, join=JOIN):
    """The model as `closed` asks for it."""
    from firsthand.stories.merging import measured
    from firsthand.tables.trees import Trees

    packed = as_arrays(model)
    trees = Trees(
        **{
            key: each.astype(np.int32 if key == "feature" else np.float32)
            for key, each in packed.items()
        }
    )
    return lambda one, others: np.round(trees.odds(measured(one, others)) - join, 4)


def check(cache):
    sets = pickle.loads(cache.read_bytes())
    kept = cache.with_suffix(".drawn.pkl")
    if not kept.exists():
        kept.write_bytes(pickle.dumps(drawn(sets)))
    found = pickle.loads(kept.read_bytes())
    say = lambda title, name, one: print(title, name, *(round(x, 4) for x in one), flush=True)
    model = fitted(found, lambda name, story: True)
    for name in STREAMS:
        say("trained on all", name, bcubed(sets[name], clusters(sets[name], judge(model))))
    for name in STREAMS:
        out = "basil" if name == "mixedstream" else name
        model = fitted(found, lambda other, story: other != out)
        say("corpus left out", name, bcubed(sets[name], clusters(sets[name], judge(model))))
    for name, one in folds(sets, found).items():
        say("folds by topic", name, one)


def folds(sets, found):
    """BCubed F1, precision and recall: every story is judged by trees that have seen neither it nor its topic, amid the whole stream."""
    parts = defaultdict(list)
    for number in range(FOLDS):
        model = fitted(found, lambda name, story: fold(name, sets[name]["topics"][story]) != number)
        for name in STREAMS:
            other = "basil" if name == "mixedstream" else name
            held = {
                story
                for story in sets[name]["gold"].values()
                if fold(other, sets[name]["topics"][story]) == number
            }
            _, precision, recall = bcubed(sets[name], clusters(sets[name], judge(model)), held)
            parts[name].append(
                (precision, recall, sum(story in held for story in sets[name]["gold"].values()))
            )
    told = {}
    for name, each in parts.items():
        total = sum(n for _, _, n in each)
        p, r = (sum(part[at] * part[2] for part in each) / total for at in (0, 1))
        told[name] = (2 * p * r / (p + r), p, r)
    return told


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
            feature[tree, at] = node["split_feature"]
            threshold[tree, at] = np.float32(node["threshold"])
            fill(tree, node["left_child"], 2 * at + 1, depth + 1)
            fill(tree, node["right_child"], 2 * at + 2, depth + 1)

    for tree, one in enumerate(dump):
        fill(tree, one["tree_structure"], 0, 0)
    return {"feature": feature, "threshold": threshold, "value": value}


def fit(cache, bench, out):
    from firsthand.stories.merging import FEATURES

    sets = pickle.loads(cache.read_bytes())
    found = pickle.loads(cache.with_suffix(".drawn.pkl").read_bytes())
    model = fitted(found, lambda name, story: True)
    np.savez_compressed(out.with_suffix(".npz"), **as_arrays(model))
    out.with_suffix(".json").write_text(json.dumps({
        "name": "story_links", "made_by": "training/story_links.py", "date": date.today().isoformat(),
        "method": f"gradient-boosted trees ({ROUNDS} of at most {LEAVES} leaves, depth {DEPTH}, monotone) over what two sets of articles share; sets as linkages at random thresholds leave them",
        "features": list(FEATURES), "join": JOIN,
        "data": {"basil": "BASIL, development half", "gvc": "Gun Violence Corpus, development half", "ecbplus": "ECB+, development half (CC BY 3.0)", "uci_headlines": "UCI News Aggregator, development half (CC BY 4.0)"},
        "files": {one: hashlib.sha256((bench / one).read_bytes()).hexdigest() for name in SETS for one in files(name)},
        "pairs": {name: len(one[1]) for name, one in found.items()},
        "bcubed_f1_on_what_it_was_trained_on": {name: round(bcubed(sets[name], clusters(sets[name], judge(model)))[0], 4) for name in STREAMS},
        "bcubed_f1_five_fold_by_topic": {name: round(one[0], 4) for name, one in folds(sets, found).items() if name in SETS},
        "licence": "Apache-2.0",
        "sha256": hashlib.sha256(out.with_suffix(".npz").read_bytes()).hexdigest(),
    }, indent=1) + "\n")  # fmt: skip


if __name__ == "__main__":
    command, *paths = sys.argv[1:]
    {"measure": measure, "check": check, "fit": fit}[command](*map(Path, paths))
