"""Labels: cogs.labels.store. What was called abuse moves there, with its ids and its timers."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = sa.DateTime(timezone=True)

# Put aside first, so that the new table takes the room of the old one in the file.
ASIDE = "CREATE TEMPORARY TABLE labels_aside AS SELECT * FROM abuse_labels"
MOVE = """
INSERT INTO labels (id, community_id, channel, message, member_id, language, what, is_one, how, rules, at)
SELECT id, community_id, channel, message, member_id, language, 'abuse', abuse, 'decided', rules, at
FROM labels_aside
"""
TIMERS = "UPDATE timers SET name = 'labels.over' WHERE name = 'appeals.label_over'"

# Rows that bring their ids along don't move PostgreSQL's own count of them.
COUNT_ON = """
SELECT setval(pg_get_serial_sequence('labels', 'id'), (SELECT coalesce(max(id), 0) + 1 FROM labels), false)
"""


def upgrade() -> None:
    """Make the step."""
    op.execute(ASIDE)
    op.drop_table("abuse_labels")
    _labels()
    op.execute(MOVE)
    op.execute("DROP TABLE labels_aside")
    op.execute(TIMERS)
    if op.get_bind().dialect.name == "postgresql":
        op.execute(COUNT_ON)


def _labels() -> None:
    op.create_table(
        "labels",
        sa.Column("id", ID, nullable=False),
        sa.Column("community_id", ID, nullable=False),
        sa.Column("channel", sa.String(length=100), nullable=False),
        sa.Column("message", sa.String(length=100), nullable=False),
        sa.Column("member_id", sa.String(length=100), nullable=False),
        sa.Column("language", sa.String(length=10), nullable=False),
        sa.Column("what", sa.String(length=20), nullable=False),
        sa.Column("is_one", sa.Boolean(), nullable=False),
        sa.Column("how", sa.String(length=20), nullable=False),
        sa.Column("rules", sa.JSON(), nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.Column("by", sa.String(length=100), nullable=True),
        sa.Column("by_name", sa.String(length=200), nullable=True),
        sa.Column("reason", sa.String(length=20), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.id"], name=op.f("fk_labels_community_id_communities")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_labels")),
        sa.UniqueConstraint(
            "community_id",
            "channel",
            "message",
            "what",
            name=op.f("uq_labels_community_id_channel_message_what"),
        ),
    )
    op.create_index("ix_labels_member", "labels", ["community_id", "member_id"], unique=False)
