"""Package settle."""
