"""Warning proposals: cogs.warnings.store."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Make the step."""
    _warning_proposals()


def _warning_proposals() -> None:
    op.create_table(
        "warning_proposals",
        sa.Column("id", ID, nullable=False),
        sa.Column("community_id", ID, nullable=False),
        sa.Column("member_id", sa.String(length=100), nullable=False),
        sa.Column("member_name", sa.String(length=200), nullable=False),
        sa.Column("language", sa.String(length=10), nullable=False),
        sa.Column("said", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("context", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("last_at", INSTANT, nullable=False),
        sa.Column("case_id", ID, nullable=True),
        sa.Column("reported", sa.Boolean(), nullable=False),
        sa.Column("hidden_until", INSTANT, nullable=True),
        sa.Column("asked", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("infraction", ID, nullable=True),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.id"], name=op.f("fk_warning_proposals_community_id_communities")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_warning_proposals")),
    )
    op.create_index(
        "ix_warning_proposals_member", "warning_proposals", ["community_id", "member_id"], unique=False
    )
