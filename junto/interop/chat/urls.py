from django.urls import path

from junto.interop.chat.views import own

app_name = "chat"
urlpatterns = [
    path("people/me/chat/", own.own, name="own"),
    path("people/me/chat/new/<str:form>/", own.new, name="new"),
    path("people/me/chat/code/", own.code, name="code"),
    path("people/me/chat/again/", own.again, name="again"),
]
