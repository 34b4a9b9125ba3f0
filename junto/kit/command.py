"""What every command of this house shares."""

import argparse
from typing import Any

from django.core.management.base import BaseCommand, CommandParser


def plainly(problem: Exception) -> str:
    """What went wrong, to stand in a sentence: in one line, without the numbers of errors and without a full stop."""
    said = str(problem)
    if isinstance(problem, OSError) and problem.strerror:
        said = f"{problem.filename}: {problem.strerror}" if problem.filename else problem.strerror
    return " ".join(said.split()).rstrip(".?")


class HouseCommand(BaseCommand):
    """A command as an operator meets it: its help tells what is ours, and nothing of what it is built on."""

    requires_system_checks: list[str] = []

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> CommandParser:
        """With what every command takes (`take_data_folder` reads it before this)."""
        said = "Every command takes --data DIR, the folder in which everything is kept."
        return super().create_parser(prog_name, subcommand, epilog=said, **kwargs)

    def add_base_argument(self, parser: CommandParser, *args: Any, **kwargs: Any) -> None:
        """Django's own options work, and are not told of."""
        parser.add_argument(*args, **{**kwargs, "help": argparse.SUPPRESS})
