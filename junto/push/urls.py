from django.urls import path

from junto.push.views import installing, phone, sharing, waiting

app_name = "push"
urlpatterns = [
    path("manifest.webmanifest", installing.manifest, name="manifest"),
    path("worker.js", installing.worker, name="worker"),
    path("offline/", installing.offline, name="offline"),
    path("outbox/", waiting.outbox, name="outbox"),
    path("phone/", phone.phone, name="phone"),
    path("phone/devices/", phone.devices, name="devices"),
    path("phone/devices/<int:number>/", phone.device, name="device"),
    path("phone/waiting/", phone.waiting, name="waiting"),
    path("share/", sharing.share, name="share"),
]
