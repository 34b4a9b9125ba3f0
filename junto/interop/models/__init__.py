from junto.interop.models.personal_address import PersonalAddress

__all__ = ["PersonalAddress"]
