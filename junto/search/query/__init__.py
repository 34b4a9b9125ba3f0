"""What somebody typed into the search box, understood."""

from junto.search.query.asked import Asked, Part, read
from junto.search.query.filters import Filter

__all__ = ["Asked", "Filter", "Part", "read"]
