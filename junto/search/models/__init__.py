from junto.search.models.document import Document, DocumentTopic
from junto.search.models.rebuild import Rebuild

__all__ = ["Document", "DocumentTopic", "Rebuild"]
