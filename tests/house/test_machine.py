"""What the tests need of a machine, and what happens where it is missing."""

import pytest
from playwright.async_api import async_playwright
from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine

from tests.fixtures.postgres import PostgresServer
from tests.fixtures.requirements import missing, read_required


def test_what_is_missing_skips_the_test_and_says_why() -> None:
    with pytest.raises(pytest.skip.Exception, match="no Chromium here"):
        missing("browser", "no Chromium here", environ={"OMBUD_REQUIRE": "postgres"})


def test_what_is_missing_fails_the_test_where_it_is_required() -> None:
    with pytest.raises(pytest.fail.Exception, match="no Chromium here"):
        missing("browser", "no Chromium here", environ={"OMBUD_REQUIRE": "postgres, browser"})


def test_a_misspelt_requirement_stops_the_run() -> None:
    with pytest.raises(pytest.UsageError, match="brwoser"):
        read_required({"OMBUD_REQUIRE": "brwoser"})


async def test_each_test_has_a_database_of_its_own(postgres_server: PostgresServer) -> None:
    with postgres_server.fresh_database() as one, postgres_server.fresh_database() as other:
        for url in (one, other):
            engine = create_async_engine(url)
            async with engine.begin() as connection:
                await connection.execute(text("CREATE TABLE words (word text)"))
                await connection.execute(text("INSERT INTO words VALUES ('țară'), ('ёлка')"))
                assert await connection.scalar(text("SELECT count(*) FROM words")) == 2
            await engine.dispose()


# The ink of some letters, compared with that of a letter no font has: a box for each would look the same.
LETTERS_WITHOUT_A_GLYPH = """letters => {
    const ink = letter => {
        const canvas = Object.assign(document.createElement("canvas"), {width: 60, height: 60});
        const pen = canvas.getContext("2d");
        pen.font = "40px sans-serif";
        pen.fillText(letter, 5, 45);
        return canvas.toDataURL();
    };
    return [...letters].filter(letter => ink(letter) === ink("\\u{10FFFE}") || ink(letter) === ink(" "));
}"""


async def test_the_browser_has_letters_for_every_language_we_speak(chromium_path: str) -> None:
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium_path, args=["--no-sandbox"])
        page = await browser.new_page()
        assert await page.evaluate(LETTERS_WITHOUT_A_GLYPH, "aȘșȚțăâîЖжЩёы") == []
        await browser.close()
