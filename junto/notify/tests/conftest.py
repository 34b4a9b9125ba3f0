from junto.notify.tests.carrier import life, mail

__all__ = ["life", "mail"]
