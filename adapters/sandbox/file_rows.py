"""Files under messages: SQL in, typed rows out. Every function works inside the transaction it is given."""

from collections.abc import Sequence

from sqlalchemy import delete, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from adapters.sandbox.model import StoredFile, Upload
from adapters.sandbox.tables import files
from bot.attachments import described
from bot.vocabulary.files import Attachment
from bot.vocabulary.places import MessageRef


def attachments(held: Sequence[StoredFile], message: MessageRef) -> tuple[Attachment, ...]:
    """The files of a message in the words of the core."""
    return tuple(described(each.id, each.name, each.size, message, each.media_type) for each in held)


async def add_files(connection: AsyncConnection, message: str, uploads: Sequence[Upload]) -> None:
    for upload in uploads:
        await connection.execute(
            insert(files).values(
                message=int(message),
                name=upload.name,
                media_type=upload.media_type,
                size=len(upload.content),
                content=upload.content,
            )
        )


async def drop_files(connection: AsyncConnection, message: str) -> None:
    await connection.execute(delete(files).where(files.c.message == int(message)))


async def load_files(
    connection: AsyncConnection, messages: Sequence[int]
) -> dict[int, tuple[StoredFile, ...]]:
    """What is under each of these messages, without the bytes."""
    wanted = select(files.c.id, files.c.message, files.c.name, files.c.media_type, files.c.size)
    found: dict[int, tuple[StoredFile, ...]] = {}
    for row in await connection.execute(wanted.where(files.c.message.in_(messages)).order_by(files.c.id)):
        file = StoredFile(str(row.id), row.name, row.media_type, row.size)
        found[row.message] = (*found.get(row.message, ()), file)
    return found


async def read_file(connection: AsyncConnection, file: str) -> tuple[str, Upload] | None:
    """The message that a file is under, and the file itself."""
    if not (file.isascii() and file.isdecimal() and len(file) < 18):
        return None
    row = (await connection.execute(select(files).where(files.c.id == int(file)))).one_or_none()
    return (str(row.message), Upload(row.name, row.media_type, row.content)) if row else None
