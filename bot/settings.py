"""Process settings: read from the environment, then from `.env`. Every mistake is told at once.

A community's own settings are not here: they are in the database and changed from chat (`community`).
"""

from pathlib import Path
from typing import Literal

from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.errors import BadSettings


class Settings(BaseSettings):
    """The environment variable of each field is its name in capitals; `.env.example` explains them."""

    model_config = SettingsConfigDict(env_file=".env", env_file_encoding="utf-8", extra="ignore", frozen=True)

    database_url: str = "sqlite:///data/ombud.db"
    log_level: Literal["debug", "info", "warning", "error"] = "info"
    log_format: Literal["text", "json"] = "text"
    sandbox_host: str = "127.0.0.1"
    sandbox_port: int = Field(default=8025, ge=1, le=65535)
    sandbox_password: SecretStr | None = None
    sandbox_world: Path = Path("data/sandbox.db")
    health_port: int | None = Field(default=None, ge=1, le=65535)
    health_host: str = "127.0.0.1"


def read_settings() -> Settings:
    """The settings of this process. Raises BadSettings with a line for each mistake."""
    try:
        return Settings()
    except ValidationError as error:
        lines = [f"  {'.'.join(map(str, e['loc'])).upper()}: {e['msg']}" for e in error.errors()]
        raise BadSettings("These settings can't be used:\n" + "\n".join(lines)) from None
    except UnicodeDecodeError:
        raise BadSettings("The file .env is not UTF-8 text; save it as UTF-8.") from None
