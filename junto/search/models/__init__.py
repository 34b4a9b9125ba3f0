from junto.search.models.document import Document, DocumentTopic
from junto.search.models.place import KnownModel, Place
from junto.search.models.rebuild import Rebuild

__all__ = ["Document", "DocumentTopic", "KnownModel", "Place", "Rebuild"]
