"""Package extract."""
