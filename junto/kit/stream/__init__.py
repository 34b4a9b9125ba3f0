"""Server-sent events: open pages hear at once of what concerns what they show."""
