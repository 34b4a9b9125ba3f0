from django.urls import path

from junto.operating.probes import DOORS
from junto.operating.views import dead_work, how_it_is
from junto.operating.views.security_txt import security_txt

app_name = "operating"
urlpatterns = [
    *DOORS,
    path(".well-known/security.txt", security_txt, name="security_txt"),
    path("operating/", how_it_is.page, name="how_it_is"),
    path("operating/look/", how_it_is.looking, name="looking"),
    path("operating/test-letter/", how_it_is.test_letter, name="test_letter"),
    path("operating/work/try/", dead_work.trying, name="try_all"),
    path("operating/work/aside/", dead_work.setting_aside, name="set_all_aside"),
    path("operating/work/<int:number>/try/", dead_work.trying, name="try"),
    path("operating/work/<int:number>/aside/", dead_work.setting_aside, name="set_aside"),
]
