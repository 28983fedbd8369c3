"""Copies that share no words: texts told over in other words, and translations.

Pairs are proposed by rare numbers and names (`proposing`, `anchors`), their sentences aligned in
order (`ordered`) and measured (`anchor_weights`, `retellings`), judged (`reworded`, `translated`)
and linked (`linking`): all of it in `looking`.
"""

from firsthand.copies.retold.looking import Multilingual, second_look, with_second_look

__all__ = ["Multilingual", "second_look", "with_second_look"]
