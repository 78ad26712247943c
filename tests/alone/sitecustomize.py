"""Read by every Python that the tests start: whatever reaches for the network or a program ends it.

An audit hook cannot be taken off again, and ending the process cannot be caught.
"""

import os
import socket
import sys

_EXIT_CODE = 97

_FORBIDDEN = (
    "socket.connect",
    "socket.bind",
    "socket.sendto",
    "socket.sendmsg",
    "socket.getaddrinfo",
    "socket.gethostbyname",
    "socket.gethostbyaddr",
    "urllib.Request",
    "http.client.connect",
    "webbrowser.open",
    "subprocess.Popen",
    "os.system",
    "os.exec",
    "os.posix_spawn",
    "os.spawn",
    "os.fork",
    "pty.spawn",
)


def _watch(event: str, arguments: tuple[object, ...]) -> None:
    is_socket = event == "socket.__new__" and arguments[1] != socket.AF_UNIX
    if is_socket or event in _FORBIDDEN:
        os.write(2, f"pirtui reached for {event} {arguments!r}\r\n".encode())
        os._exit(_EXIT_CODE)


sys.addaudithook(_watch)
