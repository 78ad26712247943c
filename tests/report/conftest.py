"""Lets these tests import what all tests share, such as `strategies`, from the folder above."""

import sys
from pathlib import Path

_SHARED = str(Path(__file__).parent.parent)
if _SHARED not in sys.path:
    sys.path.insert(0, _SHARED)
