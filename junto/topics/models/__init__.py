from junto.topics.models.topic import Topic

__all__ = ["Topic"]
