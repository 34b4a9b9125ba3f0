"""Small classes by which one room offers something to another without knowing it.

A subclass with a `name` registers itself when its module is imported; `junto.config.apps` imports every room's plug-in modules once.
"""

from typing import Any, ClassVar, Self


class Plugin:
    """Base of every family of plug-ins; each family (a direct subclass) keeps its own registry by name."""

    name: ClassVar[str] = ""
    registry: ClassVar[dict[str, Any]]

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        if Plugin in cls.__bases__:
            cls.registry = {}
        if cls.__dict__.get("name"):
            if cls.name in cls.registry:
                raise TypeError(f"two plug-ins are called {cls.name!r}")
            cls.registry[cls.name] = cls()

    @classmethod
    def named(cls, name: str) -> Self | None:
        """The plug-in of this family with that name, or None."""
        return cls.registry.get(name)

    @classmethod
    def every(cls) -> list[Self]:
        """All plug-ins of this family, in the order in which they registered."""
        return list(cls.registry.values())
