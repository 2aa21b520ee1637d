"""What attacks people is put to staff, who may take one step of the ladder; nothing is said without their click.

Read `model` (what is proposed, pure), `hearing` (what is heard), `card` (what staff see), `taking` (the steps),
`telling` (what the member reads), then `delivering` (what becomes of it).
"""

from cogs.warnings.cog import Warnings

__all__ = ["Warnings"]
