"""Train the tagger of line roles: which part each line of a page's dump plays.

    python training/line_roles.py check ../shared/bench/extract/dev                          (held-out scores)
    python training/line_roles.py fit ../shared/bench/extract/dev src/firsthand/tables/data/line_roles

Needs PyTorch beside Firsthand; some ten minutes on one CPU core, `check` an hour. Roles are taken
from the pages that the dumps were made of: the lines of a dump are aligned with the visible lines of
its page, whose elements, class names and hand-made text say what they are.
"""

import copy, gzip, json, random, re, sys
from collections import Counter, defaultdict
from datetime import date
from hashlib import sha256
from difflib import SequenceMatcher
from pathlib import Path
from urllib.parse import urlparse

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

from firsthand.extract.bylines import byline_of, reporters_in
from firsthand.extract.furniture import furniture_role, stamps_of_line
from firsthand.extract.language import commonest_words
from firsthand.extract.line_measures import FEATURES, WORD, measured
from firsthand.extract.line_model import LineTagger, Tags, _lexicon
from firsthand.extract.line_smoothing import KEPT_TAGS, reading_of
from firsthand.extract.lines import lines_of
from firsthand.extract.page_lines import parsed, visible_lines
from firsthand.extract.photos import is_caption
from firsthand.extract.wires import credit_of, notice_of

ROLES = [
    "headline",
    "standfirst",
    "byline",
    "timestamp",
    "caption",
    "credit",
    "related",
    "subhead",
    "body",
    "syndication",
    "correction",
    "promotion",
    "ticker",
    "navigation",
    "comments",
    "legal",
]
KEPT = [ROLES.index(role) for role in KEPT_TAGS]
TOKEN = re.compile(
    r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]|[^\W\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+"
)
HINTS = {
    name: re.compile(pattern)
    for name, pattern in {
        "caption": r"caption|photo-?credit|image-?credit|bildunterschrift|legende|bild-?text|media-?desc",
        "byline": r"by-?line|author|autor|auteur|writer|reporter|contributor",
        "standfirst": r"standfirst|sub-?(?:title|head(?:line)?)|\bdeck?\b|\bdek\b|\blede\b|lead(?:-?text|-paragraph)?\b|teaser-?text|intro\b|chapeau|excerpt|article-?description|\bsapo\b|vorspann",
        "timestamp": r"\btime|date|publish|timestamp|datum|fecha",
        "comments": r"comment|disqus|respond|\breplies|kommentar",
        "promotion": r"newsletter|subscri|signup|sign-up|promo|donat|paywall|membership|\bcta\b|advert|banner|sponsor|\bads?\b|abo-|piano",
        "legal": r"cookie|consent|gdpr|onetrust|copyright|legal|disclaimer",
        "related": r"related|most-?read|recommend|popular|trending|teaser|read-?more|read-?also|\bmore-|sidebar|widget|latest|recirc|recent|card|post-list|entry-title",
        "navigation": r"\bnav|menu|breadcrumb|footer|header|share|social|toolbar|tags?\b|login|search|skip|lang",
    }.items()
}
SAID = {
    "correction": "correction",
    "ticker": "ticker",
    "legal": "legal",
    "promotion": "promotion",
    "timestamp": "timestamp",
    "comments": "comments",
    "announcement": "legal",
    "reporting": "credit",
}
FOLDS, SEEDS, EPOCHS, BATCH = 5, 3, 8, 6
HIDDEN, EMBEDDED, LAYERS, GAP = 64, 8, 4, 16
DROPOUT, WORD_DROPOUT, CROPPED = 0.3, 0.5, 0.3
RATE, DECAY, AVERAGE = 3e-3, 0.02, 0.98


# --- roles ---

squeezed = lambda text: re.sub(r"\W+", "", text.casefold())


def shingles(text):
    tokens = TOKEN.findall(text)
    return (
        Counter(tuple(tokens[i : i + 4]) for i in range(max(1, len(tokens) - 3)))
        if tokens
        else Counter()
    )


def texts(folder):
    """The dumps with their lines, the elements these come from, and the gold."""
    gold = {
        row["id"]: row for row in map(json.loads, open(folder / "gold.jsonl", encoding="utf-8"))
    }
    pages = {
        row["id"]: row for row in map(json.loads, open(folder / "pages.jsonl", encoding="utf-8"))
    }
    for row in map(json.loads, gzip.open(folder / "dumps.jsonl.gz", "rt", encoding="utf-8")):
        about = gold[row["id"]]
        raw = row["text"].replace("\r\n", "\n").replace("\r", "\n")
        lines = lines_of(raw)
        markup = gzip.open(folder / pages[row["id"]]["html"]).read().decode("utf-8", "replace")
        shown = visible_lines(parsed(row["id"], markup))[1]
        own, others = (
            [squeezed(line.text) for line in lines],
            [squeezed(line.text) for line in shown],
        )
        match = [-1] * len(own)
        for i, j, size in SequenceMatcher(None, own, others, autojunk=False).get_matching_blocks():
            match[i : i + size] = range(j, j + size)
        first = {}
        for j, text in enumerate(others):
            first.setdefault(text, j)
        match = [first.get(text, -1) if j < 0 else j for j, text in zip(match, own)]
        site = about["site"] or urlparse(about.get("url") or "").netloc or row["id"]
        yield {
            "id": row["id"],
            "site": site,
            "gold": about["gold"],
            "lines": lines,
            "elements": [shown[j] if j >= 0 else None for j in match],
        }


def roles(text):
    """One role a line, and its zone: above the article (0), in it (1), below (2)."""
    gold, lines = text["gold"], text["lines"]
    fours, paragraphs = shingles(gold["text"]), {squeezed(one) for one in gold["text"].split("\n")}
    inside = []
    for line in lines:
        own = shingles(line.text)
        few = len(TOKEN.findall(line.text)) < 4
        inside.append(
            (bool(own) and squeezed(line.text) in paragraphs)
            if few
            else sum(own[one] for one in own if one in fours) >= 0.5 * sum(own.values())
        )
    body = [i for i, line in enumerate(lines) if inside[i] and len(line.text) > 80]
    first, last = (body[0], body[-1]) if body else (len(lines), -1)
    found = [role_of(text, i, inside[i], first, last) for i in range(len(lines))]
    sizes = np.array([len(TOKEN.findall(line.text)) for line in lines], float)
    kept = np.array([role in KEPT_TAGS for role in found])
    total = np.concatenate(
        [[0], np.cumsum(np.where(kept, np.minimum(sizes, 60), -np.minimum(sizes, 15) - 0.5))]
    )
    end = int((total[1:] - np.minimum.accumulate(total[:-1])).argmax())
    begin = int(total[: end + 1].argmin())
    left = Counter(
        fours
    )  # a sentence that stands in the page twice is kept once, where the text is densest
    for i in [*range(begin, end + 1), *(i for i in range(len(lines)) if not begin <= i <= end)]:
        own = shingles(lines[i].text)
        if not kept[i]:
            continue
        if sizes[i] < 4:
            kept[i] = begin - 2 <= i <= end + 2
        elif sum((own & left).values()) < 0.5 * sum(own.values()):
            kept[i] = False
        else:
            left -= own
        found[i] = found[i] if kept[i] else "navigation" if sizes[i] < 4 else "related"
    spots = np.flatnonzero(kept)
    first, last = (spots[0], spots[-1]) if len(spots) else (len(lines), len(lines))
    rows = np.arange(len(lines))
    return found, np.where(rows < first, 0, np.where(rows <= last, 1, 2)), sizes


def role_of(text, i, inside, first, last):
    gold, words, element = text["gold"], text["lines"][i].text, text["elements"][i]
    tag, hint, linked, stamp = (
        (element.tag, element.hint, element.link_share, element.stamp)
        if element
        else ("", "", 0, None)
    )
    title, own, count = squeezed(gold.get("title") or ""), squeezed(words), len(words.split())
    hinted = lambda name: HINTS[name].search(hint)
    near = first - 15 <= i <= last + 15
    if inside and (len(TOKEN.findall(words)) >= 4 or first - 3 <= i <= last + 3):
        if re.fullmatch("h[1-6]", tag) and len(words) < 150 and (i > first or own != title):
            return "subhead"
        return (
            "standfirst"
            if hinted("standfirst") and i <= first + 1
            else "caption"
            if hinted("caption")
            else "body"
        )
    if (title and own == title and i <= first + 2) or (tag == "h1" and i <= first and count > 2):
        return "headline"
    if hinted("comments") and i > first:
        return "comments"
    if hinted("caption") or tag == "figcaption" or (near and is_caption(words)):
        return (
            "caption" if hinted("caption") or tag == "figcaption" or len(words) >= 60 else "credit"
        )
    if reporters_in(words) is not None:
        return "credit"
    if near and len(words) < 500 and notice_of(words) is not None:
        return "syndication"
    if near and credit_of(words) is not None:
        return "credit"
    if stamp or stamps_of_line(words):
        return "timestamp"
    authors = [squeezed(one) for one in gold.get("authors") or [] if isinstance(one, str)]
    if (
        near
        and len(words) < 120
        and (byline_of(words) is not None or own in authors or (hinted("byline") and count <= 8))
    ):
        return "byline"
    if hinted("timestamp") and re.search(r"\d", words) and len(words) < 60:
        return "timestamp"
    if hinted("standfirst") and first - 8 < i < first + 2 and count > 6:
        return "standfirst"
    said = furniture_role(words)
    if said in SAID:
        return SAID[said]
    if hinted("promotion"):
        return "promotion"
    if hinted("legal"):
        return "legal"
    if (
        said == "related"
        or (hinted("related") and count > 3)
        or (tag in {"h2", "h3", "h4"} and count > 4)
        or (linked > 0.6 and count > 5)
    ):
        return "related"
    return ("legal" if hinted("navigation") else "related") if count > 12 else "navigation"


# --- network ---


class Network(nn.Module):
    def __init__(self, measures, words):
        super().__init__()
        self.embedding = nn.Parameter(torch.randn(words, EMBEDDED) * 0.05)
        self.input = nn.Linear(measures + EMBEDDED, HIDDEN)
        self.filters = nn.ModuleList(nn.Conv1d(HIDDEN, HIDDEN, 3) for _ in range(LAYERS))
        self.whole = nn.Linear(2 * HIDDEN, HIDDEN)
        self.output = nn.Linear(2 * HIDDEN, len(ROLES) + 3)
        self.drop, self.drop_input = nn.Dropout(DROPOUT), nn.Dropout(0.1)

    def forward(self, rows, words, owners, mask, text, texts):
        if self.training and len(words):
            seen = torch.rand(len(words)) > WORD_DROPOUT
            words, owners = words[seen], owners[seen]
        known = torch.zeros(len(rows), EMBEDDED).index_add(0, owners, self.embedding[words])
        count = torch.zeros(len(rows)).index_add(0, owners, torch.ones(len(owners))).clamp(min=1)
        known = self.drop(known / torch.sqrt(count)[:, None])
        own = torch.relu(self.input(self.drop_input(torch.cat([rows, known], 1)))) * mask[:, None]
        hidden = self.drop(own)
        for layer, one in enumerate(self.filters):
            gap = 1 << layer
            padded = F.pad(self.drop(hidden), (0, 0, gap, gap))
            near = torch.cat([padded[tap * gap : tap * gap + len(rows)] for tap in range(3)], 1)
            hidden = (hidden + torch.relu(near @ flat(one) + one.bias)) * mask[:, None]
        sizes = torch.zeros(texts).index_add(0, text, mask)[:, None]
        mean = torch.zeros(texts, HIDDEN).index_add(0, text, hidden) / sizes
        most = torch.zeros(texts, HIDDEN).scatter_reduce(
            0, text[:, None].expand_as(hidden), hidden, "amax"
        )
        hidden = hidden + torch.relu(self.whole(torch.cat([mean, most], 1)))[text]
        return self.output(torch.cat([hidden, own], 1))


flat = lambda one: one.weight.permute(2, 1, 0).reshape(-1, HIDDEN)


def packed(parts):
    """Several texts as one sequence, gaps between them wider than the widest filter."""
    rows, words, owners, mask, text, spans, at = [], [], [], [], [], [], 0
    for number, (x, w, o) in enumerate(parts):
        rows += [x, torch.zeros(GAP, x.shape[1])]
        mask += [torch.ones(len(x)), torch.zeros(GAP)]
        text.append(torch.full((len(x) + GAP,), number))
        words.append(w)
        owners.append(o + at)
        spans.append(torch.arange(at, at + len(x)))
        at += len(x) + GAP
    return (
        torch.cat(rows),
        torch.cat(words),
        torch.cat(owners),
        torch.cat(mask),
        torch.cat(text),
        len(parts),
    ), torch.cat(spans)


def cropped(sample, rng):
    """The sample with furniture left out at random: other dumps of the same page."""
    (x, w, o), y, zone, sizes = sample
    rows, kept = torch.arange(len(y)), torch.ones(len(y), dtype=torch.bool)
    own = torch.nonzero(zone == 1).flatten()
    if len(own) and rng.random() < 0.5:
        kept &= rows >= int(own[0]) - rng.randint(3, 60)
    if len(own) and rng.random() < 0.5:
        kept &= rows < int(own[-1]) + rng.randint(3, 60)
    if rng.random() < 0.5:
        kept &= (torch.rand(len(y)) > 0.1) | torch.isin(y, torch.tensor(KEPT))
    place = torch.cumsum(kept, 0) - 1
    return (x[kept], w[kept[o]], place[o[kept[o]]]), y[kept], zone[kept], sizes[kept]


def sample_of(text, mean, scale):
    table = text["table"]
    rows = torch.tensor((table.rows - mean) / scale, dtype=torch.float32).clamp(-5, 5)
    return (
        (rows, torch.tensor(table.words), torch.tensor(table.owners)),
        torch.tensor(text["y"]),
        torch.tensor(text["zone"]),
        torch.tensor(text["sizes"], dtype=torch.float32),
    )


def trained(training, vocabulary, mean, scale, seed):
    torch.manual_seed(seed)
    rng, kept = random.Random(seed), torch.tensor(KEPT)
    samples = [sample_of(text, mean, scale) for text in training]
    network = Network(len(FEATURES), len(vocabulary))
    average = copy.deepcopy(network)
    optimiser = torch.optim.AdamW(network.parameters(), lr=RATE, weight_decay=DECAY)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimiser, RATE, total_steps=EPOCHS * (len(samples) // BATCH + 1), pct_start=0.15
    )
    step = 0
    for _ in range(EPOCHS):
        rng.shuffle(samples)
        for start in range(0, len(samples), BATCH):
            part = [
                cropped(one, rng) if rng.random() < CROPPED else one
                for one in samples[start : start + BATCH]
            ]
            arguments, own = packed([one[0] for one in part])
            scores = network(*arguments)[own]
            y, zone = torch.cat([one[1] for one in part]), torch.cat([one[2] for one in part])
            by_words = torch.cat([one[3] / one[3].sum() for one in part])
            by_lines = torch.cat([torch.full_like(one[3], 1 / len(one[3])) for one in part])
            by_text = torch.cat(
                [
                    (one[3] / max(1.0, float(one[3][torch.isin(one[1], kept)].sum()))).clamp(
                        max=0.3
                    )
                    for one in part
                ]
            )
            of_role = F.cross_entropy(scores[:, : len(ROLES)], y, reduction="none")
            of_zone = F.cross_entropy(scores[:, len(ROLES) :], zone, reduction="none")
            yes = torch.logsumexp(torch.log_softmax(scores[:, : len(ROLES)], 1)[:, KEPT], 1)
            of_kept = -torch.where(
                torch.isin(y, kept), yes, torch.log1p(-yes.exp().clamp(max=1 - 1e-5))
            )
            loss = (
                of_role * (by_lines + 0.5 * by_words)
                + of_kept * by_text
                + 0.5 * of_zone * (by_lines + by_words)
            ).sum() / len(part)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 2.0)
            optimiser.step()
            schedule.step()
            step += 1
            share = min(AVERAGE, step / (step + 10))
            with torch.no_grad():
                for slow, fast in zip(average.parameters(), network.parameters()):
                    slow.mul_(share).add_(fast, alpha=1 - share)
    return average.eval()


def arrays(networks):
    half = lambda pick: np.stack([pick(one).detach().numpy() for one in networks]).astype(
        np.float16
    )
    return {
        "embedding": half(lambda n: n.embedding),
        "input": half(lambda n: n.input.weight.T),
        "input_bias": half(lambda n: n.input.bias),
        "filters": half(lambda n: torch.stack([flat(one) for one in n.filters])),
        "filter_bias": half(lambda n: torch.stack([one.bias for one in n.filters])),
        "whole": half(lambda n: n.whole.weight.T),
        "whole_bias": half(lambda n: n.whole.bias),
        "output": half(lambda n: n.output.weight.T),
        "output_bias": half(lambda n: n.output.bias),
    }


# --- the two commands ---


def prepared(folder):
    found = list(texts(folder))
    sites, lines = defaultdict(set), Counter()
    for text in found:
        names, text["zone"], text["sizes"] = roles(text)
        text["y"] = np.array([ROLES.index(name) for name in names])
        for line in text["lines"]:
            for word in set(WORD.findall(line.text.casefold())):
                sites[word].add(text["site"])
                lines[word] += 1
    vocabulary = sorted(
        word for word in sites if len(sites[word]) >= 8 and lines[word] >= 10 and len(word) <= 24
    )
    stops = [" ".join(sorted(words)) for _, words in sorted(commonest_words())]
    lexicon = _lexicon(vocabulary, stops)
    for text in found:
        text["table"] = measured(text["lines"], lexicon)
    return found, vocabulary, stops, lexicon


def tagger_of(training, vocabulary, lexicon):
    rows = np.vstack([text["table"].rows for text in training])
    mean, scale = rows.mean(0), rows.std(0) + 0.05
    weights = arrays([trained(training, vocabulary, mean, scale, seed) for seed in range(SEEDS)])
    networks = tuple(
        {name: values[one].astype(np.float32) for name, values in weights.items()}
        for one in range(SEEDS)
    )
    return LineTagger(
        roles=tuple(ROLES), lexicon=lexicon, mean=mean, scale=scale, networks=networks
    ), weights


def check(folder):
    found, vocabulary, _, lexicon = prepared(folder)
    names = sorted({text["site"] for text in found})
    random.Random(7).shuffle(names)
    fold = {name: number % FOLDS for number, name in enumerate(names)}
    precision, recall = [], []
    for number in range(FOLDS):
        tagger, _ = tagger_of(
            [text for text in found if fold[text["site"]] != number], vocabulary, lexicon
        )
        for text in found:
            if fold[text["site"]] == number:
                kept = reading_of(tagger, tagger.tags(text["lines"])).kept
                own = shingles(
                    "\n".join(line.text for line, one in zip(text["lines"], kept) if one)
                )
                gold = shingles(text["gold"]["text"])
                same = sum((own & gold).values())
                recall.append(same / sum(gold.values()))
                precision += [same / sum(own.values())] if own else []
        p, r = np.mean(precision), np.mean(recall)
        print(
            f"after fold {number}: F1 {2 * p * r / (p + r):.4f} precision {p:.4f} recall {r:.4f}",
            flush=True,
        )


def fit(folder, out):
    found, vocabulary, stops, lexicon = prepared(folder)
    tagger, weights = tagger_of(found, vocabulary, lexicon)
    stored = lambda words: np.frombuffer("\n".join(words).encode(), np.uint8)
    np.savez_compressed(
        f"{out}.npz",
        features=stored(FEATURES),
        roles=stored(ROLES),
        vocabulary=stored(vocabulary),
        stops=stored(stops),
        mean=tagger.mean.astype(np.float32),
        scale=tagger.scale.astype(np.float32),
        **weights,
    )
    card = json.loads(Path(f"{out}.json").read_text())
    card |= {
        "date": date.today().isoformat(),
        "texts": len(found),
        "lines": sum(len(text["lines"]) for text in found),
    }
    card["sha256"] = sha256(Path(f"{out}.npz").read_bytes()).hexdigest()
    Path(f"{out}.json").write_text(json.dumps(card, indent=1, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    torch.set_num_threads(1)
    {"check": check, "fit": fit}[sys.argv[1]](*map(Path, sys.argv[2:]))
