"""Forms: they take what they ask for and nothing else, and nothing that stands in them stops the house."""

import time
from collections import Counter
from typing import Any

import pytest
from django.apps import apps
from django.db import connection
from django.http import QueryDict

from junto.posts.models import Attachment
from tests.access.rows import Row
from tests.classes.walking import ACTING, LOOKING, Walker

NEVER_ASKED = {
    *("is_owner", "is_active", "author", "author_id", "by", "by_id", "person_id", "space_id", "thread_id", "user", "user_id", "slug"),
    *("joined_at", "made_at", "deletion", "acceptance", "html", "plain", "renderer", "post_count", "people_count", "expires_at", "used"),
    *("picture", "last_login", "deactivated_at", "session_key", "verified", "primary", "sub", "issuer"),
}
HOSTILE = ("[" * 20_000, "9" * 9_000, "-1", "NaN")
"""JSON nested without end, a number longer than any, less than nothing, no number."""
EVERY_NAME = {
    *("words", "q", "title", "after", "before", "from", "show", "space", "kind", "topic"),
    *("order", "standing", "page", "size", "limit"),
}
IN_AN_ADDRESS = 1_500
CARRIES_FILES = {"/ask/", "/share/", "/threads/{thread}/posts/", "/posts/{post}/comments/"}
"""Forms that bring files along. The one for changing a post knows its own, and whoever may change it may take them off."""
PATIENCE = 3.0


class Behind(Walker):
    """A walker who looks at every row of the tables that were written."""

    rows: dict[str, list[dict[str, Any]]]

    def look_behind(self, tables: set[str]) -> None:
        self.rows = {table: all_rows(table) for table in tables - {"tries", "django_session", "work"}}

    def after(self, row: Row, **said: str) -> dict[str, list[dict[str, Any]]]:
        """What stands in the tables the form wrote to."""
        self.go(row, row.welcome, asked=said)
        return self.rows


def all_rows(table: str) -> list[dict[str, Any]]:
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT * FROM "{table}" ORDER BY 1')
        names = [column[0] for column in cursor.description or ()]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


@pytest.fixture
def asked_for(monkeypatch) -> set[str]:
    """The names that a view or a form looks at in what was sent."""
    names: set[str] = set()
    for method in ("__getitem__", "__contains__", "getlist"):
        real = getattr(QueryDict, method)
        monkeypatch.setattr(QueryDict, method, lambda self, name, *rest, real=real: names.add(name) or real(self, name, *rest))
    return names


@pytest.mark.on_one_database
def test_no_form_takes_a_field_it_did_not_ask_for(walker, asked_for, settings):
    """Every column of the house is sent to every form beside what belongs there; what is kept is the same as without.

    The house has more columns than a form may have fields: with that bound nothing would come to the form, and nothing be proved.
    """
    settings.DATA_UPLOAD_MAX_NUMBER_FIELDS = 2 * len(COLUMNS)
    behind = Behind(walker.sender)
    changed = {str(row): bad for row in ACTING if row.welcome for bad in [taken(behind, row, asked_for)] if bad}
    assert changed == {}


def test_no_form_takes_a_file_that_somebody_else_gave(walker, asked_for, scene, cast):
    """Neither one that waits with the draft of another, nor one of a post; and what others gave is not taken off or described."""
    theirs = Attachment.objects.create(by=cast["member"], draft="ask", name="theirs.pdf")
    posted = Attachment.objects.create(by=cast["member"], post_id=scene["repairs"]["post"], name="posted.pdf")
    for row in (row for row in ACTING if row.method == "POST" and row.address in CARRIES_FILES):
        asked_for.clear()
        for each in (theirs, posted):
            for name in ("attached", "off", f"alt-{each.pk}"):
                walker.go(row, row.welcome, asked={name: str(each.pk)})
            each.refresh_from_db()
        assert "attached" in asked_for, row.address
    assert (posted.post_id, posted.alt) == (scene["repairs"]["post"], "")
    assert (theirs.post, theirs.draft, theirs.alt) == (None, "ask", "")


def taken(behind: Behind, row: Row, asked_for: set[str]) -> list[str]:
    """The names a form asks for and never should, and the columns in which what was not asked for arrived."""
    asked_for.clear()
    usual = behind.after(row)
    asked = set(asked_for)
    strange = behind.after(row, **{name: value for name, value in COLUMNS.items() if name not in asked})
    found = {table: differing(usual[table], strange.get(table, [])) for table in usual}
    again = behind.after(row) if any(found.values()) else usual
    new = [f"{table}.{column}" for table in usual for column in found[table] if column not in differing(usual[table], again.get(table, []))]
    return new + sorted(set(strange) ^ set(usual)) + sorted(asked & NEVER_ASKED)


def differing(usual: list[dict[str, Any]], strange: list[dict[str, Any]]) -> list[str]:
    """Columns that hold something else; numbers, times and keys are never twice the same."""
    columns = usual[0] if usual else strange[0] if strange else {}
    return [column for column in columns if values(usual, column) != values(strange, column)]


def values(rows: list[dict[str, Any]], column: str) -> Counter[str]:
    return Counter(str(row[column]) for row in rows)


def tempting(column: Any) -> str:
    """What somebody would send who wanted this column to be otherwise."""
    return {"BooleanField": "on", "DateTimeField": "2001-02-03T04:05:06Z"}.get(column.get_internal_type(), "777001")


COLUMNS = {
    name: tempting(column)
    for model in apps.get_models()
    for column in model._meta.concrete_fields
    for name in (column.name, column.attname, f"{column.name}_set")
}


def test_nothing_that_is_sent_stops_the_house_or_keeps_it_busy(walker, asked_for):
    """In every field that a form looks at, and behind the `?` of every page."""
    for at, row in enumerate(ACTING + LOOKING):
        asked_for.clear()
        if row.method != "GET":
            walker.go(row, row.welcome or "host")
        names = sorted(asked_for - {"_method", "csrfmiddlewaretoken"} | (EVERY_NAME if row.method == "GET" else set()))
        said = {name: HOSTILE[(at + turn) % len(HOSTILE)] for turn, name in enumerate(names)}
        if row.method == "GET":
            said = {name: value[:IN_AN_ADDRESS] for name, value in said.items()}
        began = time.process_time()
        answer = walker.go(row, row.welcome or "host", asked=said)
        assert answer.response.status_code < 500 or str(answer.response.status_code) == row.works, str(answer)
        assert time.process_time() - began < PATIENCE, str(answer)
