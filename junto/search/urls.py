from django.urls import path

from junto.search.views import command, doubles, related, results, typing

app_name = "search"
urlpatterns = [
    path("", results.results, name="results"),
    path("finds/", typing.finds, name="finds"),
    path("similar/", typing.similar, name="similar"),
    path("related/<int:thread_id>/", related.related_threads, name="related"),
    path("doubles/<str:slug>/", doubles.doubles, name="doubles"),
    path("go/", command.go, name="go"),
]
