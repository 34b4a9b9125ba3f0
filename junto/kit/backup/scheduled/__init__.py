"""Backups at set times: made beside the pages in a process of their own, proved, and old ones taken out."""
