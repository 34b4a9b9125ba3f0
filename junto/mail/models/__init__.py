from junto.mail.models.renewal import Renewal

__all__ = ["Renewal"]
