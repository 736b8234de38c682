"""Whether the desktop's session is locked, as far as the desktop says."""

from __future__ import annotations

import ctypes
import os
import sys

_PATIENCE_MS = 200
_DESKTOP_SWITCHDESKTOP = 0x0100
# Who may know on Linux: the common interface first, then GNOME's own.
_SAVERS = (
    ("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"),
    ("org.gnome.ScreenSaver", "/org/gnome/ScreenSaver"),
)


def is_locked() -> bool | None:
    """Say whether the session is locked; None where nobody can tell.

    On Linux the screen saver and logind are asked over D-Bus, on Windows whether the desktop that
    has the keyboard is the user's own. macOS has no public way to ask.
    """
    if sys.platform == "win32":
        return _windows()
    if sys.platform.startswith("linux"):
        return _linux()
    return None


def _windows() -> bool:
    user32 = ctypes.windll.user32  # type: ignore[attr-defined]
    desktop = user32.OpenInputDesktop(0, False, _DESKTOP_SWITCHDESKTOP)
    if not desktop:
        return True  # the locked screen is a desktop that only the system may open
    user32.CloseDesktop(desktop)
    return False


def _linux() -> bool | None:
    from PySide6.QtDBus import QDBusConnection

    answers = []
    session, system = QDBusConnection.sessionBus(), QDBusConnection.systemBus()
    if session.isConnected():
        answers += [_ask(session, name, path, name, "GetActive") for name, path in _SAVERS]
    number = os.environ.get("XDG_SESSION_ID", "")
    if number.isalnum() and system.isConnected():
        answers.append(_locked_hint(system, number))
    told = [answer for answer in answers if answer is not None]
    return any(told) if told else None


def _locked_hint(system: object, number: str) -> bool | None:
    """Return what logind says of a session; its object path writes a leading digit as _3x."""
    path = f"/org/freedesktop/login1/session/_3{number[0]}{number[1:]}"
    if not number[0].isdigit():
        path = f"/org/freedesktop/login1/session/{number}"
    properties = "org.freedesktop.DBus.Properties"
    arguments = ("org.freedesktop.login1.Session", "LockedHint")
    return _ask(system, "org.freedesktop.login1", path, properties, "Get", *arguments)


def _ask(
    bus: object, service: str, path: str, interface: str, method: str, *arguments: str
) -> bool | None:
    """Ask one service; None where it does not answer with yes or no."""
    from PySide6.QtDBus import QDBus, QDBusMessage, QDBusVariant

    message = QDBusMessage.createMethodCall(service, path, interface, method)
    message.setAutoStartService(False)
    message.setArguments(list(arguments))
    reply = bus.call(message, QDBus.CallMode.Block, _PATIENCE_MS)  # type: ignore[attr-defined]
    if reply.type() is not QDBusMessage.MessageType.ReplyMessage or not reply.arguments():
        return None
    answer = reply.arguments()[0]
    if isinstance(answer, QDBusVariant):
        answer = answer.variant()
    return answer if isinstance(answer, bool) else None
