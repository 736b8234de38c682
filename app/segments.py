"""A comment's text as segments: what is translated, and what is carried over unchanged.

Every pattern below is bounded or can only start where a token starts, so that splitting takes time
in proportion to the length of the text whatever it holds. Prices, sizes and times stay TEXT.
"""

from __future__ import annotations

import re

from app.models import Segment, SegmentKind
from app.patterns import later
from app.stickers import SHAPE, is_sticker

# Extended_Pictographic of Unicode's emoji-data.txt: the blocks that are pictures throughout, and
# those signs of the older blocks that need no variation selector to be one. ☆ comes with ★, since
# people rate with both.
_PICTURE = (
    "\U0001f000-\U0001f0ff\U0001f10d-\U0001f10f\U0001f12f\U0001f16c-\U0001f171\U0001f17e\U0001f17f"
    "\U0001f18e\U0001f191-\U0001f19a\U0001f1ad-\U0001f1e5\U0001f201-\U0001f20f\U0001f21a\U0001f22f"
    "\U0001f232-\U0001f23a\U0001f23c-\U0001f23f\U0001f249-\U0001f3fa\U0001f400-\U0001faff"
    "\u231a\u231b\u2328\u23cf\u23e9-\u23f3\u23f8-\u23fa\u25fd\u25fe\u2600-\u2612\u2614-\u2685"
    "\u2690-\u2705\u2708-\u2712\u2714\u2716\u271d\u2721\u2728\u2733\u2734\u2744\u2747\u274c\u274e"
    "\u2753-\u2755\u2757\u2763-\u2767\u2795-\u2797\u27b0\u27bf\u2b1b\u2b1c\u2b50\u2b55"
)
# Signs that are text unless the variation selector U+FE0F says picture.
_SELECTED = (
    r"[\u00a9\u00ae\u203c\u2049\u2122\u2139\u2194-\u21aa\u24c2\u25aa-\u25fc\u27a1\u2934\u2935"
    r"\u2b05-\u2b07\u3030\u303d\u3297\u3299]"
)
_SKIN = "\U0001f3fb-\U0001f3ff"
_ONE = rf"(?:[{_PICTURE}][\ufe0e\ufe0f]?[{_SKIN}]?|{_SELECTED}\ufe0f)"
_EMOJI = (
    rf"[0-9#*]\ufe0f?\u20e3|[\U0001f1e6-\U0001f1ff]{{1,2}}"
    rf"|{_ONE}[\U000e0020-\U000e007f]*(?:\u200d{_ONE})*|[{_SKIN}]"
)

_TLD = (
    r"(?:com|cn|net|org|edu|gov|io|app|me|tv|cc|co|top|xyz|link|club|shop|site|store|dev|info|ly|be"
    r"|gg|ai|uk|us|jp|kr|hk|tw|sg|my|au|ca|de|fr)"
)
_URL_CHAR = r"A-Za-z0-9\-._~:/?#@!$&'()*+,;=%"
_URL_REST = rf"[{_URL_CHAR}]*[A-Za-z0-9\-_~/#@$&*+=%]"
_URL = (
    rf"(?<![A-Za-z])[A-Za-z][A-Za-z0-9+\-]{{1,15}}://{_URL_REST}"
    rf"|(?<![A-Za-z0-9._@\-])[Ww]{{3}}\.[A-Za-z0-9]{_URL_REST}"
    rf"|(?<![A-Za-z0-9._@\-])(?:[A-Za-z0-9\-]{{1,63}}\.){{1,4}}(?i:{_TLD})/(?:{_URL_REST})?"
    r"|(?<![A-Za-z0-9._@\-])(?:[A-Za-z0-9\-]{1,63}\.){1,4}(?i:com|cn|net|org|edu)(?![A-Za-z0-9\-.@])"
    r"|(?<![A-Za-z0-9._@\-])(?:[A-Za-z0-9\-]{1,63}\.){1,4}(?i:com|cn|net|org|edu)"
    r"(?=\.(?![A-Za-z0-9]))"
    # An e-mail address is carried over as a link is.
    r"|(?<![A-Za-z0-9._%+\-])[A-Za-z0-9._%+\-]{1,64}@(?:[A-Za-z0-9\-]{1,63}\.){1,4}[A-Za-z]{2,12}"
    r"(?![A-Za-z])"
)

_STOP = r"\s#＃@＠，。！？、；：“”‘’（）()\[\]【】「」《》<>…~～,.!?;:'\"/\\|^*=+￥$%&"
_TOPIC = (
    r"[#＃][^#＃\[\]\n]{1,40}\[(?:话题|話題|超话|音乐|地点)\][#＃]?"
    rf"|[#＃][^{_STOP}]{{1,30}}[#＃](?![^{_STOP}])"
    # #23号色 and #3楼 count things; C#语言 is a language.
    rf"|(?<![A-Za-z0-9#＃&])[#＃](?!\d+(?:[号號楼樓色]|[{_STOP}]|\Z))[^{_STOP}]{{1,30}}(?![^{_STOP}])"
)
# Names run to the next space or punctuation mark, with pictures inside but not at the end; what is
# longer than any name can be is a sentence.
_NAME = r"[\w·•\-]"
_MENTION = (
    rf"(?<![A-Za-z0-9._%+\-])[@＠](?!{_NAME}{{25}})(?:[{_PICTURE}\ufe0f]{{0,8}}{_NAME}+)"
    rf"{{1,8}}(?:\.{_NAME}+)?"
)

_FACE = "ωДд∀▽△□◇﹏‿◡ᴗᵕᴥㅂㅅ౪ಥಠ◕⊙◉◎≧≦￣╥╯╰ツʖ๑✿눈ˊˋ´｀˘ಡ益皿罒⌒﹃︿∇ࡇϖꇴ◞◟ᐛ⁄థ༎ຶ≖⊃⊂ε˙ᗜ⚆"
_EYES = r"\-^＾;；TtOoxX=@$•°・･｡uUQqnN~'¬*"
_LOOK = (
    rf"[{_FACE}]|(?P<eye>[{_EYES}]) ?(?!(?P=eye))[_＿.。﹏︿△▽□~\-^3ω]{{1,3}} ?(?P=eye)"
    r"|[>＞] ?[_﹏.oO︿]{0,3} ?[<＜]"
    r"|\^\^|(?P<dot>[\-^;=•°・･｡*]) ?[oOwvV] ?(?P=dot)"
)
# Between the brackets of a face there is no word: no Han character but those that draw one.
_NO_WORD = r"(?![^()（）]{0,16}(?:[A-Za-z]{3}|\d{2}|(?![益皿罒口人へ눈])[\u4e00-\u9fff가-힣]))"
_KAOMOJI = (
    r"¯\\_[(（]ツ[)）]_/¯|ʕ[^ʕʔ\n]{1,10}ʔ"
    r"|(?:(?<![A-Za-z])[oO]|[ヽヾ╮┑Σ∑ε٩୧ლφ┗\\＼<＜=]{0,3})"
    rf"[(（]{_NO_WORD}(?=[^()（）\n]{{0,16}}?(?:{_LOOK}))[^()（）\n]{{2,18}}[)）]"
    r"(?:[ノﾉ╯╭┍づつっシو～✧งੇ੭ﾞゞ┛ブ۶୨♡♪☆˖⊃]{1,4}|[oO/](?![A-Za-z]))?(?: ?︵ ?(?:┻━┻|┴─┴))?"
    r"|┭┮﹏┭┮|┻━┻"
    r"|(?<![\w^>\-=;])(?:[Tt][_﹏︿^.][Tt]|>[_﹏]<|\^[_oO]\^|=[_]=|-_-(?:\|{1,3})?|;_;|⊙[_﹏▽]⊙|≧[▽ω]≦"
    r"|＞[_＿﹏]＜|￣[▽_]￣|°[▽□]°)(?![\w^<])"
)

_CODE = (
    # Shop passwords stand between two currency signs: ￥AbC12dEf3￥.
    r"(?P<money>[￥¥€₤₳¢₴])(?!\d+[￥¥€₤₳¢₴])[A-Za-z0-9]{8,16}(?P=money)"
    # Blobs: letters of both cases and digits that keep changing places, as words and models do not.
    r"|(?<![A-Za-z0-9+/=])(?=[A-Za-z]{0,40}(?:\d{1,20}[A-Za-z]{1,20}){2}\d|[A-Za-z]{0,20}"
    r"(?:\d{1,20}[A-Za-z]{1,20}){3})(?=[a-z0-9+/]{0,40}[A-Z])(?=[A-Z0-9+/]{0,40}[a-z])"
    r"[A-Za-z0-9+/]{8,}={0,2}"
    r"|(?<![A-Za-z0-9])(?=[0-9]{0,32}[a-f])(?=[a-f]{0,32}[0-9])[0-9a-f]{32,}(?![A-Za-z0-9])"
    r"|(?<![A-Za-z0-9+/=])(?=[a-z0-9+/]{0,40}[A-Z])(?=[A-Z0-9+/]{0,40}[a-z])"
    r"[A-Za-z0-9+/]{8,}={1,2}(?![A-Za-z0-9=])"
)
_MORSE = r"(?<![\w.·•—–_\-])[.·•—–_\-]{1,6}(?:[ /|]{1,3}[.·•—–_\-]{1,6}){2,}(?![\w.·•—–_\-])"

_PIECE = later(
    rf"(?P<EMOJI>{_EMOJI})|(?P<KAOMOJI>{_KAOMOJI})|(?P<URL>{_URL})|(?P<TOPIC>{_TOPIC})"
    rf"|(?P<MENTION>{_MENTION})|(?P<STICKER>{SHAPE})|(?P<CODE>{_CODE})|(?P<MORSE>{_MORSE})"
)
_KINDS = {kind.name: kind for kind in SegmentKind}


def split(text: str) -> tuple[Segment, ...]:
    """Split a comment's text into segments that cover it without gap or overlap.

    Each emoji, with its joiners, skin tone and selectors, is one segment. Offsets are code points.
    """
    segments: list[Segment] = []
    done = 0
    for hit in _PIECE.finditer(text):
        kind = _kind(hit, text)
        if kind is SegmentKind.TEXT:
            continue
        if hit.start() > done:
            segments.append(Segment(done, hit.start(), SegmentKind.TEXT))
        segments.append(Segment(hit.start(), hit.end(), kind))
        done = hit.end()
    if done < len(text):
        segments.append(Segment(done, len(text), SegmentKind.TEXT))
    return tuple(segments)


def _kind(hit: re.Match[str], text: str) -> SegmentKind:
    """Return what a hit is; TEXT where its shape alone is no proof."""
    name = hit.lastgroup or ""
    if name == "STICKER":
        # A code that nobody lists but that is written twice running is a picture, too.
        code = hit.group()
        twice = text.startswith(code, hit.end()) or text.endswith(code, 0, hit.start())
        return SegmentKind.STICKER if is_sticker(code) or twice else SegmentKind.TEXT
    if name == "MORSE":
        signs = [s for s in hit.group() if s not in " /|"]
        dots = sum(s in ".·•" for s in signs)
        return SegmentKind.CODE if len(signs) >= 6 and 0 < dots < len(signs) else SegmentKind.TEXT
    return _KINDS[name]
