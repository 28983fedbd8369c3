"""Package annotate."""
