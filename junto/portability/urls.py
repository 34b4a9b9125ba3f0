from django.urls import path

from junto.portability.lists.views import question_list
from junto.portability.views import sample

app_name = "portability"
urlpatterns = [
    path("spaces/<str:slug>/list/", question_list, name="question_list"),
    path("sample/", sample.sample, name="sample"),
]
