"""Feeds (Atom, RFC 4287) that a person's own feed reader fetches by a secret address."""
