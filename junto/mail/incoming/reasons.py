"""Why a mail was not posted at once: in words for whoever sent it, and for owners."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from junto.mail.incoming.letterbox import Letterbox
from junto.mail.out.mailing import Mailing

GIVEN_BACK = {
    "closed": _("the conversation was closed meanwhile and takes no more posts."),
    "gone": _("what you answered to is not there any more, or is no longer for you to read."),
    "left": _("you do not belong to the space it is about. Join it, then write it there."),
    "no_part": _("you do not belong to the space you sent it to. Join it, then post your mail there with one press."),
    "old": _("the address you answered to is older than half a year and no longer good."),
    "too_long": _("it is longer than a post can be. Please split it in two."),
    "empty": _("no words of yours could be found in it, only what you quoted or attached."),
    "sealed": _("it is encrypted or sealed in a way that cannot be opened here. Send it as plain text."),
    "to_our_answer": _(
        "you answered a letter by which Junto told of another mail of yours. Whether that is posted you say on its page in Junto."
    ),
    "no_helping": _("your own words cannot be marked as what helped you."),
}
UNPROVED = {"no_part"}
"""Of these it is not certain that they are from whom they say: the letter that gives them back carries none of their words."""
_NOT_YOURS = _("the address you wrote to was made for somebody else and is good only in their hands.")
ASTRAY = {
    "other_sender": _NOT_YOURS,
    "ended": _NOT_YOURS,
    "no_place": _("at the address you wrote to there is no conversation and no space for you."),
}
"""For the sender of a mail that waits. Where `WAITING` tells owners more, these tell no more than the sender may know."""
WAITING = {
    "other_sender": _("The address belongs to somebody else than the sender."),
    "forged": _("The mail server in front says that the sender is forged."),
    "unknown_sender": _("Nobody here has the sender’s address."),
    "no_place": _("It was sent to no address of a conversation or space."),
    "not_theirs": _("The sender says that they did not write it."),
    "ended": _("The account of whoever was written to ended."),
    "bomb": _("It is built so that opening it would be expensive; it was not opened."),
    "broken": _("It could not be read."),
}
PASSED_OVER = {
    "ours": _("One of our own mails, come back"),
    "report": _("A report of a mail server, or a receipt"),
    "bounce": _("A mail of ours did not arrive"),
    "automatic": _("An answer of a machine, such as of somebody who is away"),
    "list": _("From a mailing list"),
    "calendar": _("An answer of a calendar"),
}
TO_LETTER = "to_"
"""Before the name of a kind of mail: somebody answered one that is no conversation."""
TO_BOX = "box_"
"""Before the name of a letterbox: what somebody sent themselves lacks something."""


def why_given_back(reason: str) -> str | Promise:
    """For the sender, as what follows a colon."""
    answered = Mailing.named(reason.removeprefix(TO_LETTER)) if reason.startswith(TO_LETTER) else None
    box = Letterbox.named(reason.removeprefix(TO_BOX)) if reason.startswith(TO_BOX) else None
    return answered.if_answered if answered else box.if_not_enough if box else GIVEN_BACK.get(reason, "")
