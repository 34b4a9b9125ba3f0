from hypothesis import settings

pytest_plugins = [
    "tests.garbage",
    "tests.once",
    "tests.database",
    "tests.fuzz.rounds",
    "tests.catalogues",
    "tests.server",
    "tests.village",
    "tests.life",
    "tests.pseudo",
    "tests.elsewhere",
    "tests.post_office",
    "tests.browser",
    "tests.programs",
    "tests.nodes",
    "tests.access.scene",
]

# Found by chance is found; but what a busy machine makes slow is no finding.
settings.register_profile("junto", deadline=None)
settings.load_profile("junto")
