from django.urls import path

from junto.pages.views import home

app_name = "pages"
urlpatterns = [
    path("", home.home, name="home"),
    path("command/", home.command, name="command"),
]
