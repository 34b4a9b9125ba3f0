from django.utils.translation import gettext_lazy as _

from junto.kit.privacy import Basis, Kept
from junto.push.models import Device


class KeptDevices(Kept):
    name = "devices"
    model = Device
    what = _("Which of your browsers want to be called, through whose service, and when they were last")
    why = _("so that you are told on your phone what concerns you")
    readers = _("only you")
    until = _("until you end it, sign out there, or the browser takes no more calls")
    basis = Basis.CONSENT
    fields = ("name", "service", "since", "called_at")
