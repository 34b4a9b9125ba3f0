from django.urls import path

from junto.topics.views import topic

app_name = "topics"
urlpatterns = [
    path("suggestions/", topic.suggestions, name="suggestions"),
    path("<str:slug>/", topic.topic, name="topic"),
    path("<str:slug>/merging/", topic.merging, name="merging"),
]
