from junto.kit.models.backup_made import BackupMade
from junto.kit.models.clock_seen import ClockSeen
from junto.kit.models.fact_record import FactRecord
from junto.kit.models.file import File
from junto.kit.models.last_run import LastRun
from junto.kit.models.stream_event import StreamEvent
from junto.kit.models.tries import Tries, counted_key
from junto.kit.models.upload import Upload
from junto.kit.models.work import Work

__all__ = ["BackupMade", "ClockSeen", "FactRecord", "File", "LastRun", "StreamEvent", "Tries", "Upload", "Work", "counted_key"]
