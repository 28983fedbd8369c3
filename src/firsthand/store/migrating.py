"""Bring a store's schema up to date, from every version that was ever released."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script.revision import ResolutionError
from alembic.util.exc import CommandError
from sqlalchemy import Engine

from firsthand.errors import StoreError

__all__ = ["migrate"]


def migrate(engine: Engine) -> None:
    """Run the migrations that the database has not seen.

    Raises:
        StoreError: the database was written by a newer program.
    """
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        try:
            command.upgrade(config, "head")
        except (CommandError, ResolutionError) as error:
            raise StoreError(
                str(engine.url.render_as_string(hide_password=True)),
                "was written by a newer version of Firsthand",
                "upgrade Firsthand",
            ) from error
