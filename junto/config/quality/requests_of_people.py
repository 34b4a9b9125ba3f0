"""Tells mypy what a request carries below the middleware: a person who is signed in, and what htmx said.

Every view is marked with who may come in (`kit.http.answers`); the few that strangers reach ask `is_authenticated` first.
"""

from collections.abc import Callable

from mypy.nodes import MDEF, SymbolTableNode, TypeInfo, Var
from mypy.plugin import AttributeContext, ClassDefContext, Plugin
from mypy.types import AnyType, Instance, Type, TypeOfAny

REQUEST = "django.http.request.HttpRequest"
PERSON = "junto.people.models.person.Person"


class RequestsOfPeople(Plugin):
    """`request.user` is a Person; `request.htmx` exists."""

    def get_attribute_hook(self, fullname: str) -> Callable[[AttributeContext], Type] | None:
        """Called by mypy for every attribute it looks up."""
        return self._person if fullname == f"{REQUEST}.user" else None

    def get_customize_class_mro_hook(self, fullname: str) -> Callable[[ClassDefContext], None] | None:
        """Called by mypy for every class it meets."""
        return _add_htmx if fullname == REQUEST else None

    def _person(self, context: AttributeContext) -> Type:
        found = self.lookup_fully_qualified(PERSON)
        return Instance(found.node, []) if found and isinstance(found.node, TypeInfo) else context.default_attr_type


def _add_htmx(context: ClassDefContext) -> None:
    variable = Var("htmx", AnyType(TypeOfAny.explicit))
    variable.info = context.cls.info
    context.cls.info.names["htmx"] = SymbolTableNode(MDEF, variable)


def plugin(version: str) -> type[Plugin]:
    """Where mypy begins."""
    return RequestsOfPeople
