from typing import Any

from django import forms

from junto.kit.privacy import Basis, Kept
from junto.people.models import LegalBasis


class Bases(forms.Form):
    """A legal basis for each kind of data: what was chosen, or what is suggested."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen = dict(LegalBasis.objects.values_list("kind", "basis"))
        for kept in Kept.every():
            initial = chosen.get(kept.name, kept.basis)
            self.fields[kept.name] = forms.ChoiceField(
                label=str(kept.what), choices=Basis.choices, initial=initial, help_text=str(kept.why)
            )
