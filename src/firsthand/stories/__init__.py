"""Package stories."""
