pytest_plugins = ["tests.catalogues", "tests.village", "tests.server", "tests.elsewhere", "tests.browser", "tests.access.scene"]
