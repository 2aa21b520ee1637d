"""Staff room: cogs.cases.store, cogs.replies.store."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Make the step."""
    _cases_links()
    _cases_merged()
    _cases_writing()
    _replies_saved()
    _replies_texts()


def _cases_links() -> None:
    op.create_table(
        "cases_links",
        sa.Column("case_id", ID, nullable=False),
        sa.Column("other_id", ID, nullable=False),
        sa.Column("community_id", ID, nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_cases_links_case_id_cases")),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.id"], name=op.f("fk_cases_links_community_id_communities")
        ),
        sa.ForeignKeyConstraint(["other_id"], ["cases.id"], name=op.f("fk_cases_links_other_id_cases")),
        sa.PrimaryKeyConstraint("case_id", "other_id", name=op.f("pk_cases_links")),
    )
    op.create_index("ix_cases_links_other", "cases_links", ["other_id"], unique=False)


def _cases_merged() -> None:
    op.create_table(
        "cases_merged",
        sa.Column("case_id", ID, nullable=False),
        sa.Column("community_id", ID, nullable=False),
        sa.Column("into_id", ID, nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_cases_merged_case_id_cases")),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.id"], name=op.f("fk_cases_merged_community_id_communities")
        ),
        sa.ForeignKeyConstraint(["into_id"], ["cases.id"], name=op.f("fk_cases_merged_into_id_cases")),
        sa.PrimaryKeyConstraint("case_id", name=op.f("pk_cases_merged")),
    )
    op.create_index("ix_cases_merged_into", "cases_merged", ["into_id"], unique=False)


def _cases_writing() -> None:
    op.create_table(
        "cases_writing",
        sa.Column("case_id", ID, nullable=False),
        sa.Column("member_id", sa.String(length=100), nullable=False),
        sa.Column("community_id", ID, nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("until", INSTANT, nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_cases_writing_case_id_cases")),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.id"], name=op.f("fk_cases_writing_community_id_communities")
        ),
        sa.PrimaryKeyConstraint("case_id", "member_id", name=op.f("pk_cases_writing")),
    )


def _replies_saved() -> None:
    op.create_table(
        "replies_saved",
        sa.Column("id", ID, nullable=False),
        sa.Column("community_id", ID, nullable=False),
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.Column("key", sa.String(length=120), nullable=False),
        sa.Column("used", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.id"], name=op.f("fk_replies_saved_community_id_communities")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_replies_saved")),
        sa.UniqueConstraint("community_id", "key", name=op.f("uq_replies_saved_community_id_key")),
    )


def _replies_texts() -> None:
    op.create_table(
        "replies_texts",
        sa.Column("reply_id", ID, nullable=False),
        sa.Column("language", sa.String(length=10), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["reply_id"], ["replies_saved.id"], name=op.f("fk_replies_texts_reply_id_replies_saved")
        ),
        sa.PrimaryKeyConstraint("reply_id", "language", name=op.f("pk_replies_texts")),
    )
