from __future__ import annotations

from firsthand.tables.rarity import rarity


def test_rarity_grows_from_common_words_to_unseen_ones() -> None:
    assert (
        0 <= rarity("the") < rarity("government") < rarity("inquiry") < rarity("xylographer") == 1.0
    )
