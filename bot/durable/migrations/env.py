"""Alembic runs this file. The connection is given, and so is the transaction it is in."""

from alembic import context

context.configure(connection=context.config.attributes["connection"])
with context.begin_transaction():
    context.run_migrations()
