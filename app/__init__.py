"""What Pinglun knows and does: pure Python, no Qt."""

__version__ = "0.1.0"
