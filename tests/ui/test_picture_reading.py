"""Pictures through the real networks: two small ones of tests/data, without any network."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from app import cli, paste
from ui.start import load_picture

FOLDER = Path(__file__).parent.parent / "data" / "pictures"


@pytest.fixture
def offline(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args: object, **_more: object) -> None:
        raise AssertionError("nothing may go to the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


@pytest.mark.usefixtures("offline")
@pytest.mark.parametrize("name", ["thread.png", "dark.jpg"])
def test_a_screenshot_is_read_offline(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["read", str(FOLDER / name)], load_picture=load_picture) == 0
    first, second, third = paste.parse(capsys.readouterr().out)
    text = "宝子们蹲一个链接，第一次见有人把西红柿炒鸡蛋做得这么好看"
    assert first.text.replace(" ", "").replace(",", "，") == text
    assert (first.author, first.posted, first.place, first.likes) == (
        "momo",
        "2天前",
        "上海",
        "1.2万",
    )
    assert (second.author, second.badges, second.depth) == ("小红薯", ("作者",), 1)
    assert (second.reply_to, second.text, second.likes) == ("momo", "真的会谢", "39")
    assert (third.author, third.depth, third.likes) == ("Lily在上海", 0, "")
    assert third.text.replace(" ", "") == "Isthisrecipeglutenfree?Lookssogood"


def test_the_command_line_says_what_is_wrong(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    empty = tmp_path / "empty.png"
    empty.write_bytes(b"")
    assert cli.run(["read", str(empty)], load_picture=load_picture) == 1
    assert "could not be read as a picture" in capsys.readouterr().err
    assert cli.run(["read", str(empty)]) == 1
    assert "window" in capsys.readouterr().err
