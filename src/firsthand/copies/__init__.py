"""Find which texts share words: whole copies, reused blocks and shared quotations, and their groups.

`links` takes the steps in turn:

1. Words are cut (`alignment`), and pairs that share six in a row are proposed (`signatures`).
2. Pairs are laid side by side, which gives runs of equal words (`laying`, `chaining`).
3. The relation of the pair is told from its runs (`relations`, `ownwords`, `utterances`).
4. Whole copies are closed into groups (`groups`).
5. Inside a group each copy gets its source (`trees`, `lineages`, `kinship`, `witnesses`), by what
   the texts say, hold, and when they came out (`credits`, `said`, `directions`, `times`).
6. Between groups one link is kept for each reuse, to where it came from (`echoes`).
7. Inside the passages the edits are found: package `edits`.

What shares meaning and no words is found by the package `retold`; what does not fit into memory,
or arrives one by one, is judged by the package `scale`, which callers import by its own name.
"""

from firsthand.copies.groups import copy_groups
from firsthand.copies.links import copy_link, copy_links, thinned
from firsthand.copies.retold import Multilingual, second_look, with_second_look

__all__ = [
    "Multilingual",
    "copy_groups",
    "copy_link",
    "copy_links",
    "second_look",
    "thinned",
    "with_second_look",
]
