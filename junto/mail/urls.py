from django.urls import path

from junto.mail.incoming.views import mine, waiting
from junto.mail.out.views import address, stop, told

app_name = "mail"
urlpatterns = [
    path("", address.mine, name="address"),
    path("address/", address.set_right, name="set_right"),
    path("stops/<slug:mailing>/", stop.own, name="own_stop"),
    path("stop/<str:token>/", stop.by_link, name="stop"),
    path("told/<slug:provider>/", told.told, name="told"),
    path("mine/", mine.every, name="all_mine"),
    path("mine/<int:number>/", mine.one, name="mine"),
    path("mine/<int:number>/whole/", mine.whole, name="whole"),
    path("mine/<int:number>/attachments/<int:which>/", mine.attachment, name="attachment"),
    path("mine/<int:number>/words/", mine.words, name="words"),
    path("addresses/", mine.addresses, name="addresses"),
    path("waiting/", waiting.every, name="all_waiting"),
    path("waiting/<int:number>/", waiting.one, name="waiting"),
    path("waiting/<int:number>/words/", waiting.words, name="waiting_words"),
]
