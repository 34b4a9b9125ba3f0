"""Why a file is not taken in, in words that say what to do instead."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "empty": _("This file is empty."),
    "too_large": _("This file is too large: %(most)s MB is the most that can be taken in."),
    "no_picture": _("This is no picture that can be shown here. Take one in JPEG, PNG, WebP, AVIF, GIF or SVG."),
    "program": _("This file is a program. Programs are not taken in; put it into an archive, or say where it can be found."),
    "too_many_points": _("This picture has too many points to be shown. Save it smaller and try again."),
    "two_things": _("This file is a picture and something else at once, so it was not kept. Save the picture anew and take that."),
    "damaged": _("This picture cannot be read; it may be damaged or cut off. Take another copy of it."),
    "empty_drawing": _("Nothing in this drawing can be shown safely. Save it as PNG and take that."),
    "no_room": _("There is no room left for it: all files of yours together may hold %(most)s MB. Take out a file you no longer need."),
    "too_many": _("At most %(most)s files can go along. Take some off and try again."),
    "too_often": _("That was a lot of files in one hour. Give the next one a little later."),
    "no_store": _("The place where files are kept does not answer just now. Nothing was kept; try again in a few minutes."),
    "not_there": _("What was sent of this file is not here any more. Choose it once more."),
}


class Refused(Exception):
    """A file that is not taken in. `code` says why for the machine, `str()` for a person, in their language."""

    def __init__(self, code: str, **places: object) -> None:
        super().__init__(code)
        self.code, self.places = code, places

    def __str__(self) -> str:
        return words_of(self.code, **self.places)


def words_of(code: str, **places: object) -> str:
    """The words of a refusal that was kept by its code."""
    return str(WORDS[code]) % places
