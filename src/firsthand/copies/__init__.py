"""Package copies."""
