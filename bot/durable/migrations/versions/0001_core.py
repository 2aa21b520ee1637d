"""Core: bot.durable.tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Make the step."""
    _communities()
    _drafts()
    _inbox()
    _members()
    _outbox()
    _places()
    _settings()
    _timers()
    _views()


def _communities() -> None:
    op.create_table(
        "communities",
        sa.Column("id", ID, nullable=False),
        sa.Column("key", sa.String(length=200), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_communities")),
        sa.UniqueConstraint("key", name=op.f("uq_communities_key")),
    )


def _drafts() -> None:
    op.create_table(
        "drafts",
        sa.Column("id", ID, nullable=False),
        sa.Column("community_id", ID, nullable=False),
        sa.Column("member_id", sa.String(length=100), nullable=False),
        sa.Column("action", sa.String(length=100), nullable=False),
        sa.Column("words", sa.JSON(), nullable=False),
        sa.Column("expires_at", INSTANT, nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.id"], name=op.f("fk_drafts_community_id_communities")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_drafts")),
    )


def _inbox() -> None:
    op.create_table(
        "inbox",
        sa.Column("id", ID, nullable=False),
        sa.Column("community_id", ID, nullable=False),
        sa.Column("key", sa.String(length=300), nullable=False),
        sa.Column("lane", sa.String(length=100), nullable=False),
        sa.Column("payload", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("received_at", INSTANT, nullable=False),
        sa.Column("settled_at", INSTANT, nullable=True),
        sa.Column("reference", sa.String(length=20), nullable=True),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.id"], name=op.f("fk_inbox_community_id_communities")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_inbox")),
        sa.UniqueConstraint("community_id", "key", name=op.f("uq_inbox_community_id_key")),
    )
    op.create_index(
        "ix_inbox_dead",
        "inbox",
        ["id"],
        unique=False,
        sqlite_where=sa.text("state = 'dead'"),
        postgresql_where=sa.text("state = 'dead'"),
    )
    op.create_index(
        "ix_inbox_waiting",
        "inbox",
        ["community_id", "lane", "id"],
        unique=False,
        sqlite_where=sa.text("state = 'new'"),
        postgresql_where=sa.text("state = 'new'"),
    )


def _members() -> None:
    op.create_table(
        "members",
        sa.Column("community_id", ID, nullable=False),
        sa.Column("member_id", sa.String(length=100), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("language", sa.String(length=10), nullable=True),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.id"], name=op.f("fk_members_community_id_communities")
        ),
        sa.PrimaryKeyConstraint("community_id", "member_id", name=op.f("pk_members")),
    )


def _outbox() -> None:
    op.create_table(
        "outbox",
        sa.Column("id", ID, nullable=False),
        sa.Column("community_id", ID, nullable=False),
        sa.Column("place", sa.String(length=300), nullable=False),
        sa.Column("effect", sa.String(length=20), nullable=False),
        sa.Column("payload", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("key", sa.String(length=300), nullable=False),
        sa.Column("case_id", ID, nullable=True),
        sa.Column("priority", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("generation", sa.Integer(), nullable=False),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.Column("not_before", INSTANT, nullable=False),
        sa.Column("expires_at", INSTANT, nullable=True),
        sa.Column("lease_until", INSTANT, nullable=True),
        sa.Column("settled_at", INSTANT, nullable=True),
        sa.Column("channel", sa.String(length=100), nullable=True),
        sa.Column("message", sa.String(length=100), nullable=True),
        sa.Column("reason", sa.String(length=200), nullable=True),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.id"], name=op.f("fk_outbox_community_id_communities")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outbox")),
        sa.UniqueConstraint("key", name=op.f("uq_outbox_key")),
    )
    op.create_index(
        "ix_outbox_dead",
        "outbox",
        ["id"],
        unique=False,
        sqlite_where=sa.text("state = 'dead'"),
        postgresql_where=sa.text("state = 'dead'"),
    )
    op.create_index("ix_outbox_message", "outbox", ["community_id", "channel", "message"], unique=False)
    op.create_index(
        "ix_outbox_place",
        "outbox",
        ["community_id", "place", "id"],
        unique=False,
        sqlite_where=sa.text("state in ('waiting', 'sending')"),
        postgresql_where=sa.text("state in ('waiting', 'sending')"),
    )
    op.create_index(
        "ix_outbox_waiting",
        "outbox",
        ["priority", "id"],
        unique=False,
        sqlite_where=sa.text("state in ('waiting', 'sending')"),
        postgresql_where=sa.text("state in ('waiting', 'sending')"),
    )


def _places() -> None:
    op.create_table(
        "places",
        sa.Column("community_id", ID, nullable=False),
        sa.Column("place", sa.String(length=300), nullable=False),
        sa.Column("channel", sa.String(length=100), nullable=False),
        sa.Column("opened_at", INSTANT, nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.id"], name=op.f("fk_places_community_id_communities")
        ),
        sa.PrimaryKeyConstraint("community_id", "place", name=op.f("pk_places")),
    )
    op.create_index("ix_places_channel", "places", ["community_id", "channel"], unique=False)


def _settings() -> None:
    op.create_table(
        "settings",
        sa.Column("community_id", ID, nullable=False),
        sa.Column("name", sa.String(length=100), nullable=False),
        sa.Column("value", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.id"], name=op.f("fk_settings_community_id_communities")
        ),
        sa.PrimaryKeyConstraint("community_id", "name", name=op.f("pk_settings")),
    )


def _timers() -> None:
    op.create_table(
        "timers",
        sa.Column("id", ID, nullable=False),
        sa.Column("community_id", ID, nullable=False),
        sa.Column("name", sa.String(length=100), nullable=False),
        sa.Column("subject", ID, nullable=False),
        sa.Column("due_at", INSTANT, nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("dead", sa.Boolean(), nullable=False),
        sa.Column("reference", sa.String(length=20), nullable=True),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.id"], name=op.f("fk_timers_community_id_communities")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_timers")),
        sa.UniqueConstraint(
            "community_id", "name", "subject", name=op.f("uq_timers_community_id_name_subject")
        ),
    )
    op.create_index(
        "ix_timers_dead",
        "timers",
        ["id"],
        unique=False,
        sqlite_where=sa.text("dead = 1"),
        postgresql_where=sa.text("dead"),
    )
    op.create_index(
        "ix_timers_due",
        "timers",
        ["due_at"],
        unique=False,
        sqlite_where=sa.text("dead = 0"),
        postgresql_where=sa.text("not dead"),
    )


def _views() -> None:
    op.create_table(
        "views",
        sa.Column("community_id", ID, nullable=False),
        sa.Column("place", sa.String(length=300), nullable=False),
        sa.Column("name", sa.String(length=100), nullable=False),
        sa.Column("subject", ID, nullable=False),
        sa.Column("channel", sa.String(length=100), nullable=True),
        sa.Column("message", sa.String(length=100), nullable=True),
        sa.Column("hash", sa.String(length=64), nullable=True),
        sa.Column("posting", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.id"], name=op.f("fk_views_community_id_communities")
        ),
        sa.PrimaryKeyConstraint("community_id", "place", "name", "subject", name=op.f("pk_views")),
    )
