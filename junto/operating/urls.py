from junto.operating.probes import DOORS

app_name = "operating"
urlpatterns = [
    *DOORS,
]
