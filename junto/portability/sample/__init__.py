"""A small company made up for looking around: `load_sample` lets it move in, `take_sample_out` takes it away again."""

from junto.portability.sample.loading import how_far, is_here, load_sample, take_sample_out

__all__ = ["how_far", "is_here", "load_sample", "take_sample_out"]
