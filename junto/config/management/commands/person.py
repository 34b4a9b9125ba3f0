import sys
from typing import Any

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management.base import CommandError, CommandParser
from django.core.validators import validate_email
from django.db import transaction

from junto.config.running import address_here
from junto.kit.command import HouseCommand
from junto.people.emergency import emergency_path
from junto.people.models import Person
from junto.people.models.person import tidy_email


class Command(HouseCommand):
    """Accounts from the command line, for set-ups that nobody watches and for owners who lost their key."""

    help = "Give somebody an account (person add EMAIL --name NAME), or let somebody in past every other door (person link EMAIL)."

    def add_arguments(self, parser: CommandParser) -> None:
        """What to do, and for whom."""
        parser.add_argument("action", choices=["add", "link"])
        parser.add_argument("email")
        parser.add_argument("--name", help="the name others will see (needed to add somebody)")
        parser.add_argument("--owner", action="store_true", help="may run accounts and settings")
        parser.add_argument("--password-stdin", action="store_true", help="read the password from the first line of the input")

    def handle(self, *args: Any, **options: Any) -> None:
        """Makes the account, or the link, and says what comes next."""
        self._link(options["email"]) if options["action"] == "link" else self._give_account(options)

    def _link(self, email: str) -> None:
        person = Person.objects.here().with_account().filter(email=tidy_email(email)).first()
        if person is None:
            raise CommandError(f"Nobody with the address {email} has an account that is open.")
        house = address_here()
        self.stdout.write(f"{house or USUAL}{emergency_path(person)}")
        self.stdout.write(f"It signs {person.name} in once, within 15 minutes, past every other door. They can read that it was made.")
        if not house:
            self.stdout.write(f"Junto does not run here now: start it first, and put the address it tells in the place of {USUAL}.")

    def _give_account(self, options: dict[str, Any]) -> None:
        if not options["name"]:
            raise CommandError("Say which name others will see: --name NAME.")
        password = sys.stdin.readline().rstrip("\r\n") if options["password_stdin"] else None
        person = self._add(options["email"], options["name"], password)
        if options["owner"]:
            person.make_owner()
        self.stdout.write(f"{person.name} ({person.email}) has an account{' and is an owner' if options['owner'] else ''}.")
        if password is None:
            self.stdout.write("They have no password yet: an owner or a host can give them a link to choose one.")

    def _add(self, email: str, name: str, password: str | None) -> Person:
        try:
            validate_email(email)
            if password is not None:
                validate_password(password, Person(name=name, email=email))
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        with transaction.atomic():
            if Person.objects.by_email(email):
                raise CommandError(f"Somebody with the address {email} has an account already.")
            person: Person = Person.objects.join(name=name, email=email, password=password)
        return person


USUAL = "http://127.0.0.1:8000"
