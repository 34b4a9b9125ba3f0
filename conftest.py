pytest_plugins = ["tests.village", "tests.server", "tests.elsewhere"]
