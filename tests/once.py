"""What meets no database is the same on every one: it runs with the first, and the others are asked only for the rest."""

import pytest

AT_A_DATABASE = {"db", "transactional_db"}


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--at-the-database", action="store_true", help="only tests that meet the database")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if not config.getoption("--at-the-database"):
        return
    elsewhere = [item for item in items if not meets_the_database(item)]
    items[:] = [item for item in items if meets_the_database(item)]
    config.hook.pytest_deselected(items=elsewhere)


def meets_the_database(item: pytest.Item) -> bool:
    """Whether it says so by its mark, or by what it asks for."""
    return item.get_closest_marker("django_db") is not None or bool(AT_A_DATABASE & set(getattr(item, "fixturenames", ())))
