from junto.help.needs.searchable import NeedSearchable

__all__ = ["NeedSearchable"]
