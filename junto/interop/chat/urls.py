from django.urls import path

from junto.interop.chat.views import door, doors, linking, own

app_name = "chat"
urlpatterns = [
    path("chat/<str:token>/", door.door, name="door"),
    path("people/me/chat/", own.own, name="own"),
    path("people/me/chat/new/<str:form>/", own.new, name="new"),
    path("people/me/chat/code/", own.code, name="code"),
    path("people/me/chat/again/", own.again, name="again"),
    path("people/me/chat/link/<str:told>/", linking.link, name="link"),
    path("people/me/chat/links/<int:number>/", linking.linked, name="linked"),
    path("spaces/<str:slug>/chat/", doors.doors, name="doors"),
    path("spaces/<str:slug>/chat/<int:number>/", doors.settings, name="door_settings"),
]
