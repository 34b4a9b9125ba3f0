from django.urls import path

from junto.help.hallway.views import first_look, notes, sharing

urlpatterns = [
    path("", notes.notes, name="notes"),
    path("new/", notes.new, name="new_note"),
    path("like/", notes.like, name="like"),
    path("people/", notes.people, name="people"),
    path("first-looks/<int:number>/", first_look.first_look, name="first_look"),
    path("shared/<int:number>/", sharing.shared, name="shared"),
    path("of/<str:slug>/", sharing.of_space, name="of_space"),
    path("<int:number>/", notes.note, name="note"),
    path("<int:number>/deletion/", notes.deletion, name="deletion"),
    path("<int:number>/sharing/", sharing.sharing, name="sharing"),
    path("<int:number>/case/", sharing.case, name="case"),
]
