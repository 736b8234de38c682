"""Draw pictures of comments as a phone shows them, with what stands in them; all of it made up.

    python -m tests.pictures FOLDER     draw the set that tests/bench/bench_pictures.py measures

The layout is that of the app: avatar, grey name, text, a line of time, place and 回复, the like
count at the right, answers further in, a status bar above and an input bar below. What is drawn is
no photograph of the platform, and figures measured on it say so.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QImage,
    QPainter,
    QPen,
    QTextLayout,
    QTextOption,
)

from app.models import Comment

HEIGHT = 60_000  # px; no picture is drawn longer
FAMILIES = ["Noto Sans CJK SC", "Noto Color Emoji"]


@dataclass(frozen=True, slots=True)
class Style:
    """How a picture is drawn. Lengths in the code below are for a scale of 1."""

    name: str = "plain"
    scale: float = 2.0
    dark: bool = False
    width: int = 375
    bars: bool = True
    likes_above: bool = False  # heart and count beside the name, not beside the time
    time_in_text: bool = False  # the time follows the last word of the text
    stickers: bool = False
    lines: bool = False  # hair lines between comments
    jpeg: int = 0  # quality; 0 keeps every pixel


class _Pen:
    """Draws downwards; knows where it is."""

    def __init__(self, image: QImage, style: Style) -> None:
        self.style = style
        self.painter = QPainter(image)
        self.painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.painter.scale(style.scale, style.scale)
        self.ink = QColor("#E6E6E6" if style.dark else "#333333")
        self.grey = QColor("#8A8A8E" if style.dark else "#9A9A9A")
        self.seal = QColor("#FF2442")
        self.y = 0.0

    def font(self, size: float, *, bold: bool = False) -> QFont:
        font = QFont()
        font.setFamilies(FAMILIES)
        font.setPixelSize(round(size))
        font.setBold(bold)
        return font

    def text(self, x: float, y: float, text: str, size: float, colour: QColor) -> float:
        """Write one line with its top at `y`; return where it ends."""
        font = self.font(size)
        metrics = QFontMetricsF(font)
        self.painter.setFont(font)
        self.painter.setPen(colour)
        width = metrics.horizontalAdvance(text)
        room = QRectF(x, y, width + 40, metrics.height())
        self.painter.drawText(room, Qt.TextFlag.TextSingleLine, text)
        return x + width

    def wrapped(self, x: float, width: float, text: str, size: float, high: float) -> float:
        """Write text over as many lines as it takes; return where the last one ends."""
        end = x
        for paragraph in text.split("\n"):
            layout = QTextLayout(paragraph, self.font(size))
            option = QTextOption()
            option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
            layout.setTextOption(option)
            layout.beginLayout()
            while True:
                line = layout.createLine()
                if not line.isValid():
                    break
                line.setLineWidth(width)
                start, count = line.textStart(), line.textLength()
                part = paragraph.encode("utf-16-le")[2 * start : 2 * (start + count)]
                end = self.text(x, self.y, part.decode("utf-16-le"), size, self.ink)
                self.y += high
            layout.endLayout()
        return end


def draw(comments: Sequence[Comment], style: Style, seed: int = 7) -> QImage:
    """Return a picture of `comments`; stickers and avatars differ by `seed`."""
    dice = random.Random(seed)
    size = (round(style.width * style.scale), HEIGHT)
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.fill(QColor("#1A1A1C" if style.dark else "#FFFFFF"))
    pen = _Pen(image, style)
    if style.bars:
        _status(pen)
        pen.text(16, pen.y, f"共 {len(comments)} 条评论", 13, pen.grey)
        pen.y += 34
    for comment in comments:
        _comment(pen, comment, dice)
    if style.bars:
        _input(pen)
    pen.painter.end()
    image = image.copy(0, 0, image.width(), min(HEIGHT, round(pen.y * style.scale)))
    return _jpeg(image, style.jpeg) if style.jpeg else image


def _status(pen: _Pen) -> None:
    pen.text(26, 14, "9:41", 15, pen.ink)
    p, w = pen.painter, pen.style.width
    p.setPen(Qt.PenStyle.NoPen)
    p.setBrush(pen.ink)
    for i in range(4):
        p.drawRect(QRectF(w - 92 + 5 * i, 27 - 3 * (i + 1), 3.4, 3 * (i + 1)))
    pen.text(w - 70, 14, "5G", 12, pen.ink)
    p.setPen(QPen(pen.ink, 1))
    p.setBrush(Qt.BrushStyle.NoBrush)
    p.drawRoundedRect(QRectF(w - 46, 17, 24, 11), 3, 3)
    p.fillRect(QRectF(w - 44, 19, 16, 7), pen.ink)
    p.setPen(QPen(pen.ink, 1.6))
    p.drawLine(20, 66, 14, 72)
    p.drawLine(14, 72, 20, 78)
    pen.text(pen.style.width / 2 - 28, 60, "全部评论", 16, pen.ink)
    pen.y = 100


def _input(pen: _Pen) -> None:
    p, w = pen.painter, pen.style.width
    pen.y += 10
    p.setPen(Qt.PenStyle.NoPen)
    p.setBrush(QColor("#2C2C2E" if pen.style.dark else "#F4F4F4"))
    p.drawRoundedRect(QRectF(16, pen.y, w * 0.42, 36), 18, 18)
    pen.text(32, pen.y + 9, "说点什么...", 13, pen.grey)
    for i, count in enumerate(("2.1万", "8604", "1377")):
        x = w * 0.5 + i * w * 0.165
        _heart(pen, x, pen.y + 10, 18)
        pen.text(x + 21, pen.y + 9, count, 12, pen.ink)
    pen.y += 56
    p.setBrush(pen.ink)
    p.setPen(Qt.PenStyle.NoPen)
    p.drawRoundedRect(QRectF(w / 2 - 67, pen.y, 134, 5), 2.5, 2.5)
    pen.y += 13


def _heart(pen: _Pen, x: float, y: float, size: float) -> None:
    p = pen.painter
    p.setPen(QPen(pen.grey, 1.3))
    p.setBrush(Qt.BrushStyle.NoBrush)
    p.drawArc(QRectF(x, y, size / 2, size / 2), 0, 180 * 16)
    p.drawArc(QRectF(x + size / 2, y, size / 2, size / 2), 0, 180 * 16)
    p.drawLine(round(x), round(y + size / 4), round(x + size / 2), round(y + size * 0.85))
    p.drawLine(round(x + size), round(y + size / 4), round(x + size / 2), round(y + size * 0.85))


def _comment(pen: _Pen, comment: Comment, dice: random.Random) -> None:
    p, style = pen.painter, pen.style
    round_size = 24.0 if comment.depth else 34.0
    left = 62.0 if comment.depth else 16.0
    x = left + round_size + 11
    p.setPen(Qt.PenStyle.NoPen)
    p.setBrush(QColor.fromHsv(dice.randrange(360), 90, 200))
    p.drawEllipse(QRectF(left, pen.y, round_size, round_size))
    p.setBrush(QColor.fromHsv(dice.randrange(360), 60, 240))
    p.drawEllipse(QRectF(left + round_size / 3, pen.y + 5, round_size / 3, round_size / 3))
    end = pen.text(x, pen.y, comment.author, 13, pen.grey)
    for badge in comment.badges:
        width = QFontMetricsF(pen.font(10)).horizontalAdvance(badge) + 12
        p.setPen(Qt.PenStyle.NoPen)
        p.setBrush(QColor("#4A2026" if style.dark else "#FFECEF"))
        p.drawRoundedRect(QRectF(end + 6, pen.y + 2, width, 16), 8, 8)
        pen.text(end + 12, pen.y + 2, badge, 10, pen.seal)
        end += width + 6
    side = 60 if style.likes_above else 16
    if style.likes_above:
        _heart(pen, style.width - 34, pen.y + 3, 16)
        if comment.likes:
            width = QFontMetricsF(pen.font(11)).horizontalAdvance(comment.likes)
            pen.text(style.width - 26 - width / 2, pen.y + 21, comment.likes, 11, pen.grey)
    pen.y += 22
    text = comment.text
    if comment.reply_to:
        text = f"回复 {comment.reply_to}: {text}"
    end = pen.wrapped(x, style.width - x - side, text, 15, 23)
    if style.stickers and dice.random() < 0.4:
        _sticker(pen, x, dice)
        end = style.width
    meta = " ".join(part for part in (comment.posted, comment.place) if part)
    if style.time_in_text and end + 190 < style.width:
        pen.text(end + 8, pen.y - 23 + 3, f"{meta}  回复", 12, pen.grey)
        pen.y += 4
    else:
        pen.y += 2
        end = pen.text(x, pen.y, meta, 12, pen.grey)
        if not style.likes_above:
            pen.text(end + 14, pen.y, "回复", 12, pen.ink)
            count = comment.likes
            width = QFontMetricsF(pen.font(12)).horizontalAdvance(count)
            pen.text(style.width - 16 - width, pen.y, count, 12, pen.grey)
            _heart(pen, style.width - 36 - width, pen.y + 2, 15)
        else:
            pen.text(end + 14, pen.y, "回复", 12, pen.ink)
        pen.y += 22
    pen.y += 12
    if style.lines:
        p.setPen(QPen(QColor("#303034" if style.dark else "#EEEEEE"), 1))
        p.drawLine(round(x), round(pen.y - 6), style.width, round(pen.y - 6))
        pen.y += 6


def _sticker(pen: _Pen, x: float, dice: random.Random) -> None:
    p = pen.painter
    pen.y += 4
    p.setPen(Qt.PenStyle.NoPen)
    p.setBrush(QColor.fromHsv(dice.randrange(360), 70, 220))
    p.drawRoundedRect(QRectF(x, pen.y, 96, 96), 10, 10)
    pen.text(x + 24, pen.y + 16, dice.choice("🐱🐶🥹😭🙂🐰"), 44, pen.ink)
    pen.y += 104


def _jpeg(image: QImage, quality: int) -> QImage:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "JPEG", quality)
    return QImage.fromData(data, "JPEG")


NAMES = """momo 小红薯 一只猫猫虫 今天也要早睡 Lily在上海 不吃香菜 桃子味汽水 阿杰Jay 西瓜不甜
打工人小陈 山茶花开 annnnn 糖糖不加糖 北极星 喵星人本喵 是你的小可爱呀 Kevin老师""".split()
PLACES = "上海 广东 北京 浙江 四川 江苏 湖北 福建 美国 英国 中国香港 黑龙江".split()
TIMES = "刚刚|3分钟前|12小时前|2天前|昨天 21:08|01-15|03-02|2024-11-30|5天前|今天 09:30".split("|")
TEXTS = """宝子们 蹲一个链接
这也太绝了，求同款！
哈哈哈哈哈哈哈哈哈笑死我了
第一次见有人把西红柿炒鸡蛋做得这么好看，收藏了，周末一定要试试看
家人们谁懂啊，排队排了三个小时结果卖完了
姐妹这个色号显白吗？我黄皮不敢买
已经回购第三瓶了，不是广子，真的好用
求问是哪家店呀
Welcome! 欢迎来到小红书
yyds 永远的神
真的会谢
我上周刚去过，人特别多，建议早上八点之前到，门票可以在小程序上提前预约，学生证半价
有没有平替推荐 预算200以内
破防了家人们
笑死，我妈说这是她年轻的时候的样子
别太爱了😂
这个滤镜叫什么名字啊
插个眼，等一个后续
你说得对，但是我觉得还是原来的发型更适合你，新的有点显老
没有说不好看的意思，就是觉得可以再短一点点
好羡慕，我也想去旅游
早八人表示根本起不来
Is this recipe gluten free? Looks so good
同意，就算是学生党也买得起
谢谢分享，学到了👍
拍照姿势抄作业了
这波操作666
主包用的是什么相机呀
啊啊啊啊啊好可爱的小猫咪
楼上+1
建议改成：先放盐，再放糖，最后大火收汁，味道会更好""".split("\n")


def thread(count: int, seed: int) -> list[Comment]:
    """Return `count` made-up comments, some of them answers."""
    dice = random.Random(seed)
    made: list[Comment] = []
    author = ""
    for i in range(count):
        answer = i > 0 and dice.random() < 0.35
        name = dice.choice(NAMES)
        made.append(
            Comment(
                dice.choice(TEXTS),
                author=name,
                posted=dice.choice(TIMES),
                place=dice.choice(PLACES),
                likes=dice.choice(
                    ["", str(dice.randrange(1, 10)), str(dice.randrange(10, 3000)), "1.2万"]
                ),
                reply_to=author if answer and dice.random() < 0.4 else "",
                ordinal=i,
                depth=int(answer),
                badges=("作者",) if answer and dice.random() < 0.3 else (),
            )
        )
        author = name
    return made


STYLES = (
    Style("light-2x"),
    Style("light-3x", scale=3),
    Style("light-1x", scale=1),
    Style("dark-2x", dark=True),
    Style("dark-3x-hairlines", scale=3, dark=True, lines=True),
    Style("likes-above-2x", likes_above=True),
    Style("likes-above-dark-2.75x", scale=2.75, width=393, likes_above=True, dark=True),
    Style("time-in-text-2x", likes_above=True, time_in_text=True),
    Style("stickers-2x", stickers=True),
    Style("stickers-dark-3x", scale=3, stickers=True, dark=True),
    Style("jpeg-2x", jpeg=60),
    Style("jpeg-1x", scale=1, jpeg=75),
    Style("small-jpeg-0.8x", scale=0.8, jpeg=40),
    Style("cut-out-2x", bars=False),
    Style("tablet-2x", width=620),
)


def pictures() -> list[tuple[Style, list[Comment], QImage]]:
    """Return the whole set: every style with a short thread, and one long picture."""
    made = []
    for seed, style in enumerate(STYLES):
        comments = thread(9, seed)
        made.append((style, comments, draw(comments, style, seed)))
    long = replace(STYLES[0], name="long-3x", scale=2.88)
    comments = thread(75, 99)
    made.append((long, comments, draw(comments, long)))
    return made


def main(folder: Path) -> None:
    """Write the set as PNG files."""
    folder.mkdir(parents=True, exist_ok=True)
    for style, _, image in pictures():
        image.save(str(folder / f"{style.name}.png"))


if __name__ == "__main__":
    application = QGuiApplication(["pictures", "-platform", "offscreen"])
    main(Path(sys.argv[1]))
