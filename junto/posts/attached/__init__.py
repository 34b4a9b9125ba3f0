"""Files that go along with what somebody writes: how they come in, wait with its draft, and stand in the post."""
