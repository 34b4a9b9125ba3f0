"""What stands sealed is sealed anew after the secret key was changed: no column is forgotten."""

from django.apps import apps

from junto.people.sealing_anew import Sealed

RENEW_THEMSELVES = {
    "device.sealed",  # says which key the browser was told of; it is asked anew when somebody comes by
    "chat_question.sealed_reply_to",  # gone within the hour
}


def test_every_sealed_column_is_sealed_anew():
    listed = {f"{kind.rows().model._meta.db_table}.{column}" for kind in Sealed.every() for column in kind.columns}
    columns = {
        f"{model._meta.db_table}.{column.name}"
        for model in apps.get_models()
        for column in model._meta.concrete_fields
        if column.name.startswith("sealed")
    }
    assert columns - listed == RENEW_THEMSELVES
