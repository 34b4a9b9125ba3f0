from typing import Any

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

    role = forms.ChoiceField(label=_("Part"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["role"].choices = explained(Membership.Role, MEANING)
