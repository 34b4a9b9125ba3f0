from django.urls import path

from junto.help.outcomes import views as outcomes
from junto.help.waiting import views as waiting

app_name = "help"
urlpatterns = [
    path("threads/<int:thread_id>/outcome/", outcomes.outcome, name="outcome"),
    path("threads/<int:thread_id>/outcome/when/", outcomes.when, name="when"),
    path("spaces/<str:slug>/waiting/", waiting.waiting, name="waiting"),
]
