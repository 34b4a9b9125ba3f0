"""What follows from what, in one table, and what happens at set times. No other place says so."""

from collections.abc import Sequence

from junto.kit.facts import Fact
from junto.kit.stream.publish import forget_old, publish
from junto.kit.work.listener import Listener
from junto.posts import facts as posts
from junto.spaces import facts as spaces

FOLLOWS: dict[type[Fact], Sequence[Listener]] = {
    posts.ThreadOpened: [publish],
    posts.PostWritten: [publish],
    posts.PersonMentioned: [],
    posts.PostEdited: [publish],
    posts.PostDeleted: [publish],
    posts.PostRestored: [publish],
    posts.ThreadDeleted: [publish],
    posts.ThreadRestored: [publish],
    posts.ThreadRetitled: [publish],
    posts.ThreadClosed: [publish],
    posts.ThreadReopened: [publish],
    posts.ThreadsLinked: [publish],
    posts.AnswerAccepted: [publish],
    posts.AcceptanceWithdrawn: [publish],
    posts.PostHelped: [publish],
    spaces.MemberJoined: [publish],
}

TIMETABLE: dict[Listener, str] = {
    forget_old: "17 * * * *",
}
