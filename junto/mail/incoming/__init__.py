"""Mail that comes in: kept before it is acknowledged, read once, and nothing of it lost."""
