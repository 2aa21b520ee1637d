"""How a community is made and changed: guilds, roles, channels, people who come and go."""

from tests.fakes.discord import payloads
from tests.fakes.discord.model import (
    Channel,
    ChannelType,
    Guild,
    Json,
    Member,
    Overwrite,
    Role,
    User,
)
from tests.fakes.discord.permissions import BOT, EVERYONE, NONE, Permission
from tests.fakes.discord.state import Event, State


class Building(State):
    """Changes to what there is; every one of them is told to the sessions that may know."""

    def add_person(
        self, name: str, *, bot: bool = False, locale: str = "en-US", display: str | None = None
    ) -> User:
        """An account that is in no guild yet."""
        made = User(
            self.snowflakes.next(), name.lower().replace(" ", "_"), display or name, bot=bot, locale=locale
        )
        self.users[made.id] = made
        return made

    def add_guild(
        self,
        name: str,
        *,
        owner: str = "Olga",
        bot_may: Permission = BOT,
        with_bot: bool = True,
        locale: str = "en-US",
    ) -> Guild:
        """A guild with its owner, @everyone and #general; the bot has a role of its own with `bot_may`."""
        person = self.add_person(owner)
        guild = Guild(self.snowflakes.next(), name, person.id, locale)
        guild.roles[guild.id] = Role(guild.id, "@everyone", int(EVERYONE), position=0)
        guild.members[person.id] = Member(person, guild)
        self.guilds[guild.id] = guild
        guild.system_channel = self.add_channel(guild, "general")
        if with_bot:
            self.invites_bot(guild, bot_may)
        return guild

    def invites_bot(self, guild: Guild, bot_may: Permission = BOT) -> Member:
        """Somebody adds the bot to a guild: it gets its managed role and hears GUILD_CREATE."""
        role = self.add_role(guild, self.bot.name, bot_may, managed=True)
        member = Member(self.bot, guild, {role.id})
        guild.members[self.bot.id] = member
        self.emit(Event("GUILD_CREATE", self.whole(guild), guild))
        return member

    def removes_bot(self, guild: Guild) -> None:
        """The bot is kicked from a guild."""
        self.emit(Event("GUILD_DELETE", {"id": str(guild.id)}, guild))
        del guild.members[self.bot.id]

    def guild_fails(self, guild: Guild) -> None:
        """An outage at Discord takes a guild away for a while."""
        guild.available = False
        self.emit(Event("GUILD_DELETE", {"id": str(guild.id), "unavailable": True}, guild))

    def guild_is_back(self, guild: Guild) -> None:
        """The outage is over."""
        guild.available = True
        self.emit(Event("GUILD_CREATE", self.whole(guild), guild))

    def add_role(
        self, guild: Guild, name: str, permissions: Permission = NONE, *, managed: bool = False
    ) -> Role:
        """A role; it grants what @everyone may as well, as that applies to all."""
        role = Role(self.snowflakes.next(), name, int(permissions), len(guild.roles), managed=managed)
        guild.roles[role.id] = role
        told = {"guild_id": str(guild.id), "role": payloads.role(role)}
        self.emit(Event("GUILD_ROLE_CREATE", told, guild))
        return role

    def grants(self, role: Role, permissions: Permission) -> None:
        """A role's permissions become these."""
        guild = next(guild for guild in self.guilds.values() if role.id in guild.roles)
        role.permissions = int(permissions)
        told = {"guild_id": str(guild.id), "role": payloads.role(role)}
        self.emit(Event("GUILD_ROLE_UPDATE", told, guild))

    def bot_role(self, guild: Guild) -> Role:
        """The bot's own role."""
        return guild.roles[min(guild.members[self.bot.id].roles)]

    def removes_bot_permission(self, where: Guild | Channel, permission: Permission) -> None:
        """The bot loses permissions: in the whole guild through its role, or in one channel by an overwrite."""
        if isinstance(where, Guild):
            role = self.bot_role(where)
            self.grants(role, Permission(role.permissions) & ~permission)
            where.everyone.permissions &= ~int(permission)
            told = {"guild_id": str(where.id), "role": payloads.role(where.everyone)}
            self.emit(Event("GUILD_ROLE_UPDATE", told, where))
            return
        before = where.overwrites.get(self.bot.id, Overwrite(of_member=True))
        self.overwrites(where, self.bot, before.allow & ~int(permission), before.deny | int(permission))

    def gives_bot_permission(self, where: Channel, permission: Permission) -> None:
        """The bot gets permissions in one channel by an overwrite."""
        before = where.overwrites.get(self.bot.id, Overwrite(of_member=True))
        self.overwrites(where, self.bot, before.allow | int(permission), before.deny & ~int(permission))

    def overwrites(self, channel: Channel, who: User | Role | Guild, allow: int = 0, deny: int = 0) -> None:
        """A channel's overwrite for a user, a role or (the guild) @everyone becomes this."""
        before = self.sees(self.bot, channel)
        channel.overwrites[who.id] = Overwrite(int(allow), int(deny), of_member=isinstance(who, User))
        self.emit(Event("CHANNEL_UPDATE", payloads.channel(channel), channel.guild))
        if not before and self.sees(self.bot, channel) and channel.guild is not None:
            self._sync_threads(channel.guild, channel)

    def _sync_threads(self, guild: Guild, channel: Channel) -> None:
        """The bot sees a channel it didn't see before: it is told which threads are active there."""
        there = [each for each in guild.threads.values() if each.parent is channel and not each.archived]
        seen = [each for each in there if self.sees(self.bot, each)]
        mine = [payloads.thread_member(each, self.bot.id) for each in seen if self.bot.id in each.members]
        told: Json = {"guild_id": str(guild.id), "channel_ids": [str(channel.id)], "members": mine}
        told["threads"] = [payloads.thread(each) for each in seen]
        self.emit(Event("THREAD_LIST_SYNC", told, guild))

    def add_channel(
        self,
        guild: Guild,
        name: str,
        type: ChannelType = ChannelType.TEXT,  # noqa: A002  # Discord's word for it
        *,
        only: Role | None = None,
        category: Channel | None = None,
        topic: str | None = None,
    ) -> Channel:
        """A channel; with `only`, nobody but holders of that role, the bot and administrators sees it."""
        made = Channel(self.snowflakes.next(), type, name, guild, category, len(guild.channels), topic)
        if only is not None:
            view = int(Permission.VIEW_CHANNEL)
            made.overwrites[guild.id] = Overwrite(deny=view)
            made.overwrites[only.id] = Overwrite(allow=view)
            made.overwrites[self.bot.id] = Overwrite(allow=view, of_member=True)
        guild.channels[made.id] = self.channels[made.id] = made
        self.emit(Event("CHANNEL_CREATE", payloads.channel(made), guild))
        return made

    def deletes_channel(self, channel: Channel) -> None:
        """A channel or thread is gone, with its threads and messages."""
        assert channel.guild is not None
        del self.channels[channel.id]
        if channel.is_thread:
            del channel.guild.threads[channel.id]
            keys = ("id", "guild_id", "parent_id", "type")
            told = {key: payloads.thread(channel)[key] for key in keys}
            self.emit(Event("THREAD_DELETE", told, channel.guild, channel))
            return
        del channel.guild.channels[channel.id]
        for thread in [each for each in channel.guild.threads.values() if each.parent is channel]:
            del channel.guild.threads[thread.id]
            del self.channels[thread.id]
        self.emit(Event("CHANNEL_DELETE", payloads.channel(channel), channel.guild))

    def renames(self, channel: Channel, name: str) -> None:
        """A channel gets another name."""
        channel.name = name
        kind = "THREAD_UPDATE" if channel.is_thread else "CHANNEL_UPDATE"
        self.emit(
            Event(kind, payloads.channel(channel), channel.guild, channel if channel.is_thread else None)
        )

    def joins(self, guild: Guild, who: User | str, *roles: Role, nick: str | None = None) -> Member:
        """Somebody becomes a member; a name makes a new account."""
        user = self.add_person(who) if isinstance(who, str) else who
        member = Member(user, guild, {role.id for role in roles}, nick)
        guild.members[user.id] = member
        told = payloads.member(member) | {"guild_id": str(guild.id)}
        self.emit(Event("GUILD_MEMBER_ADD", told, guild))
        return member

    def leaves(self, member: Member) -> None:
        """Somebody leaves, or is thrown out."""
        del member.guild.members[member.id]
        for thread in member.guild.threads.values():
            thread.members.pop(member.id, None)
        told = {"guild_id": str(member.guild.id), "user": payloads.user(member.user)}
        self.emit(Event("GUILD_MEMBER_REMOVE", told, member.guild))

    def gets_roles(self, member: Member, *roles: Role) -> None:
        """A member's roles become these."""
        member.roles = {role.id for role in roles}
        told = payloads.member(member) | {"guild_id": str(member.guild.id)}
        self.emit(Event("GUILD_MEMBER_UPDATE", told, member.guild))

    def closes_dms(self, who: Member | User, *, closed: bool = True) -> None:
        """Somebody forbids (or allows again) direct messages from members of their guilds."""
        user = who.user if isinstance(who, Member) else who
        user.accepts_dms = not closed

    def whole(self, guild: Guild) -> Json:
        """A guild as GUILD_CREATE tells it: channels, the threads the bot sees, and of the members the bot itself."""
        threads = [each for each in guild.threads.values() if not each.archived and self.sees(self.bot, each)]
        mine = guild.members.get(self.bot.id)
        return payloads.guild(guild) | {
            "joined_at": payloads.iso(mine.joined_at) if mine else None,
            "large": len(guild.members) > 250,
            "unavailable": False,
            "member_count": len(guild.members),
            "members": [payloads.member(mine)] if mine else [],
            "channels": [payloads.channel(each) for each in guild.channels.values()],
            "threads": [payloads.thread(each, self.bot.id) for each in threads],
            "presences": [],
            "voice_states": [],
            "stage_instances": [],
            "guild_scheduled_events": [],
            "soundboard_sounds": [],
        }
