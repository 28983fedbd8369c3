"""Run migrations over the connection that the caller holds."""

from alembic import context

from firsthand.store.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
with context.begin_transaction():
    context.run_migrations()
