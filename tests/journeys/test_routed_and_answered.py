"""A question finds somebody who knows: they read why, answer with a press, and the asker is told. Nobody learns that they were asked."""

import pytest
from playwright.sync_api import expect

from junto.help.models import Request
from junto.posts.models import Thread

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def asked(repairs, ada, ben, cleo, work_done):
    """Ben answered something about pumps that helped; Ada asks."""
    before = Thread.objects.open(repairs, by=cleo, title="The blue pump hums", source="Why?", topics=["pumps"])
    before.reply(by=ben, source="Air in the housing.").help(cleo)
    work_done()
    thread = Thread.objects.open(repairs, by=ada, title="Pump loses pressure overnight", source="Who knows?", topics=["pumps"])
    work_done()
    return thread


@pytest.mark.parametrize("script", [True, False])
def test_whoever_knows_is_asked_and_answers_and_the_asker_is_told(script, asked, visit, house, work_done, ada, ben):
    helper, asker = (visit(somebody, java_script_enabled=script) for somebody in (ben, ada))
    asker.goto(f"{house.url}/threads/{asked.pk}/")
    expect(asker.get_by_text("Until somebody answers")).to_be_visible()
    helper.goto(f"{house.url}/inbox/")
    helper.get_by_role("link", name="You may know this").click()
    expect(helper.get_by_role("link", name="The blue pump hums")).to_be_visible()
    helper.get_by_role("main").get_by_role("link", name="Answer", exact=True).click()
    helper.get_by_label("Know more? Add an answer").fill("Look at the check valve.")
    helper.get_by_role("button", name="Answer", exact=True).click()
    expect(helper.get_by_text("Look at the check valve.").first).to_be_visible()
    work_done()
    asker.goto(f"{house.url}/inbox/")
    expect(asker.get_by_role("link", name="Ben Yılmaz answered")).to_be_visible()


def test_not_this_time_is_said_with_one_press_and_taken_back_with_another(asked, visit, house, ben):
    page = visit(ben, java_script_enabled=False)
    page.goto(f"{house.url}/help/asked/{asked.pk}/")
    page.get_by_role("button", name="Not this time").click()
    expect(page.get_by_text("Nobody learns of it.")).to_be_visible()
    assert Request.objects.get(thread=asked, person=ben).declined_at
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("heading", name="Why you")).to_be_visible()
    assert Request.objects.get(thread=asked, person=ben).declined_at is None
