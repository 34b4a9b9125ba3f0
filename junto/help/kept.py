from junto.help.hallway.kept import KeptFirstLooks, KeptNotes, KeptPartners, KeptSharedByMe, KeptSharedNotes

__all__ = ["KeptFirstLooks", "KeptNotes", "KeptPartners", "KeptSharedByMe", "KeptSharedNotes"]
