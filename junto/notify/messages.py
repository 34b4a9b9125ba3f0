"""Makes messages out of calls, in the language of whom they are for, as they may see it at this moment."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from django.conf import settings
from django.utils import translation

from junto.design.links import url
from junto.kit.notices import Target, Told, Words
from junto.notify.means import Message
from junto.notify.models import Call
from junto.notify.reading import targets, wishes
from junto.notify.switch_address import switch_path
from junto.people.models import Person


def messages(person: Person, calls: Sequence[Call]) -> list[Message]:
    """One message for each line and post, oldest first. What the person may not see now, or was deleted, is left out.

    Calls come with their `item` and `by`. Asks one thing for each family of subjects, however many calls there are.
    """
    with translation.override(person.language or settings.LANGUAGE_CODE):
        seen = targets([call.item for call in calls], person)
        found = Found(seen, _words(calls, person), wishes((call.item for call in calls), person))
        made = (found.message(group) for group in _groups(calls))
        return [message for message in made if message]


class Found:
    """What was found out about all calls at once."""

    def __init__(self, seen: Mapping[str, Target], words: Mapping[int, Words], wished: Mapping[str, str]) -> None:
        self._seen, self._words, self._wished = seen, words, wished

    def message(self, calls: Sequence[Call]) -> Message | None:
        """One message for calls of one line and one post; None when there is nothing the person may see."""
        first = calls[0]
        target, words = self._seen.get(first.item.subject), self._words.get(first.post_id or 0)
        if target is None or (words is None and first.notice.brings_words and first.post_id):
            return None
        names = list(dict.fromkeys(call.by.name for call in reversed(calls) if call.by))
        told = Told(names[:2], len(names), target, self._wished.get(first.item.wish, ""))
        return _message(first, told, words or Words("", ""))


def _message(call: Call, told: Told, words: Words) -> Message:
    notice = call.notice
    return Message(
        item_id=call.item_id,
        notice=notice.name,
        says=notice.says(told),
        because=notice.because(told),
        url=url("posts:post", call.post_id) if notice.brings_words and call.post_id else notice.leads_to(told.target),
        switch=switch_path(call.item, call.means, call.by_id),
        at=call.at,
        people=told.people,
        subject=call.item.subject,
        thread_id=call.item.thread_id,
        post_id=call.post_id,
        title=told.target.title,
        html=words.html,
        plain=words.plain,
    )


def _words(calls: Iterable[Call], person: Person) -> Mapping[int, Words]:
    """What was written, once for each family of notices."""
    wanted = defaultdict(set)
    notices = {}
    for call in calls:
        if call.post_id and call.notice.brings_words:
            family = call.item.subject.partition(":")[0]
            notices[family] = call.notice
            wanted[family].add(call.post_id)
    return {post: words for family, posts in wanted.items() for post, words in notices[family].words(posts, person).items()}


def _groups(calls: Iterable[Call]) -> list[list[Call]]:
    groups = defaultdict(list)
    for call in sorted(calls, key=lambda call: (call.at, call.pk)):
        groups[call.item_id, call.post_id].append(call)
    return list(groups.values())
