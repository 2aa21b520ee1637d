"""Specialists: bot.cases.tables, cogs.specialists.tables."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Make the step."""
    _cases()
    _specialists_away()
    _specialists_errands()
    _specialists_teams()
    _specialists_people()
    _specialists_routes()


def _specialists_away() -> None:
    op.create_table(
        "specialists_away",
        sa.Column("community_id", ID, nullable=False),
        sa.Column("member_id", sa.String(length=100), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("until", INSTANT, nullable=False),
        sa.Column("stand_in", sa.String(length=100), nullable=True),
        sa.Column("stand_in_name", sa.String(length=200), nullable=True),
        sa.Column("stand_in_staff", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.id"], name=op.f("fk_specialists_away_community_id_communities")
        ),
        sa.PrimaryKeyConstraint("community_id", "member_id", name=op.f("pk_specialists_away")),
    )


def _specialists_errands() -> None:
    op.create_table(
        "specialists_errands",
        sa.Column("id", ID, nullable=False),
        sa.Column("community_id", ID, nullable=False),
        sa.Column("case_id", ID, nullable=False),
        sa.Column("entry_id", ID, nullable=True),
        sa.Column("team", sa.String(length=60), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("person", sa.String(length=100), nullable=False),
        sa.Column("person_name", sa.String(length=200), nullable=False),
        sa.Column("told", sa.String(length=100), nullable=True),
        sa.Column("watcher", sa.String(length=100), nullable=False),
        sa.Column("watcher_name", sa.String(length=200), nullable=False),
        sa.Column("opened_at", INSTANT, nullable=False),
        sa.Column("due_at", INSTANT, nullable=True),
        sa.Column("reminded_at", INSTANT, nullable=True),
        sa.Column("late_at", INSTANT, nullable=True),
        sa.Column("ended_at", INSTANT, nullable=True),
        sa.CheckConstraint(
            "state not in ('called', 'taken') or (due_at is not null and length(person) > 0)",
            name=op.f("ck_specialists_errands_whose_and_due"),
        ),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_specialists_errands_case_id_cases")),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.id"], name=op.f("fk_specialists_errands_community_id_communities")
        ),
        sa.ForeignKeyConstraint(
            ["entry_id"],
            ["timeline.id"],
            name=op.f("fk_specialists_errands_entry_id_timeline"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_specialists_errands")),
    )
    op.create_index("ix_specialists_errands_case", "specialists_errands", ["case_id", "id"], unique=False)
    op.create_index(
        "ix_specialists_errands_open",
        "specialists_errands",
        ["community_id", "person"],
        unique=False,
        sqlite_where=sa.text("ended_at is null"),
        postgresql_where=sa.text("ended_at is null"),
    )


def _specialists_teams() -> None:
    op.create_table(
        "specialists_teams",
        sa.Column("id", ID, nullable=False),
        sa.Column("community_id", ID, nullable=False),
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.Column("language", sa.String(length=10), nullable=True),
        sa.Column("zone", sa.String(length=60), nullable=True),
        sa.Column("days", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("starts", sa.Integer(), nullable=True),
        sa.Column("ends", sa.Integer(), nullable=True),
        sa.Column("turn", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.id"], name=op.f("fk_specialists_teams_community_id_communities")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_specialists_teams")),
        sa.UniqueConstraint("community_id", "name", name=op.f("uq_specialists_teams_community_id_name")),
    )


def _specialists_people() -> None:
    op.create_table(
        "specialists_people",
        sa.Column("team_id", ID, nullable=False),
        sa.Column("member_id", sa.String(length=100), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["team_id"],
            ["specialists_teams.id"],
            name=op.f("fk_specialists_people_team_id_specialists_teams"),
        ),
        sa.PrimaryKeyConstraint("team_id", "member_id", name=op.f("pk_specialists_people")),
    )


def _specialists_routes() -> None:
    op.create_table(
        "specialists_routes",
        sa.Column("community_id", ID, nullable=False),
        sa.Column("topic", sa.String(length=30), nullable=False),
        sa.Column("severity", sa.String(length=10), nullable=False),
        sa.Column("team_id", ID, nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.id"], name=op.f("fk_specialists_routes_community_id_communities")
        ),
        sa.ForeignKeyConstraint(
            ["team_id"],
            ["specialists_teams.id"],
            name=op.f("fk_specialists_routes_team_id_specialists_teams"),
        ),
        sa.PrimaryKeyConstraint("community_id", "topic", "severity", name=op.f("pk_specialists_routes")),
    )


def _cases() -> None:
    with op.batch_alter_table("cases", schema=None) as batch_op:
        batch_op.add_column(sa.Column("about", sa.String(length=100), nullable=True))
        batch_op.add_column(
            sa.Column("about_manager", sa.Boolean(), server_default=sa.false(), nullable=False)
        )
