"""Turn arguments into calls; exit codes and progress."""

from firsthand.cli.app import main

__all__ = ["main"]
