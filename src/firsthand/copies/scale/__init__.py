"""The same judgements for collections too large to hold, and as articles arrive.

Articles lie on a `shelf`, all else in files (`spill`); pairs are proposed (`crowds`), whole copies
judged and grouped (`wholes`), then what two groups share (`telling`, `reuse`): `index`. One
article after another: `arrivals`.
"""

from firsthand.copies.scale.arrivals import CopyStream
from firsthand.copies.scale.index import CopyIndex

__all__ = ["CopyIndex", "CopyStream"]
