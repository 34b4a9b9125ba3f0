"""`start.py doctor`: looks at everything an operator is responsible for, before and while Junto runs, and says what to do."""
