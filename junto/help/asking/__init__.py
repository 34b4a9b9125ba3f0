"""Asking people who may know, without wearing them out: whether they want, how often, who it is, and what nobody covers."""
