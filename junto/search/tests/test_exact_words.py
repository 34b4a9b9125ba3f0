"""Codes, names, versions and files are found exactly, however they are written."""

from collections.abc import Callable

import pytest
from django.test import Client

from junto.people.models import Person
from junto.posts.models import Thread
from junto.search.index import Word
from junto.search.index.postgresql import share_of
from junto.search.tests.looking import look, titles

MEANT = [
    ("what does E-41 mean", "E-41 after every cold start"),
    ("E41", "E-41 after every cold start"),
    ("e 41", "E-41 after every cold start"),
    ("error E-17", "Terminal shows E-17, then restarts"),
    ("E17", "Terminal shows E-17, then restarts"),
    ("0x80070005", "Update stops with 0x80070005"),
    ("0X80070005", "Update stops with 0x80070005"),
    ("code 0x80070006", "Another day, another 0x80070006"),
    ("P-34", "Alarm P-34 cannot be cleared"),
    ("alarm p34", "Alarm P-34 cannot be cleared"),
    ("how do I reset P-34?", "Alarm P-34 cannot be cleared"),
    ("SB-118", "Does bulletin SB-118 apply to ours?"),
    ("sb118 bulletin", "Does bulletin SB-118 apply to ours?"),
    ("4.2.1", "After 4.2.1 the label printer is silent"),
    ("version 4.2.1", "After 4.2.1 the label printer is silent"),
    ("4.2.10", "4.2.10 asks for a licence twice"),
    ("42.1", "Torque of 42.1 Nm or 45?"),
    ("v2.0", "Who still runs v2.0?"),
    ("2.0", "Who still runs v2.0?"),
    ("settings.toml", "Where is settings.toml kept?"),
    ("settings toml", "Where is settings.toml kept?"),
    ("label_printer.py", "label_printer.py waits for ever"),
    ("label printer py", "label_printer.py waits for ever"),
    ("/var/log/syslog", "/var/log/syslog fills the disk"),
    ("syslog", "/var/log/syslog fills the disk"),
    ("C++", "C++ or Rust for the driver?"),
    ("c++ driver", "C++ or Rust for the driver?"),
    ("C#", "C# client loses its session"),
    ("c# session", "C# client loses its session"),
    ("check-valve rattles", "The check valve rattles"),
    ("checkvalve", "Sand in the check-valve"),
    ("check valve sand", "Sand in the check-valve"),
    ("USB-C", "USB-C cable of the scanner breaks"),
    ("usbc", "USB-C cable of the scanner breaks"),
    ("RS-485", "RS-485 ends where?"),
    ("rs485", "RS-485 ends where?"),
    ("RS485 termination", "RS-485 ends where?"),
    ("T7", "T7 terminal without a picture"),
    ("t7 terminal", "T7 terminal without a picture"),
    ("Plateau 600", "Plateau 600 in a cold store"),
    ("plateau 600 cold", "Plateau 600 in a cold store"),
    ("10:30", "Train at 10:30 or at 11?"),
    ("24V", "24V supply hums"),
    ("24 V", "24V supply hums"),
    ("24v supply", "24V supply hums"),
    ("ISO 9001 audit", "ISO 9001 audit, who writes what?"),
    ("iso9001", "Is ISO-9001 worth it?"),
    ("ISO-9001 worth", "Is ISO-9001 worth it?"),
    ("DIN EN 1090", "Does DIN EN 1090 ask for this?"),
    ("1090", "Does DIN EN 1090 ask for this?"),
    ("HX711", "HX711 drifts"),
    ("hx-711", "HX711 drifts"),
    ("mod_wsgi", "mod_wsgi eats memory"),
    ("modwsgi", "mod_wsgi eats memory"),
    ("Ü-Wert", "Welcher Ü-Wert gilt?"),
    ("u-wert", "Welcher Ü-Wert gilt?"),
    ("192.168.0.17", "192.168.0.17 is taken twice"),
    ("192.168.0.1", "Gateway 192.168.0.1 does not answer"),
    ("info@example.org", "Who reads info@example.org?"),
    ("AT-7/B", "AT-7/B or AT-7/C?"),
    ("at-7/c", "AT-7/B or AT-7/C?"),
    ("M12x1.5", "Thread M12x1.5 is worn"),
    ("#define", "A #define too many"),
    ("½ inch", "Is 12 or ½ inch meant?"),
]
OTHERS = ["E 14 on the old terminal", "Forty-one ways to lose a screw", "421 visitors came", "Versions, all of them"]


@pytest.fixture
def reader(ask: Callable[..., Thread], signed_in: Callable[[Person], Client], eve: Person, work_done: Callable[[], int]) -> Client:
    """Eve's browser in a house where all of these stand."""
    for title in dict.fromkeys([title for _, title in MEANT] + OTHERS):
        ask(title)
    work_done()
    return signed_in(eve)


def test_each_is_found_first_by_every_way_of_writing_it(reader: Client) -> None:
    wrong = {words: titles(look(reader, words))[:2] for words, title in MEANT if titles(look(reader, words))[:1] != [title]}
    assert len(MEANT) >= 60
    assert wrong == {}


def test_a_number_of_a_part_is_rare_though_its_pieces_are_common() -> None:
    common = {"4": 0.12, "2": 0.12, "1": 0.12, "version": 0.01}
    part = share_of(Word(forms=("4_2_1",), rows=(("4", "2", "1"),)), common)
    assert 0 < part < share_of(Word(forms=("version",)), common)


@pytest.mark.parametrize(
    ("words", "not_meant"),
    [("E-41", "Forty-one ways to lose a screw"), ("4.2.1", "421 visitors came"), ("E-41", "E 14 on the old terminal")],
)
def test_what_only_looks_alike_is_not_found(reader: Client, words: str, not_meant: str) -> None:
    assert not_meant not in titles(look(reader, words))
