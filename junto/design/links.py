"""Addresses of pages and of static files. Both are asked for a hundred times a page, so both remember."""

from functools import lru_cache

from django.contrib.staticfiles.storage import staticfiles_storage
from django.urls import reverse

STAND_IN = 7_654_321_098


@lru_cache(maxsize=512)
def _shape(name: str, count: int) -> str:
    return reverse(name, args=[STAND_IN + at for at in range(count)])


@lru_cache(maxsize=512)
def _fixed(name: str) -> str:
    return reverse(name)


@lru_cache(maxsize=4096)
def _of_words(name: str, args: tuple[object, ...]) -> str:
    return reverse(name, args=args)


def url(name: str, *args: object, **kwargs: object) -> str:
    """The path of a page by its name: `url("posts:thread", 7)`. Addresses made of numbers only are worked out once for each name."""
    if kwargs:
        return reverse(name, kwargs=kwargs)
    if not all(type(argument) is int for argument in args):
        return _of_words(name, args)
    if not args:
        return _fixed(name)
    path = _shape(name, len(args))
    for at, argument in enumerate(args):
        path = path.replace(str(STAND_IN + at), str(argument))
    return path


@lru_cache(maxsize=256)
def static(path: str) -> str:
    """The address of a static file, with the hash of its content in the name once files are collected."""
    return staticfiles_storage.url(path)
