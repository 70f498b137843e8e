"""The questions whose answers nobody can look at again."""

from __future__ import annotations

from probatum.session.tracking import clock_and_chance, listening

# By these a claim hears of what nobody can look at again.
OUTSIDE = (
    *(
        "os.exec",
        "os.fork",
        "os.forkpty",
        "os.posix_spawn",
        "os.spawn",
        "os.startfile",
        "os.system",
        "pty.spawn",
    ),
    *(
        "socket.bind",
        "socket.connect",
        "socket.getaddrinfo",
        "socket.gethostbyaddr",
        "socket.gethostbyname",
        "socket.getnameinfo",
        "socket.getservbyname",
        "socket.getservbyport",
        "socket.sendmsg",
        "socket.sendto",
    ),
    *(listening.STARTED, "subprocess.Popen", "winreg.OpenKey"),
)
# The same, but libraries ask these for their own ends.
FOR_OWN_CODE = (
    "a folder by its number",
    "ctypes.dlopen",
    "os.environ as a whole",
    "os.fstat",
    "os.getxattr",
    "os.listxattr",
)
# The same, but that parts of Python ask these for whoever calls them.
BY_WAY_OF_PYTHON = ("socket.gethostname", clock_and_chance.PROCESS)
