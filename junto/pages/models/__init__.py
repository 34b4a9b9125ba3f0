from junto.pages.models.put_away import PutAway

__all__ = ["PutAway"]
