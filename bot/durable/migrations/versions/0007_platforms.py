"""Platforms: the pace and the refusals of Discord become those of every platform (adapters.common.tables)."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Make the step. What the old tables tell is over in days: it is learned again."""
    op.drop_table("discord_pace")
    op.drop_table("discord_refusals")
    _pace()
    _refusals()


def _pace() -> None:
    op.create_table(
        "pace",
        sa.Column("bot", sa.String(length=100), nullable=False),
        sa.Column("what", sa.String(length=200), nullable=False),
        sa.Column("free_at", sa.Float(precision=53), nullable=False),
        sa.PrimaryKeyConstraint("bot", "what", name=op.f("pk_pace")),
    )


def _refusals() -> None:
    op.create_table(
        "refusals",
        sa.Column("community_id", ID, nullable=False),
        sa.Column("member_id", sa.String(length=100), nullable=False),
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.id"], name=op.f("fk_refusals_community_id_communities")
        ),
        sa.PrimaryKeyConstraint("community_id", "member_id", name=op.f("pk_refusals")),
    )
