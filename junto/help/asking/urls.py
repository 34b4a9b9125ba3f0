from django.urls import path

from junto.help.asking.views import asked, gaps, mine

urlpatterns = [
    path("", mine.mine, name="mine"),
    path("topics/<int:topic_id>/", mine.topic, name="consent"),
    path("asked/<int:thread_id>/", asked.asked, name="asked"),
    path("asked/<int:thread_id>/declining/", asked.declining, name="declining"),
    path("asked/<int:thread_id>/topics/<int:topic_id>/", asked.not_about, name="not_about"),
    path("gaps/", gaps.gaps, name="gaps"),
]
