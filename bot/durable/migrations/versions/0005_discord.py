"""Discord: adapters.discord.tables."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Make the step."""
    _discord_marks()
    _discord_pace()
    _discord_refusals()
    _discord_trees()


def _discord_marks() -> None:
    op.create_table(
        "discord_marks",
        sa.Column("community_id", ID, nullable=False),
        sa.Column("channel", sa.String(length=100), nullable=False),
        sa.Column("message", sa.String(length=100), nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.id"], name=op.f("fk_discord_marks_community_id_communities")
        ),
        sa.PrimaryKeyConstraint("community_id", "channel", name=op.f("pk_discord_marks")),
    )


def _discord_pace() -> None:
    op.create_table(
        "discord_pace",
        sa.Column("bot", sa.String(length=100), nullable=False),
        sa.Column("what", sa.String(length=20), nullable=False),
        sa.Column("free_at", sa.Float(precision=53), nullable=False),
        sa.PrimaryKeyConstraint("bot", "what", name=op.f("pk_discord_pace")),
    )


def _discord_refusals() -> None:
    op.create_table(
        "discord_refusals",
        sa.Column("community_id", ID, nullable=False),
        sa.Column("member_id", sa.String(length=100), nullable=False),
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.id"], name=op.f("fk_discord_refusals_community_id_communities")
        ),
        sa.PrimaryKeyConstraint("community_id", "member_id", name=op.f("pk_discord_refusals")),
    )


def _discord_trees() -> None:
    op.create_table(
        "discord_trees",
        sa.Column("application", sa.String(length=100), nullable=False),
        sa.Column("scope", sa.String(length=40), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("application", "scope", name=op.f("pk_discord_trees")),
    )
