"""How Junto is proved: `start.py test` and `start.py check`. Needs the packages of the test group."""
