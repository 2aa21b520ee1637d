"""Team hours: bot.cases.tables, cogs.specialists.tables, cogs.deadlines.store."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Make the step."""
    _deadlines_pings()
    _cases()
    _deadlines_promises()
    _specialists_teams()


def _deadlines_pings() -> None:
    op.create_table(
        "deadlines_pings",
        sa.Column("id", ID, nullable=False),
        sa.Column("community_id", ID, nullable=False),
        sa.Column("person", sa.String(length=100), nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.id"], name=op.f("fk_deadlines_pings_community_id_communities")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_deadlines_pings")),
    )
    op.create_index(
        "ix_deadlines_pings_person", "deadlines_pings", ["community_id", "person", "at"], unique=False
    )


def _cases() -> None:
    op.add_column("cases", sa.Column("hours", sa.JSON(none_as_null=True), nullable=True))


def _deadlines_promises() -> None:
    op.drop_index("ix_deadlines_promises_reminded", table_name="deadlines_promises")
    op.drop_column("deadlines_promises", "reminded")


def _specialists_teams() -> None:
    op.add_column("specialists_teams", sa.Column("country", sa.String(length=20), nullable=True))
