"""Process settings: read from the environment, then from `.env`. Every mistake is told at once.

A community's own settings are not here: they are in the database and changed from chat (`community`).
"""

from pathlib import Path
from typing import Annotated, Any, Literal, Self

from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot.errors import BadSettings

URL = r"^https?://[^\s/]+"
SOCKET_URL = r"^wss?://[^\s/]+"


class Settings(BaseSettings):
    """The environment variable of each field is its name in capitals; `.env.example` explains them."""

    model_config = SettingsConfigDict(env_file=".env", env_file_encoding="utf-8", extra="ignore", frozen=True)

    database_url: str = "sqlite:///data/ombud.db"
    log_level: Literal["debug", "info", "warning", "error"] = "info"
    log_format: Literal["text", "json"] = "text"
    discord_token: SecretStr | None = None
    discord_api_url: str = Field(default="https://discord.com/api/v10", pattern=URL)
    discord_gateway_url: str = Field(default="wss://gateway.discord.gg/", pattern=SOCKET_URL)
    discord_shard_ids: Annotated[tuple[int, ...], NoDecode] = ()
    discord_shard_count: int | None = Field(default=None, ge=1)
    slack_bot_token: SecretStr | None = None
    slack_app_token: SecretStr | None = None
    slack_admin_token: SecretStr | None = None
    slack_mode: Literal["socket", "http"] = "socket"
    slack_signing_secret: SecretStr | None = None
    slack_http_host: str = "127.0.0.1"
    slack_http_port: int = Field(default=3000, ge=1, le=65535)
    slack_api_url: str = Field(default="https://slack.com/api/", pattern=URL)
    sandbox_host: str = "127.0.0.1"
    sandbox_port: int = Field(default=8025, ge=1, le=65535)
    sandbox_password: SecretStr | None = None
    sandbox_world: Path = Path("data/sandbox.db")
    encoder: bool = True
    health_port: int | None = Field(default=None, ge=1, le=65535)
    health_host: str = "127.0.0.1"

    @field_validator(
        "discord_token",
        "slack_bot_token",
        "slack_app_token",
        "slack_admin_token",
        "slack_signing_secret",
        "sandbox_password",
        mode="before",
    )
    @classmethod
    def _empty_is_none(cls, value: Any) -> Any:
        return None if isinstance(value, str) and not value.strip() else value

    @field_validator("discord_shard_ids", mode="before")
    @classmethod
    def _listed(cls, value: Any) -> Any:
        """Written as `0,1,2`."""
        if not isinstance(value, str):
            return value
        return tuple(part.strip() for part in value.split(",") if part.strip())

    @model_validator(mode="after")
    def _shards_fit(self) -> Self:
        if self.discord_shard_ids and self.discord_shard_count is None:
            raise ValueError(
                "DISCORD_SHARD_IDS needs DISCORD_SHARD_COUNT: how many there are in all processes"
            )
        if any(not 0 <= shard < (self.discord_shard_count or 1) for shard in self.discord_shard_ids):
            raise ValueError("DISCORD_SHARD_IDS are numbers from 0 to DISCORD_SHARD_COUNT - 1")
        return self


def read_settings() -> Settings:
    """The settings of this process. Raises BadSettings with a line for each mistake."""
    try:
        return Settings()
    except ValidationError as error:
        lines = [_line(".".join(map(str, e["loc"])).upper(), e["msg"]) for e in error.errors()]
        raise BadSettings("These settings can't be used:\n" + "\n".join(lines)) from None
    except UnicodeDecodeError:
        raise BadSettings("The file .env is not UTF-8 text; save it as UTF-8.") from None


def _line(name: str, message: str) -> str:
    """A mistake that is about several settings names them itself."""
    return f"  {name}: {message}" if name else f"  {message}"
