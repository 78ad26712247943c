"""Words that steer a room towards persons in place of conditions, and what could stand there instead.

Everything is decided by the grammatical subject: systems may fail, ignore and be faulty. English only.
"""

from pirtui.domain.blame_language.checking import findings, prepare
from pirtui.domain.blame_language.finding import Finding, Level

__all__ = ["Finding", "Level", "findings", "prepare"]
