pytest_plugins = ["tests.village"]
