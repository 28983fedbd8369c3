"""Package attribute."""
