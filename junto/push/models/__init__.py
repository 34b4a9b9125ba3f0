from junto.push.models.device import Device

__all__ = ["Device"]
