"""Makes the people and the thread for `kills`, and says as JSON how each is signed in."""

import json
import sys

import django


def main(count: int) -> None:
    """One thread by somebody else, and `count` people who may answer."""
    django.setup()
    from django.conf import settings
    from django.core.management import call_command
    from django.middleware.csrf import _get_new_csrf_string
    from django.test import Client

    from junto.people.models import Person
    from junto.posts.models import Thread
    from junto.spaces.models import Space

    call_command("migrate", verbosity=0, interactive=False)
    asker = Person.objects.join(name="Ada Okafor", email="ada@example.org", is_owner=True)
    space = Space.objects.start(by=asker, name="Repairs", purpose="So that nothing is lost.")
    thread = Thread.objects.open(space, by=asker, title="What stays when the power goes?", source="Everything?")
    found = []
    for number in range(count):
        person = Person.objects.join(name=f"Writer {number}", email=f"writer{number}@example.org")
        space.add(person)
        client = Client()
        client.force_login(person, backend=settings.AUTHENTICATION_BACKENDS[0])
        cookie = f"{settings.SESSION_COOKIE_NAME}={client.cookies[settings.SESSION_COOKIE_NAME].value}"
        found.append({"number": person.pk, "thread": thread.pk, "cookie": cookie, "token": _get_new_csrf_string()})
    print(json.dumps(found))


if __name__ == "__main__":
    main(int(sys.argv[1]))
