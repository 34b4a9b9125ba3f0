from junto.posts.models.acceptance import Acceptance
from junto.posts.models.attachment import Attachment
from junto.posts.models.card import Card, CardRemoval
from junto.posts.models.cards_paused import CardsPaused
from junto.posts.models.closure import Closure
from junto.posts.models.deletion import Deletion
from junto.posts.models.draft import Draft
from junto.posts.models.helped import Helped, HelpedBefore
from junto.posts.models.linked_page import LinkedPage
from junto.posts.models.mention import Mention
from junto.posts.models.origin import Origin
from junto.posts.models.outdated import Outdated
from junto.posts.models.post import Post
from junto.posts.models.read_position import ReadPosition
from junto.posts.models.reuse import Reuse
from junto.posts.models.revision import Revision
from junto.posts.models.sent import Sent
from junto.posts.models.thread import Thread
from junto.posts.models.thread_link import ThreadLink
from junto.posts.models.watch import Watch

__all__ = [
    "Acceptance",
    "Attachment",
    "Card",
    "CardRemoval",
    "CardsPaused",
    "Closure",
    "Deletion",
    "Draft",
    "Helped",
    "HelpedBefore",
    "LinkedPage",
    "Mention",
    "Origin",
    "Outdated",
    "Post",
    "ReadPosition",
    "Reuse",
    "Revision",
    "Sent",
    "Thread",
    "ThreadLink",
    "Watch",
]
