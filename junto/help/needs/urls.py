from django.urls import path

from junto.help.needs.views import board, joining_in

urlpatterns = [
    path("", board.needs, name="needs"),
    path("new/", board.new, name="new_need"),
    path("<int:number>/", board.need, name="need"),
    path("<int:number>/edit/", board.edit, name="edit_need"),
    path("<int:number>/joining/", joining_in.joining, name="joining"),
    path("<int:number>/offers/", joining_in.offers, name="offers"),
    path("<int:number>/offers/<int:offer>/", joining_in.offer, name="offer"),
    path("<int:number>/end/", joining_in.end, name="need_end"),
]
