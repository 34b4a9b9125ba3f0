import sys
from typing import Any

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.core.validators import validate_email
from django.db import transaction

from junto.people.models import Person


class Command(BaseCommand):
    """Accounts from the command line, for set-ups that nobody watches and for owners who lost their key."""

    help = "Give somebody an account: person add EMAIL --name NAME [--owner] [--password-stdin]"
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        """What to do, and for whom."""
        parser.add_argument("action", choices=["add"])
        parser.add_argument("email")
        parser.add_argument("--name", required=True, help="the name others will see")
        parser.add_argument("--owner", action="store_true", help="may run accounts and settings")
        parser.add_argument("--password-stdin", action="store_true", help="read the password from the first line of the input")

    def handle(self, *args: Any, **options: Any) -> None:
        """Makes the account and says what comes next."""
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
