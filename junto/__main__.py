"""`python -m junto COMMAND`: every command of the house; `start.py` brings you here."""

import os
import sys
from typing import NoReturn

ON_TABLES = {"backup", "demo", "import", "meaning", "move", "person", "reindex", "rerender"}
"""Commands that work on the tables, and may be the first one ever given here."""

NAME = "python3 start.py"
"""What people type, as usage and errors call it."""


def take_data_folder(words: list[str]) -> list[str]:
    """Moves `--data DIR` (any command takes it) into the environment, before settings are read."""
    rest = list(words)
    for at, word in enumerate(words):
        if word == "--data" and at + 1 < len(words):
            os.environ["JUNTO_DATA"] = words[at + 1]
            del rest[at : at + 2]
        elif word == "--data":
            stop("--data names a folder: --data DIR.")
        elif word.startswith("--data="):
            os.environ["JUNTO_DATA"] = word.removeprefix("--data=")
            rest.remove(word)
    return rest


def main() -> None:
    """Runs one command."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "junto.config.settings")
    words = take_data_folder(sys.argv[1:])
    from django.core.management import execute_from_command_line

    from junto.config.env import WrongSetting

    try:
        if words and words[0] in ON_TABLES and not {"-h", "--help"} & set(words):
            bring_tables_up_to_date()
        execute_from_command_line([NAME, *words])
    except WrongSetting as wrong:
        if words[:1] == ["doctor"]:
            tell_the_doctor(wrong, as_json="--json" in words)
        stop(f"Junto cannot start: {wrong}")
    except KeyboardInterrupt:
        sys.exit(130)


def bring_tables_up_to_date() -> None:
    """As serving does before the first page."""
    import django

    django.setup()
    from junto.config.reach import reach_database
    from junto.config.serving.preparing import migrate

    reach_database()
    migrate()


def tell_the_doctor(wrong: Exception, as_json: bool) -> NoReturn:
    """Settings that cannot be read are a finding as well, and the only one that can be made."""
    from junto.config.doctor import report

    found = [report.of_settings(wrong)]
    if as_json:
        print(report.as_json(found))
    else:
        report.show(found)
    sys.exit(1)


def stop(sentence: str) -> NoReturn:
    """Ends with one sentence instead of a traceback."""
    print(sentence, file=sys.stderr)
    sys.exit(2)


if __name__ == "__main__":
    main()
