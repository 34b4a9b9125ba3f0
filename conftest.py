pytest_plugins = [
    "tests.catalogues",
    "tests.server",
    "tests.village",
    "tests.elsewhere",
    "tests.browser",
    "tests.programs",
    "tests.nodes",
    "tests.access.scene",
]
