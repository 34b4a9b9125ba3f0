from django.urls import path

from junto.pages.views import command, home

app_name = "pages"
urlpatterns = [
    path("", home.home, name="home"),
    path("first-steps/", home.put_away, name="first_steps"),
    path("minute/", home.minute, name="minute"),
    path("command/", command.command, name="command"),
]
