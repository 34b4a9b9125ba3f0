"""Cards for links: what stands at an address that has a line of its own in a post, looked at once by the worker and kept here."""
