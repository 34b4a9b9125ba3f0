"""Moving in and out takes some seconds, so the worker does it. It may be interrupted and begins again: what is done stays done."""

from junto.kit.work import outreach
from junto.people.models import Person
from junto.portability.sample.loading import load_sample, take_sample_out


@outreach
def let_in(owner: int) -> None:
    """Lets the sample company in for this owner."""
    load_sample(by=Person.objects.get(pk=owner))


@outreach
def take_out(owner: int) -> None:
    """Takes the sample company out again."""
    take_sample_out(by=Person.objects.get(pk=owner))
