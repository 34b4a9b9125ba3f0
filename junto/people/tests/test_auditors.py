"""Auditors read how the house is set and who looked at what, and nothing they could not see as anybody."""

import pytest

from junto.kit.models import FactRecord
from tests.access.rows import rows_of
from tests.access.sending import Sender, letter
from tests.village import person

OVERSIGHT = "/people/oversight/"
PAGES = ("looks/", "data-protection/", "data-protection/file/", "settings/")

HIDDEN = [row for table in ("spaces", "posts") for row in rows_of(table) if row.place == "attic"]
READING = [row for row in [*HIDDEN, *rows_of("house"), *rows_of("people")] if row.method == "GET"]


@pytest.fixture
def aida(db, olga):
    somebody = person("Aida Auditor")
    somebody.make_auditor(by=olga)
    return somebody


def test_an_owner_makes_an_auditor_and_ends_it(signed_in, olga, eve):
    signed_in(olga).post(f"/people/{eve.pk}/auditing/")
    assert [signed_in(eve).get(OVERSIGHT + page).status_code for page in PAGES] == [200] * 4
    assert signed_in(eve).get(OVERSIGHT + "data-protection/bases/").status_code == 403
    signed_in(olga).post(f"/people/{eve.pk}/auditing/", {"_method": "DELETE"})
    assert [signed_in(eve).get(OVERSIGHT + page).status_code for page in PAGES] == [403] * 4
    facts = FactRecord.objects.filter(kind__startswith="Auditing").order_by("pk")
    assert [(fact.kind, fact.by_id, fact.data) for fact in facts] == [
        ("AuditingGiven", olga.pk, {"person_id": eve.pk}),
        ("AuditingEnded", olga.pk, {"person_id": eve.pk}),
    ]


def test_it_takes_a_proof_of_who_the_owner_is(signed_in, olga, eve, time_machine):
    browser = signed_in(olga)
    session = browser.session
    session["proved_at"] = 0
    session.save()
    assert browser.post(f"/people/{eve.pk}/auditing/").status_code == 403
    eve.refresh_from_db()
    assert not eve.is_auditor


def test_everybody_sees_who_audits_and_who_owns(signed_in, aida, olga, ada):
    assert "Auditor" in signed_in(ada).get(aida.get_absolute_url()).content.decode()
    assert "Owner" in signed_in(ada).get(olga.get_absolute_url()).content.decode()


def test_nobody_without_an_account_audits(signed_in, olga, dora):
    assert signed_in(olga).post(f"/people/{dora.pk}/auditing/").status_code == 403


def test_at_every_other_door_an_auditor_gets_what_anybody_gets(scene, cast, aida, caplog):
    """No door to read by opens wider, and none is shut: row by row the same answer as for somebody with no part at all."""
    caplog.set_level("CRITICAL", "django.request")
    sender = Sender(scene, cast)
    both = {"auditor": aida, "anybody": person("Anna Anybody")}
    sender.add(both)
    rows = [row for row in READING if not row.address.startswith(OVERSIGHT)]
    found = {column: {str(row): letter(row, sender.send(row, column)) for row in rows} for column in both}
    assert {row: got for row, got in found["auditor"].items() if got != found["anybody"][row]} == {}
