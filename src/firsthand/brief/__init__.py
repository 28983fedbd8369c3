"""Package brief."""
