"""Tests read the same catalogues and the same files for browsers as the house: made before the first of them, with no step by hand."""

import pytest


@pytest.hookimpl(trylast=True)
def pytest_configure(config: pytest.Config) -> None:
    """Makes what has changed; late, when Django is set up."""
    from junto.config.serving.preparing import prepare_files

    prepare_files()
