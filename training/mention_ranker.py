"""Train the ranker of mentions: whom "he", "the company" and "the spokesman" mean.

    python training/mention_ranker.py check ../shared/bench                     (five-fold by document)
    python training/mention_ranker.py fit ../shared/bench src/firsthand/tables/data/mention_ranker

Needs SciPy beside Firsthand. The first run parses the texts (half an hour on one core) and keeps the
parses in --cache. Labels:

- people's own: `speaker` of firsthand.wikinews.dev (with gold sources) and the chains of people and
  bodies of the development half of ECB+ (pronouns and nouns that a named mention shares a chain with);
- silver: `speaker_silver` of PolNeAR train where a coreference system gave a pronoun that is a source
  a name. Names that no candidate has are left out.
"""

import argparse, gzip, json, pickle, re
from collections import Counter, defaultdict
from datetime import date
from hashlib import sha256
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

from firsthand.annotate import Annotator
from firsthand.attribute.antecedents import Antecedents
from firsthand.attribute.candidates import Sort
from firsthand.attribute.mention_measures import FEATURES, NONE_FEATURES
from firsthand.attribute.mention_ranker import MentionRanker
from firsthand.attribute.names import names_of
from firsthand.attribute.relations import relations
from firsthand.attribute.speakers import Speakers
from firsthand.attribute.tree import tree_of
from firsthand.extract import plain_article
from firsthand.tables.cues import cues

SINGULAR, THEY, IT = {"he", "she", "him", "her", "his"}, {"they", "them", "their"}, {"it", "its"}
PRONOUNS = SINGULAR | THEY | IT
SILVER_DOCUMENTS = 130
FOLDS, DECAY, SHARED_DECAY = 5, 0.6, 0.05
WEIGHTS = {"wikinews": 1.0, "ecb": 0.5, "polnear": 0.3}
LEAST = {"person": 0.45, "they": 0.5, "it": 0.5, "holder": 0.6, "body": 0.55}


def words(name):
    return re.findall(r"\w+", (name or "").casefold())


def same(one, other):
    one, other = words(one), words(other)
    return bool(one and other) and (
        one == other
        or (one[-1] == other[-1] and (set(one) <= set(other) or set(other) <= set(one)))
    )


class Recorder:
    """Chooses the labelled candidate, and notes what it chose among."""

    def __init__(self, base):
        self.base, self.label, self.found, self.weight = base, ..., [], 1.0

    def choose(self, reference, candidates, rows, none):
        if self.label is ...:
            return self.base.choose(reference, candidates, rows, none)
        fits = [i for i, one in enumerate(candidates) if same(self.label, one.name)]
        if self.label is None:  # somebody unnamed: the one who spoke last
            fits = [i for i, one in enumerate(candidates) if one.named is None]
        if self.label is not None and not fits:
            return None, 0.0
        target = fits[0] if fits else len(candidates)
        self.found.append((list(Sort).index(reference.sort), rows, none, target, self.weight))
        return (fits[0] if fits else None), 1.0


def plain():
    """Weights to go by before there are any: near, subject, spoke last."""
    weights = np.zeros((len(Sort), len(FEATURES)))
    for name, value in {"one sentence back": 2, "same sentence": 2, "two sentences back": 1, "subject": 1,
                        "spoke last": 2, "spoke before": 1, "known pronoun": 1, "in this office": 3}.items():  # fmt: skip
        weights[:, FEATURES.index(name)] = value
    none = np.zeros((len(Sort), len(NONE_FEATURES)))
    none[:, 0] = 1
    return MentionRanker(weights=weights, none=none, least=np.full(len(Sort), 0.3))


def tokens(tree, spans):
    return frozenset(
        i
        for i, one in enumerate(tree.tokens)
        if any(s < one.end and one.start < e for s, e in spans)
    )


def head_of(tree, held):
    tops = [
        at
        for at in sorted(held)
        if (tree.tokens[at].head not in held or tree.tokens[at].head == at) and tree.is_word(at)
    ]
    return min(tops, key=lambda at: -len(tree.subtree(at) & held)) if tops else None


def of_statements(tree, names, attributions, recorder, label):
    """Resolve the gold sources of a document in order; `label` gives what each means."""
    before = Antecedents(tree, names, chooser=recorder)
    speakers, told = Speakers(tree, names, before), []
    rows = []
    for one in attributions:
        cue, source = tokens(tree, one["cue"]), tokens(tree, one["source"])
        content = tokens(tree, one["content"])
        anchor = head_of(tree, cue) if cue else min(content, default=0)
        rows.append((anchor or 0, one, source))
    for anchor, one, source in sorted(rows, key=lambda row: row[0]):
        recorder.label = label(one, tree, source)
        told.append((one, speakers.resolve(head_of(tree, source), source, anchor)))
    recorder.label = ...
    return told


def of_chains(tree, names, mentions, recorder):
    """Resolve what the speech verbs of a text have as sources, then the labelled mentions."""
    before = Antecedents(tree, names, chooser=recorder)
    speakers = Speakers(tree, names, before)
    chains, place = defaultdict(list), {}
    for one in mentions:
        chains[one["chain"]].append(one)
    for each in chains.values():
        held = [tokens(tree, [(one["start"], one["end"])]) for one in each]
        named = [name.canonical for part in held for name in names.within(part)]
        full = max(named, key=len, default=None)
        for one, part in zip(each, held):
            if full is not None and part:
                place[head_of(tree, part)] = (full, one["text"].lower())
    for one in relations(tree, cues()):
        recorder.label = place.get(one.source_head, (...,))[0]
        if tree.tokens[one.source_head or 0].pos != "PRON":
            recorder.label = ...
        speakers.resolve(one.source_head, one.source, one.anchor)
    for at, (full, text) in sorted(place.items()):
        recorder.label = full
        if text in SINGULAR:
            before.person(at, male=text in {"he", "him", "his"})
        elif text in THEY:
            before.group(at)
        elif text in IT:
            before.body(at)
        elif text.islower() and tree.tokens[at].pos == "NOUN":
            refers = any(tree.lower(kid) in {"the", "this"} for kid in tree.kids(at, "det"))
            lemma = tree.tokens[at].lemma.lower()
            person = any(n.canonical == full and n.kind.value == "person" for n in names.found)
            if refers and person:
                before.likeliest_holder(at, lemma)
            elif refers:
                before.body_called(at, lemma)
    recorder.label = ...


def wikinews_label(one, tree, source):
    return one["speaker"]


def polnear_label(one, tree, source):
    written = " ".join(tree.lower(at) for at in sorted(source))
    silver = one.get("speaker_silver") if one.get("speaker_silver_by") == "dcoref" else None
    return silver if silver and written in SINGULAR else ...


def richness(row):
    """Sorts first what has the most silver labels for its length."""
    silver = sum(one.get("speaker_silver_by") == "dcoref" for one in row["attributions"])
    return -silver / (len(row["text"]) / 1000)


def readings(rows, cache, name):
    path = cache / f"{name}.pkl"
    if path.exists():
        return pickle.loads(path.read_bytes())
    annotator, found = Annotator(), {}
    for row in rows:
        article = plain_article(row["text"], item=row["id"], language="en", title=row.get("title"),
                                published=row.get("date"), outlet=row.get("publisher"))  # fmt: skip
        if article.text == row["text"]:
            found[row["id"]] = annotator.read_names(article)
    path.write_bytes(pickle.dumps(found))
    return found


def lines(path):
    opened = (
        gzip.open(path, "rt", encoding="utf-8")
        if path.suffix == ".gz"
        else open(path, encoding="utf-8")
    )
    with opened:
        return [json.loads(line) for line in opened]


def instances(bench, cache, recorder):
    """What each document of each corpus gives: {corpus: {document: [instance]}}."""
    found = {"wikinews": {}, "ecb": {}, "polnear": {}}
    statements = bench / "statements" / "dev"
    for corpus, file, label in (
        ("wikinews", "firsthand.wikinews.dev", wikinews_label),
        ("polnear", "polnear.train", polnear_label),
    ):
        rows = lines(statements / f"{file}.jsonl")
        if corpus == "polnear":
            rows = sorted(rows[::2], key=richness)[:SILVER_DOCUMENTS]
        read = readings(rows, cache, file)
        recorder.weight = WEIGHTS[corpus]
        for row in rows:
            if row["id"] in read:
                tree = tree_of(read[row["id"]])
                names = names_of(tree, read[row["id"]].mentions)
                of_statements(tree, names, row["attributions"], recorder, label)
                found[corpus][row["id"]], recorder.found = recorder.found, []
    stories = bench / "stories" / "dev"
    chains = defaultdict(list)
    for one in lines(stories / "coref_ecbplus.mentions.jsonl.gz"):
        if (one["type"] or "").startswith("HUMAN_PART"):
            chains[one["doc"]].append(one)
    wanted = {doc for doc, each in chains.items() if any(one["text"][:1].islower() or one["text"].lower() in PRONOUNS for one in each)}  # fmt: skip
    rows = [row for row in lines(stories / "stories_ecbplus.docs.jsonl.gz") if row["id"] in wanted]
    read = readings([{**row, "title": None, "date": None} for row in rows], cache, "ecb")
    recorder.weight = WEIGHTS["ecb"]
    for doc in sorted(read):
        tree = tree_of(read[doc])
        of_chains(tree, names_of(tree, read[doc].mentions), chains[doc], recorder)
        found["ecb"][doc], recorder.found = recorder.found, []
    return found


def trained(data):
    """Weights for each sort: shared ones and its own on top, both kept small; L-BFGS."""
    sorts, wide, narrow = len(Sort), len(FEATURES), len(NONE_FEATURES)
    size = wide + narrow

    def loss(flat):
        table = flat.reshape(sorts + 1, size)
        total, slope = 0.0, np.zeros_like(table)
        for sort, rows, none, target, weight in data:
            both = table[sorts] + table[sort]
            scores = np.append(rows @ both[:wide], none @ both[wide:])
            top = scores.max()
            shares = np.exp(scores - top)
            shares /= shares.sum()
            total -= weight * np.log(max(shares[target], 1e-12))
            shares[target] -= 1
            pull = np.concatenate([shares[:-1] @ rows, shares[-1] * none]) * weight
            slope[sort] += pull
            slope[sorts] += pull
        decay = np.full((sorts + 1, 1), DECAY)
        decay[sorts] = SHARED_DECAY
        return total + (decay * table**2).sum() / 2, (slope + decay * table).ravel()

    best = minimize(
        loss, np.zeros((sorts + 1) * size), jac=True, method="L-BFGS-B", options={"maxiter": 300}
    )
    table = best.x.reshape(sorts + 1, size)
    both = table[:sorts] + table[sorts]
    return MentionRanker(
        weights=both[:, :wide],
        none=both[:, wide:],
        least=np.array([LEAST[one.value] for one in Sort]),
    )


def scored(ranker, data):
    """By sort: how many there are, chosen, right; where nobody is meant, how many are left alone."""
    counts = defaultdict(Counter)
    for sort, rows, none, target, _ in data:
        name = list(Sort)[sort].value
        chosen, _ = ranker.choose(type("R", (), {"sort": list(Sort)[sort]}), (), rows, none)
        if target == len(rows):
            counts[name]["nobody"] += 1
            counts[name]["left alone"] += chosen is None
        else:
            counts[name]["all"] += 1
            counts[name]["chosen"] += chosen is not None
            counts[name]["right"] += chosen == target
    return {name: dict(each) for name, each in sorted(counts.items())}


def folds(found):
    """For each fold of Wikinews (and of ECB+, of PolNeAR) what is trained on and what is held out."""
    for fold in range(FOLDS):
        training, held = [], defaultdict(list)
        for corpus, documents in found.items():
            for number, doc in enumerate(sorted(documents)):
                if number % FOLDS == fold:
                    held[corpus] += documents[doc]
                else:
                    training += documents[doc]
        yield training, held


def sources(bench):
    """The files that labels and texts are read from."""
    statements, stories = bench / "statements" / "dev", bench / "stories" / "dev"
    return [statements / "firsthand.wikinews.dev.jsonl", statements / "polnear.train.jsonl",
            stories / "coref_ecbplus.mentions.jsonl.gz", stories / "stories_ecbplus.docs.jsonl.gz"]  # fmt: skip


def added(total, part):
    for name, each in part.items():
        for what, count in each.items():
            total.setdefault(name, Counter())[what] += count


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("task", choices=["check", "fit"])
    parser.add_argument("bench", type=Path)
    parser.add_argument("out", type=Path, nargs="?")
    parser.add_argument("--cache", type=Path, default=Path("build/mention_ranker"))
    args = parser.parse_args()
    args.cache.mkdir(parents=True, exist_ok=True)
    found = instances(args.bench, args.cache, Recorder(plain()))
    totals = defaultdict(dict)
    for training, held in folds(found):
        ranker = trained(training)
        for corpus, data in held.items():
            added(totals[corpus], scored(ranker, data))
    for corpus, total in totals.items():
        print(corpus, json.dumps(total))
    if args.task == "check":
        return
    ranker = trained(
        [one for documents in found.values() for each in documents.values() for one in each]
    )
    np.savez(args.out.with_suffix(".npz"), weights=ranker.weights.astype(np.float32),
             none=ranker.none.astype(np.float32), least=ranker.least.astype(np.float32))  # fmt: skip
    card = {
        "name": "mention_ranker",
        "made_by": "training/mention_ranker.py",
        "date": date.today().isoformat(),
        "method": "log-linear choice among candidates and nobody, a row of weights for each sort of reference",
        "sorts": [one.value for one in Sort],
        "features": list(FEATURES),
        "none_features": list(NONE_FEATURES),
        "least": LEAST,
        "data": {
            "wikinews": "speakers of 64 English Wikinews articles, labelled by hand (texts CC BY 2.5)",
            "ecb": "chains of people and bodies of ECB+, development half, labelled by hand (CC BY 3.0)",
            "polnear": "pronouns of PolNeAR train that a coreference system gave a name: silver, no licence stated",
        },
        "files": {str(path.relative_to(args.bench)): sha256(path.read_bytes()).hexdigest() for path in sources(args.bench)},
        "documents": {corpus: len(each) for corpus, each in found.items()},
        "instances": {corpus: sum(map(len, each.values())) for corpus, each in found.items()},
        "five_fold_by_document": {corpus: {name: dict(each) for name, each in total.items()} for corpus, total in totals.items()},
        "licence": "Apache-2.0",
        "sha256": sha256(args.out.with_suffix(".npz").read_bytes()).hexdigest(),
    }  # fmt: skip
    args.out.with_suffix(".json").write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
