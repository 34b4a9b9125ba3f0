from django.urls import path

from junto.mail.out.views import address, stop, told

app_name = "mail"
urlpatterns = [
    path("", address.mine, name="mine"),
    path("address/", address.set_right, name="set_right"),
    path("stops/<slug:mailing>/", stop.own, name="own_stop"),
    path("stop/<str:token>/", stop.by_link, name="stop"),
    path("told/<slug:provider>/", told.told, name="told"),
]
