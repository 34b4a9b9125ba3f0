from django.urls import path

from junto.search.views import command, results, typing

app_name = "search"
urlpatterns = [
    path("", results.results, name="results"),
    path("finds/", typing.finds, name="finds"),
    path("similar/", typing.similar, name="similar"),
    path("go/", command.go, name="go"),
]
