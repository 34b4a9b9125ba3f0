from django.urls import path

from junto.people.views import accounts, blocks, coming_in, directory, erasure, known, looks, oversight, owner_link, person, picture, profile

app_name = "people"
urlpatterns = [
    path("", directory.directory, name="directory"),
    path("all/", directory.everybody, name="everybody"),
    path("coming-in/", coming_in.rules, name="coming_in"),
    path("me/", profile.me, name="me"),
    path("me/picture/", picture.picture, name="picture"),
    path("me/blocks/", blocks.blocks, name="blocks"),
    path("me/known/", known.known, name="known"),
    path("me/looks/", looks.mine, name="my_looks"),
    path("me/file/", known.file, name="file"),
    path("me/erasure/", erasure.mine, name="my_erasure"),
    path("oversight/looks/", looks.every, name="looks"),
    path("oversight/data-protection/", oversight.data_protection, name="data_protection"),
    path("oversight/data-protection/file/", oversight.record_file, name="record_file"),
    path("oversight/data-protection/bases/", oversight.bases, name="bases"),
    path("oversight/settings/", oversight.in_effect, name="in_effect"),
    path("gone/", erasure.gone, name="gone"),
    path("owner/<str:token>/", owner_link.owner, name="owner"),
    path("<int:number>/", person.person, name="person"),
    path("<int:number>/picture/", picture.of_somebody, name="picture_of"),
    path("<int:number>/follow/", person.follow, name="follow"),
    path("<int:number>/block/", person.block, name="block"),
    path("<int:number>/account/", accounts.account, name="account"),
    path("<int:number>/deactivation/", accounts.deactivation, name="deactivation"),
    path("<int:number>/ownership/", accounts.ownership, name="ownership"),
    path("<int:number>/auditing/", accounts.auditing, name="auditing"),
    path("<int:number>/second-step/", accounts.second_step, name="second_step"),
    path("<int:number>/sign-in-link/", accounts.sign_in_link, name="sign_in_link"),
    path("<int:number>/erasure/", erasure.somebody, name="erasure"),
]
