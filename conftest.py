pytest_plugins = ["tests.catalogues", "tests.server", "tests.village", "tests.life", "tests.elsewhere", "tests.browser", "tests.access.scene"]
