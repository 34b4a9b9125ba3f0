from junto.kit.models.fact_record import FactRecord
from junto.kit.models.file import File
from junto.kit.models.stream_event import StreamEvent
from junto.kit.models.tries import Tries, counted_key
from junto.kit.models.upload import Upload
from junto.kit.models.work import Work

__all__ = ["FactRecord", "File", "StreamEvent", "Tries", "Upload", "Work", "counted_key"]
