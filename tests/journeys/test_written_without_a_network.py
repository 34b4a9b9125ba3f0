"""What is written without a network waits in the browser and arrives once, whatever happens on the way.

`JUNTO_DISCONNECTS=1000` loses the connection a thousand times instead of forty.
"""

import os
from collections import Counter

import pytest
from playwright.sync_api import expect

from junto.posts.models import Post, Thread

pytestmark = pytest.mark.django_db(transaction=True)
DISCONNECTS = int(os.environ.get("JUNTO_DISCONNECTS", "40"))
TOGETHER = 10
WORDS = "Rinse the check valve with warm water."

LOSES = """(seed) => {
  const random = () => { // mulberry32
    let t = (seed += 0x6d2b79f5);
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const real = window.fetch;
  window.lost = 0;
  window.fetch = async (...asked) => {
    const fate = random();
    if (fate < 0.3) { lost += 1; throw new TypeError("lost before the server acted"); }
    const answer = await real(...asked);
    if (fate < 0.6) { lost += 1; throw new TypeError("lost after the server acted"); }
    return answer;
  };
}"""
PUT_IN = """async ({ texts, person, to }) => {
  for (const [mark, text] of texts) await outbox.add({ mark, person, to, page: location.pathname, about: "", fields: [["text", text]] });
}"""
SEND = "() => outbox.send().catch(() => null)"
LEFT = "async () => (await outbox.all()).length"


def at(visit, house, somebody, thread: Thread, **options):
    page = visit(somebody, **options)
    page.goto(f"{house.url}/threads/{thread.pk}/")
    page.wait_for_function("Boolean(customElements.get('junto-outbox'))")
    return page


def test_every_text_arrives_once_through_random_disconnects(visit, house, ben, question):
    page, to = at(visit, house, ben, question), f"/threads/{question.pk}/posts/"
    lost, written = 0, []
    while lost < DISCONNECTS:
        texts = [(f"{len(written) + n:08x}-0000-4000-8000-000000000000", f"Text number {len(written) + n}") for n in range(TOGETHER)]
        written += [text for _, text in texts]
        page.evaluate(LOSES, len(written))
        page.evaluate(PUT_IN, {"texts": texts, "person": ben.pk, "to": to})
        for _ in range(4):
            page.evaluate(SEND)
        lost += page.evaluate("lost") + 1
        page.evaluate("() => void outbox.send().catch(() => null)")
        page.reload()  # in the middle of sending
    page.wait_for_function(f"async () => {{ await ({SEND})(); return !(await ({LEFT})()); }}")
    came = Counter(Post.objects.filter(thread=question, author=ben).values_list("plain", flat=True))
    assert came == Counter(written)


def test_an_answer_whose_connection_was_lost_after_it_came_is_not_posted_again(visit, house, ben, question):
    page = at(visit, house, ben, question)

    def acts_and_is_lost(route):
        route.fetch()
        route.abort()

    page.route("**/posts/", acts_and_is_lost)
    page.get_by_label("Know more? Add an answer").fill(WORDS)
    page.get_by_role("button", name="Answer", exact=True).click()
    expect(page.get_by_role("region", name="Waits to be sent")).to_be_visible()
    page.unroute("**/posts/")
    page.reload()
    expect(page.get_by_text("What you wrote has arrived.")).to_be_visible()
    expect(page.get_by_role("article", name="Answer by Ben")).to_have_count(1)
    expect(page.get_by_label("Know more? Add an answer")).to_have_value("")
    assert Post.objects.filter(thread=question, author=ben).count() == 1


def test_what_waits_can_be_changed_or_taken_back_and_is_kept_when_it_is_refused(visit, house, ben, cleo, repairs, question, discussion):
    page = visit(ben)
    page.goto(f"{house.url}/ask/")
    waiting = page.get_by_role("region", name="Waits to be sent").get_by_role("listitem")
    page.context.set_offline(True)
    for count, title in enumerate(("Why does the lamp flicker?", "Why does the door stick?"), 1):
        page.get_by_label("Your question").fill(title)
        page.get_by_label("What have you tried").fill(WORDS)
        page.get_by_role("button", name="Ask", exact=True).click()
        expect(waiting).to_have_count(count)
        expect(waiting.last.get_by_role("textbox").first).to_have_value(title)
    waiting.first.get_by_role("textbox").first.fill("Why does the lamp on line 3 flicker?")
    waiting.last.get_by_role("button", name="Take it back").click()
    expect(waiting).to_have_count(1)
    page.context.set_offline(False)
    expect(page.get_by_text("What you wrote has arrived.")).to_be_visible()
    assert list(Thread.objects.filter(author=ben).values_list("title", flat=True)) == ["Why does the lamp on line 3 flicker?"]

    page.goto(f"{house.url}/threads/{discussion.pk}/")
    page.context.set_offline(True)
    page.get_by_label("Add a reply").fill(WORDS)
    page.get_by_role("button", name="Reply", exact=True).click()
    expect(waiting).to_have_count(1)
    discussion.close(by=cleo)
    page.context.set_offline(False)
    expect(waiting.get_by_text("It was closed meanwhile.")).to_be_visible()
    expect(waiting.get_by_role("textbox")).to_have_value(WORDS)


def test_what_is_refused_as_it_stands_does_not_wait_and_a_double_press_sends_once(visit, house, ben, question):
    page = at(visit, house, ben, question)
    field, button = page.get_by_label("Know more? Add an answer"), page.get_by_role("button", name="Answer", exact=True)
    field.fill("   ")
    button.click()
    expect(page.get_by_text("Write something first.")).to_be_visible()
    assert page.evaluate(LEFT) == 0
    at_it = f"{house.url}/threads/{question.pk}/"
    page.goto(at_it)
    field.fill(WORDS)
    button.dblclick()
    expect(page.get_by_role("article", name="Answer by Ben")).to_have_count(1)
    page.wait_for_function(f"async () => !(await ({LEFT})())")
    page.goto(at_it)
    expect(page.get_by_role("region", name="Waits to be sent")).to_be_hidden()
    assert Post.objects.filter(thread=question, author=ben).count() == 1
