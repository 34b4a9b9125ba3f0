from junto.kit.arrivals import Arrival
from junto.people.models import Person
from junto.posts.models import Sent


class PostArrival(Arrival):
    """An answer, a reply, a comment, or the opening of a thread."""

    name = "posts"

    def under(self, mark: str, person: int) -> str | None:
        from junto.posts.addresses import address_of  # knows how pages are drawn, which no command needs that only starts the house

        post = Sent.objects.under(mark, Person(pk=person))
        return address_of(post) if post else None
