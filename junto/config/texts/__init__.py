"""The words of the house in other languages: gathered from code and templates, kept in catalogues, compiled for Python."""
