from __future__ import annotations

import opencc
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app import detect
from app.detect import is_traditional, language
from app.models import Language
from app.segments import split

CASES = """
zh 今天的ootd好好看
mixed My cat says 你好 to everyone here
zh 好看
zh 6啊
none 666
none 😂😂😂
none ！！！
none [笑哭R][笑哭R]
none 12:30
none ￥50
none @小红薯12AB34
none #穿搭[话题]# 👍
none (｡･ω･｡)
zh yyds
zh xswl
zh u1s1
zh hhh
zh YYDS
zh yyds xswl
zh 3Q
zh nsdd
zh plmm
en so cute
en OK
en lol
en btw
en thx
en my
en k
en I love this so much
en Hello
en hahaha
en Cat tax
en hi everyone! tiktok refugee here
en 100% agree
en he can run
en hi you
en I can go
en Your café looks nice
en Crème brûlée is the best
zh ni hao
zh wo ai ni
zh xie xie ni
yue 呢個好靚啊，邊度買㗎
yue 佢哋喺度做咩
yue 唔該晒
yue 我冇钱
yue 咁都得
yue 好正喎，喺邊度食
zh 我唔
zh 这个也太冇了
zh 好靓啊
zh “嘅”是什么意思
zh 我不是广东人，“唔该”是什么意思啊
ja かわいい
zh 军训晒成碳了，防晒求推荐
zh 把被子抱出去晒晒，一股霉味
zh 我要学日语：おはようございます
zh ありがとう，谢谢你的分享
zh 这个セール好划算，买了两件
zh 사랑해요 哥哥
ja 東京へ行きたいです
ja すごい！
ja 日本語が上手ですね
ja ありがとうございます❤️
zh 好吃の店
zh 你是日本人吗？かわいい
zh 今天也要元气满满哦おはよう
ko 안녕하세요
ko ㅋㅋㅋ
zh 哈哈哈ㅋㅋㅋ
zh 欧巴사랑해也太好看了吧
other Привет, как дела?
other สวัสดีค่ะ
other ¿Dónde compraste el vestido?
other Merci beaucoup, c'est très joli
other cảm ơn bạn rất nhiều
other bagus banget yang ini
mixed 姐妹你这个look真的绝绝子 so amazing I'm crying
mixed I love 小红书
mixed 你好 I am new here
mixed 欢迎来到小红书！Welcome to our family
mixed thank you for 解释
zh 这个vlog太chill了
zh 真的很nice
zh 一整个爱住 so cute
zh Dior 999真的绝
zh Charlotte Tilbury Pillow Talk求平替
zh iPhone 15 Pro Max多少钱
zh OMG这也太可爱了
zh 来自美国的tiktok refugee
zh C位出道
zh 蹲dd
zh 草
zh 繁體字好難寫
""".strip().splitlines()


@pytest.mark.parametrize("case", CASES)
def test_language(case: str) -> None:
    expected, _, text = case.partition(" ")
    assert language(text, split(text)) is Language(expected)


def test_only_text_segments_count() -> None:
    text = "@小红薯 http://xhslink.com/abc #穿搭[话题]# love it so much"
    assert language(text, split(text)) is Language.EN
    assert language("", ()) is Language.NONE


@settings(deadline=None)  # the first call loads OpenCC
@given(st.text())
def test_any_text_has_a_language(text: str) -> None:
    assert isinstance(language(text, split(text)), Language)
    assert isinstance(is_traditional(text), bool)


@pytest.mark.parametrize("unit", ["1", "a", "1a", "中a ", "a'", "の", "so cute 好"])
def test_long_text_is_no_trouble(unit: str) -> None:
    # Anything but linear work on 200,000 characters would not come back before the test run ends.
    text = unit * (200_000 // len(unit))
    assert language(text, split(text)) in Language


@pytest.mark.parametrize("text", ["繁體字好難寫", "後來", "這裡真的好好吃", "讚", "简单說這樣啦"])
def test_traditional(text: str) -> None:
    assert is_traditional(text)


@pytest.mark.parametrize(
    "text", ["这是简体", "好", "皇后", "软萌", "", "so cute", "这个發字好看吗"]
)
def test_not_traditional(text: str) -> None:
    assert not is_traditional(text)


def test_telling_simplified_text_loads_no_table_for_the_way_back(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    loaded: list[str] = []
    real = opencc.OpenCC
    monkeypatch.setattr(opencc, "OpenCC", lambda config: loaded.append(config) or real(config))
    detect._changes.cache_clear()
    detect._converter.cache_clear()
    assert not is_traditional("这个链接可以发我吗")
    assert "s2t" not in loaded
    assert is_traditional("這個鏈接可以發我嗎")
    assert "s2t" in loaded
