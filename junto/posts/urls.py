from django.urls import path, re_path

from junto.posts.drafting import KEY
from junto.posts.views import ask, attachments, cards, closing, deleting, drafts, editing, lists, marks, suggesting, thread, writing

app_name = "posts"
urlpatterns = [
    path("ask/", ask.ask, name="ask"),
    path("ask/spaces/", ask.my_spaces, name="my_spaces"),
    path("threads/<int:thread_id>/", thread.thread, name="thread"),
    path("threads/<int:thread_id>/posts/", writing.posts, name="posts"),
    path("threads/<int:thread_id>/fresh/", thread.fresh, name="fresh"),
    path("threads/<int:thread_id>/closure/", closing.closure, name="closure"),
    path("threads/<int:thread_id>/links/", closing.links, name="links"),
    path("threads/<int:thread_id>/deletion/", deleting.thread_deletion, name="thread_deletion"),
    path("threads/<int:thread_id>/watch/", marks.watch, name="watch"),
    path("threads/<int:thread_id>/mentionable/", suggesting.in_thread, name="mentionable"),
    path("posts/<int:post_id>/", thread.post, name="post"),
    path("posts/<int:post_id>/comments/", writing.comments, name="comments"),
    path("posts/<int:post_id>/edit/", editing.edit, name="edit"),
    path("posts/<int:post_id>/history/", editing.history, name="history"),
    path("posts/<int:post_id>/acceptance/", marks.acceptance, name="acceptance"),
    path("posts/<int:post_id>/helped/", marks.helped, name="helped"),
    path("posts/<int:post_id>/files/", attachments.of_post, name="files"),
    path("attachments/", attachments.attachments, name="attachments"),
    path("attachments/<int:number>/", attachments.attachment, name="attachment"),
    path("posts/<int:post_id>/reuse/", marks.reuse, name="reuse"),
    path("posts/<int:post_id>/cards/", cards.cards, name="cards"),
    path("posts/<int:post_id>/cards/<int:card_id>/", cards.card, name="card"),
    path("link-cards/", cards.in_this_house, name="link_cards"),
    path("posts/<int:post_id>/deletion/", deleting.deletion, name="deletion"),
    path("spaces/<str:slug>/threads/", lists.of_space, name="space_threads"),
    path("spaces/<str:slug>/deleted/", deleting.deleted, name="deleted"),
    path("spaces/<str:slug>/mentionable/", suggesting.in_space, name="space_mentionable"),
    path("preview/", suggesting.preview, name="preview"),
    path("drafts/", drafts.drafts, name="drafts"),
    re_path(rf"^drafts/(?P<key>{KEY.pattern})/$", drafts.draft, name="draft"),
]
