"""Say which propositions a story's statements and articles put, and which of them are the same."""

from firsthand.claims.pairs import Judgement, same_claim
from firsthand.claims.story import claims
from firsthand.claims.units import Unit, units

__all__ = ["Judgement", "Unit", "claims", "same_claim", "units"]
