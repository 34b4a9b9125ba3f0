pytest_plugins = [
    "tests.catalogues",
    "tests.server",
    "tests.village",
    "tests.elsewhere",
    "tests.post_office",
    "tests.browser",
    "tests.access.scene",
]
