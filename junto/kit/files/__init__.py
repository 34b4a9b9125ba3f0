"""The one door for files: taken in, checked, made ready by the worker, handed out to whoever may see what they hang on, and really gone.

A room declares a `FileUse` in its `file_uses.py`, shows a form from `forms`, and asks `addresses` where a picture stands.
"""
