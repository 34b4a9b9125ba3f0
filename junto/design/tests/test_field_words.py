"""What forms say sounds like a colleague and not like a machine."""

import pytest
from django import forms
from django.core.validators import RegexValidator


class Given(forms.Form):
    name = forms.CharField()
    count = forms.IntegerField()
    day = forms.DateField()
    at = forms.TimeField()
    kind = forms.ChoiceField(choices=[("a", "A")])
    mail = forms.EmailField()
    code = forms.CharField(validators=[RegexValidator("^x$")])


def said(field, **given):
    return Given(given).errors[field][0]


@pytest.mark.parametrize(
    ("field", "given", "words"),
    [
        ("name", "", "This is still needed."),
        ("count", "many", "Write a whole number."),
        ("day", "someday", "This is no day; write it like 2026-03-31."),
        ("at", "noon", "This is no time; write it like 17:30."),
        ("kind", "b", "Choose from the list; “b” is not in it."),
        ("mail", "ada@", "This does not look like an e-mail address."),
        ("code", "y", "This cannot be taken as it stands. Look whether a letter is wrong."),
    ],
)
def test_each_sentence_is_ours(field, given, words):
    assert said(field, **{field: given}) == words


def test_sign_in_says_the_same(client, db):
    assert "This is still needed." in client.post("/account/login/", {"login": "", "password": ""}).content.decode()
