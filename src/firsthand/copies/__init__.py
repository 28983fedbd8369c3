"""Find which texts share words: whole copies, reused blocks and shared quotations, and their groups."""

from firsthand.copies.arrivals import CopyStream
from firsthand.copies.groups import copy_groups
from firsthand.copies.index import CopyIndex
from firsthand.copies.links import copy_link, copy_links, thinned
from firsthand.copies.retold import Multilingual, second_look, with_second_look
from firsthand.copies.signatures import Signature, candidate_pairs, sign

__all__ = [
    "CopyIndex",
    "CopyStream",
    "Multilingual",
    "Signature",
    "candidate_pairs",
    "copy_groups",
    "copy_link",
    "copy_links",
    "second_look",
    "sign",
    "thinned",
    "with_second_look",
]
