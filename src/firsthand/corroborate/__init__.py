"""Package corroborate."""
