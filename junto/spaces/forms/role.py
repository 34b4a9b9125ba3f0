from functools import partial

from django import forms
from django.utils.translation import gettext_lazy as _

from junto.spaces.forms.space import explained
from junto.spaces.models import Membership

MEANING = {
    "member": _("Reads and writes."),
    "mentor": _("A member whom others may turn to; shown above the list."),
    "host": _("Lets people in, gives parts, changes the settings."),
}


class RoleForm(forms.Form):
    """Which part somebody has in a space."""

    role = forms.ChoiceField(label=_("Part"), choices=partial(explained, Membership.Role, MEANING), widget=forms.RadioSelect)
