from django.urls import include, path

from junto.help.asking import urls as asking
from junto.help.figures import views as figures
from junto.help.holding import views as holding
from junto.help.outcomes import views as outcomes
from junto.help.waiting import views as waiting

app_name = "help"
urlpatterns = [
    *asking.urlpatterns,
    path("threads/<int:thread_id>/outcome/", outcomes.outcome, name="outcome"),
    path("threads/<int:thread_id>/outcome/when/", outcomes.when, name="when"),
    path("spaces/<str:slug>/waiting/", waiting.waiting, name="waiting"),
    path("posts/<int:post_id>/verification/", holding.verification, name="verification"),
    path("posts/<int:post_id>/outdated/", holding.outdated, name="outdated"),
    path("posts/<int:post_id>/doubt/", holding.doubt, name="doubt"),
    path("spaces/<str:slug>/still-true/", holding.still_true, name="still_true"),
    path("spaces/<str:slug>/figures/", figures.overview, name="figures"),
    path("spaces/<str:slug>/figures/<slug:name>/", figures.behind, name="behind"),
    path("hallway/", include("junto.help.hallway.urls")),
    path("needs/", include("junto.help.needs.urls")),
]
