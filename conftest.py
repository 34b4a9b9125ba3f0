pytest_plugins = ["tests.village", "tests.server", "tests.elsewhere", "tests.browser", "tests.access.scene"]
