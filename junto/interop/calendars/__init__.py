"""A person's calendar of what has a date for them, and single entries of it (iCalendar, RFC 5545)."""
