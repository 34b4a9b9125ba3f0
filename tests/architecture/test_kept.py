"""Whatever is kept of a person is declared: why, for whom, until when, and what becomes of it."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.apps import apps
from django.core.exceptions import FieldError
from django.db.models import Field, IntegerField, Model

from junto.kit.facts.fact import KINDS, Readers
from junto.kit.privacy import Kept
from junto.people.models import Person

NUMBERS_OF_PEOPLE = ("by_id", "by", "author", "author_id", "person")


def holders() -> Iterator[tuple[type[Model], "Field[Any, Any]"]]:
    """Every column of the house that holds a person, by foreign key or by number."""
    for model in apps.get_models(include_auto_created=True):
        for field in model._meta.concrete_fields:
            by_number = isinstance(field, IntegerField) and (field.name in NUMBERS_OF_PEOPLE or field.name.endswith("person_id"))
            if field.related_model is Person or by_number:
                yield model, field


def declared(model: type[Model]) -> list[Kept]:
    return [kept for kept in Kept.every() if kept.model is model]


@pytest.mark.parametrize(("model", "field"), list(holders()), ids=str)
def test_every_column_that_holds_a_person_is_declared(model, field):
    names = {name for kept in declared(model) for name in kept.people}
    assert field.name in names, f"{model.__name__}.{field.name} holds a person: declare it in the room's kept.py"


def test_people_themselves_are_declared():
    assert declared(Person)


@pytest.mark.parametrize("kept", Kept.every(), ids=lambda kept: kept.name)
def test_every_declaration_says_what_why_for_whom_and_until_when(kept):
    assert all(str(said).strip() for said in (kept.what, kept.why, kept.readers, kept.until))
    assert kept.fields, "a person's own file would not hold it"


@pytest.mark.parametrize("kept", Kept.every(), ids=lambda kept: kept.name)
def test_every_declaration_names_columns_that_exist(db, kept):
    try:
        kept.model._base_manager.values(*kept.fields)
        kept.model._base_manager.filter(**dict.fromkeys(kept.people, 1))
    except FieldError as error:
        pytest.fail(str(error))


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.__name__)
def test_every_kind_of_fact_says_why_for_whom_and_how_long(kind):
    assert str(kind.why).strip()
    assert isinstance(kind.readers, Readers)
    assert kind.kept_days is None or kind.kept_days > 0


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.__name__)
def test_facts_hold_no_words_of_people(kind):
    """A field that could hold a name or a text would outlive whoever is taken out."""
    assert not {"name", "email", "title", "text", "source", "message"} & set(kind.__dataclass_fields__)
