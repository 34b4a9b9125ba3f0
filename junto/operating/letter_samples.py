"""The test letter, to be looked at."""

from django.utils.translation import gettext_lazy as _

from junto.operating.letters import TEST
from junto.people.letter_samples import WordingSample


class Test(WordingSample):
    name, title, wording = "test", _("A test letter"), TEST
