from django.urls import path

from junto.interop.calendars import views as calendars
from junto.interop.feeds.views import feed
from junto.interop.personal import views as personal
from junto.interop.views import from_any_page

app_name = "interop"
urlpatterns = [
    path("addresses/", personal.addresses, name="addresses"),
    path("addresses/made/", personal.making, name="making"),
    path("addresses/<int:number>/", personal.ending, name="ending"),
    path("feeds/<str:word>.atom", feed, name="feed"),
    path("calendars/<str:word>.ics", calendars.calendar, name="calendar"),
    path("from-any-page/", from_any_page, name="from_any_page"),
    path("dates/", calendars.dates, name="dates"),
    path("dates/<slug:thing>.ics", calendars.entry, name="date"),
]
