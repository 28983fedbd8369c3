"""Count in how many news articles each word stands: `src/firsthand/tables/data/rarity.tsv`.

Usage: build_rarity.py OUTPUT FILE.jsonl[.gz]…   (objects with "text"; equal openings count once)

Only counts leave this script, no text. Words in fewer than four articles are left out: a word that
the table does not hold is rare.
"""

import gzip
import json
import re
import sys
from collections import Counter

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


def main(target, paths):
    seen, counts = set(), Counter()
    for path in paths:
        with (gzip.open if path.endswith(".gz") else open)(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                text = json.loads(line).get("text") or ""
                key = " ".join(text.split()[20:40])
                if len(text) < 800 or key in seen:
                    continue
                seen.add(key)
                words = {w.lower().replace("’", "'").removesuffix("'s") for w in WORD.findall(text)}
                counts.update(words)
    with open(target, "w", encoding="utf-8") as out:
        out.write(f"# {len(seen)}\n")
        for word, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
            if count >= 4 and len(word) > 1:
                out.write(f"{word}\t{count}\n")
    print(len(seen), "articles")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
