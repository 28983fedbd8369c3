"""Generated news coverage of which everything is known: who copied whom, who said what, who knows it firsthand.

`bulk` gives a stream of any length for tests of scale, `coverage` a set of stories with the whole
truth. Places are real, people, bodies, outlets and events invented; equal seeds give equal texts.
README.md says how the world is made.
"""

from tests.coverage.bulk import Sent, bulk
from tests.coverage.composing import Mix
from tests.coverage.files import write
from tests.coverage.making import Coverage, coverage

__all__ = ["Coverage", "Mix", "Sent", "bulk", "coverage", "write"]
