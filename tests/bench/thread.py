"""A long comment thread as people write them: invented, the same every time."""

from __future__ import annotations

import random

_OPENERS = (
    "姐妹们 宝子们 博主 楼主 请问 话说 真的 天哪 啊啊啊 哈哈哈哈 谢谢分享 求助 刚刚 终于".split()
)
_THINGS = "口红 裙子 防晒 咖啡机 猫粮 耳机 露营灯 粉底液 行李箱 保温杯 火锅底料 签证材料".split()
_PLACES = "上海 成都 洛杉矶 纽约 Costco 宜家 学校附近 地铁站 楼下超市 机场".split()
_BODIES = [
    "这个{thing}在哪里买的呀",
    "我上周在{place}看到同款，要{number}块",
    "{thing}真的好用吗，怕踩雷",
    "昨天刚买了{number}个，到手才发现颜色不一样",
    "第一次来{place}，什么都不懂，大家有什么建议吗？",
    "我用了{number}天，皮肤真的变好了！",
    "从{place}过去大概要{number}分钟，记得早点出门",
    "我妈看了之后问我是不是又乱花钱了",
    "同款{thing}我家也有，猫特别喜欢",
    "这也太可爱了吧，我要原地下单",
    "不是我说，{place}的{thing}比网上贵{number}元",
    "晚上{hour}:30还开门吗？想下班以后去",
    "其实不用买贵的，平替就够了",
    "笑死，我们家也是这样",
    "谢谢你的攻略，已经收藏了",
    "我跟我男朋友都看呆了，怎么会有人这么会做饭",
]
_CLOSERS = [
    "",
    "",
    "",
    "求链接",
    "谢谢姐妹",
    "蹲一个",
    "有人知道吗？",
    "太绝了！",
    "冲！",
    "哈哈哈",
]


def comments(count: int, seed: int = 2025) -> list[str]:
    """Return `count` comments, one line each, about one in twenty of them said twice."""
    chance = random.Random(seed)
    made: list[str] = []
    for _ in range(count):
        if made and chance.random() < 0.05:
            made.append(chance.choice(made))
            continue
        bodies = chance.sample(_BODIES, chance.choices([1, 2, 3], [6, 3, 1])[0])
        parts = [chance.choice(_OPENERS)] if chance.random() < 0.4 else []
        parts += [
            body.format(
                thing=chance.choice(_THINGS),
                place=chance.choice(_PLACES),
                number=chance.randint(2, 999),
                hour=chance.randint(6, 11),
            )
            for body in bodies
        ]
        parts.append(chance.choice(_CLOSERS))
        made.append(chance.choice(" ，").join(filter(None, parts)))
    return made
