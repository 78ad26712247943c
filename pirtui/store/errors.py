"""What can be wrong with a library file, each as one sentence that says what to do next."""


class LibraryProblem(Exception):
    """The library cannot do what was asked; the message is one sentence for a person."""


class NewerLibrary(LibraryProblem):
    """The file was written by a newer pirtui."""


class ForeignFile(LibraryProblem):
    """The file is not a pirtui library."""


class CorruptLibrary(LibraryProblem):
    """The file is damaged."""


class LockedLibrary(LibraryProblem):
    """Another process holds the file for too long."""


class ReadOnlyLibrary(LibraryProblem):
    """The file, or its folder, cannot be written."""


class FullDisk(LibraryProblem):
    """There is no room left on the disk."""


class MovedLibrary(LibraryProblem):
    """The file was moved, deleted or replaced while it was open."""


class UnknownReview(LibraryProblem):
    """No review goes by this name."""


class RefTaken(LibraryProblem):
    """Another review already has this name."""


class ChangedElsewhere(LibraryProblem):
    """Another process changed the same item in the meantime."""
