"""Where a question goes, when nobody has said where."""

import pytest
from playwright.sync_api import expect

from junto.posts.models import Thread

pytestmark = pytest.mark.django_db(transaction=True)


def test_the_place_follows_what_fits_until_one_chooses(house, visit, work_done, question, repairs, bench, ada, ben):
    question.reply(by=ben, source="Its seal is worn.").accept(by=ada)
    joint = Thread.objects.open(bench, by=ada, title="Glue joint opens in the cold", source="Why?")
    bench.add(ben)
    joint.reply(by=ben, source="Glue it warm.").accept(by=ada)
    work_done()
    page = visit(ben)
    page.goto(f"{house.url}/ask/")
    place, title = page.get_by_label("Where", exact=True), page.get_by_label("Your question")
    for words, slug in (("Why does my glue joint open", "bench-notes"), ("Pump loses pressure", "repairs")):
        title.fill(words)
        expect(place).to_have_value(slug)
    place.select_option("bench-notes")
    title.fill("Pump loses its pressure overnight")
    expect(page.get_by_role("link", name=question.title)).to_be_visible()
    expect(place).to_have_value("bench-notes")
