"""What a process counts by itself since it began, for whoever watches. Nothing is loaded for it."""

from collections import Counter

fetches: Counter[str] = Counter()
"""How asking the outside web ended."""
