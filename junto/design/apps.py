from django.apps import AppConfig


class Design(AppConfig):
    name = "junto.design"
    label = "design"

    def ready(self) -> None:
        """Before the first form is made."""
        from junto.design.field_words import say_it_our_way  # here, for forms need the settings

        say_it_our_way()
