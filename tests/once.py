"""What is the same on every database runs with the first, and the others are asked only for the rest.

- A test that meets no database.
- A test that looks through a browser: what is drawn, spoken, typed, sent and refused there is made of the same pages, and the doors
  behind them are tried on every database by the tests of their rooms, of `tests/access/` and `tests/classes/`. Where the database has a
  part in what is seen (news that reach an open page, a session that ended), the test is marked `on_every_database`.
- A test marked `on_one_database`: it walks through everything, and what it looks at is decided before the database is asked.

Dear tests come first, so that nobody waits for the last of them at the end: those that look through a browser, start programs or walk
through every door, and those marked `dear`. What is made once for a whole file is made by one of the two who work.
"""

import pytest

AT_A_DATABASE = {"db", "transactional_db"}
IN_A_BROWSER = "chromium"
DEAR = {IN_A_BROWSER, "elsewhere", "settled", "node", "house", "sender", "walker"}
TOGETHER = "loaded_for"
"""The whole sample company, which a file lets in once."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--at-the-database", action="store_true", help="only tests in which the database has a part")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "on_every_database: looks through a browser, and the database has a part in what is seen")
    config.addinivalue_line("markers", "on_one_database: meets the database, which has no part in what is looked at")
    config.addinivalue_line("markers", "dear: takes long, so it begins early")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("--at-the-database"):
        elsewhere = [item for item in items if not depends_on_the_database(item)]
        items[:] = [item for item in items if depends_on_the_database(item)]
        config.hook.pytest_deselected(items=elsewhere)
    if config.getoption("numprocesses", None) or hasattr(config, "workerinput"):
        items[:] = for_two(items)


def depends_on_the_database(item: pytest.Item) -> bool:
    """Whether it may go otherwise on another one."""
    if item.get_closest_marker("on_one_database"):
        return False
    if IN_A_BROWSER in asked_for(item):
        return item.get_closest_marker("on_every_database") is not None
    return item.get_closest_marker("django_db") is not None or bool(AT_A_DATABASE & asked_for(item))


def asked_for(item: pytest.Item) -> set[str]:
    """Its fixtures, and theirs."""
    return set(getattr(item, "fixturenames", ()))


def for_two(items: list[pytest.Item]) -> list[pytest.Item]:
    """Each of the two who work begins at the front of one half, and steals from the end of the other's."""
    dear = [item for item in items if is_dear(item)]
    together = [item for item in items if TOGETHER in asked_for(item) and not is_dear(item)]
    first = {*dear, *together}
    cheap = [item for item in items if item not in first]
    half = (len(cheap) + len(together)) // 2
    return dear[::2] + cheap[:half] + dear[1::2] + together + cheap[half:]


def is_dear(item: pytest.Item) -> bool:
    return bool(DEAR & asked_for(item)) or item.get_closest_marker("dear") is not None
