"""Tests read the same catalogues as the house: compiled before the first of them, with no step by hand."""

import pytest

from junto.config.texts.compiling import compile_catalogues


def pytest_configure(config: pytest.Config) -> None:
    """Compiles what has changed."""
    compile_catalogues()
