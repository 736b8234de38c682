"""A long comment thread as people write them: invented, all different, the same every time.

Half of the comments have 15 characters or fewer, a tenth more than 40, as under real posts; there
are emoji, stickers, @names, prices, times, line breaks, English inside Chinese and a little
traditional writing. No comment comes twice, and hardly a clause does: what repeats is translated
once, and a measurement must not live on that.
"""

from __future__ import annotations

import random
import re

_WORDS = {
    "thing": """口红 裙子 防晒霜 咖啡机 猫粮 耳机 露营灯 粉底液 行李箱 保温杯 火锅底料 台灯 键盘 书包 羽绒服
        牛仔裤 帆布鞋 雨伞 电饭煲 空气炸锅 投影仪 床垫 窗帘 香水 面霜 洗面奶 卫衣 项链 手机壳 相机 吹风机 拖鞋
        地毯 书架 猫爬架 瑜伽垫 电动牙刷 加湿器 护手霜 发夹 围巾 毛衣 西装 眼镜 手表 自行车 婴儿车 充电宝 平板
        吉他 帐篷 滑板 拼图 烤箱 洗碗机 眼影盘 枕头 高跟鞋 帽子 墨镜""",
    "food": """麻辣烫 奶茶 螺蛳粉 小笼包 烤鸭 煎饼 火锅 汤圆 凉皮 烧烤 酸菜鱼 蛋糕 豆浆 油条 馄饨 肠粉 披萨 寿司
        拉面 榴莲 草莓 西瓜 杨梅 米线 羊肉串 糖醋排骨 番茄炒蛋 酸奶 面包 咖啡 冰淇淋 臭豆腐 月饼 粽子 饺子 春卷""",
    "place": """上海 成都 洛杉矶 纽约 Costco 宜家 学校附近 地铁站 楼下超市 机场 重庆 西安 大理 厦门 青岛 长沙
        广州 哈尔滨 新疆 云南 伦敦 多伦多 东京 首尔 公司旁边 图书馆 医院 健身房 菜市场 公园 博物馆 高铁上 海边
        山顶 老家 深圳 杭州 南京 武汉 苏州 北海道 墨尔本 西雅图 县城 古镇 夜市""",
    "who": """我妈 我爸 我奶奶 我老公 我男朋友 我闺蜜 我室友 我同事 我老板 我导师 我弟 我姐 邻居 房东 我家猫 我家狗
        店员 司机 医生 老师 前台 我女儿 我儿子 我表妹 客服 教练 我外婆 楼上那位 我同桌 面试官""",
    "when": """昨天 今天早上 上周 去年 前天晚上 刚才 周末 国庆的时候 过年 上个月 小时候 大学那会儿 半夜 下班以后
        凌晨三点 寒假 夏天 每天中午 第一次去的时候 上次 生日那天 搬家之后 考完试 结婚以后""",
    "how": """好看 好吃 舒服 划算 离谱 可爱 无聊 难受 清楚 方便 温柔 专业 便宜 尴尬 感动 紧张 安静 热闹 干净 贴心
        复杂 简单 实用 浪费 开心 奇怪 漂亮 真实 厉害 吓人""",
    "do": """排队 拍照 加班 减肥 化妆 做饭 跑步 学英语 写论文 搬家 旅游 逛街 睡觉 考驾照 养猫 带孩子 看展 追剧
        找工作 租房 装修 游泳 爬山 退货 剪头发 背单词 早起 存钱 相亲 看病 打游戏 练琴""",
    "colour": "白色 黑色 粉色 奶茶色 墨绿 酒红 藏青 米色 浅蓝 灰色 焦糖色 紫色",
    "part": "皮肤 头发 膝盖 腰 眼睛 嗓子 胃 手腕 牙 后背 脖子 肩膀",
    "english": """vlog ootd deadline offer feel vibe crush presentation office meeting PPT blingbling brunch
        city_walk freestyle gap_year work_from_home flag emo chill social_battery small_talk""",
    "name": """momo 芋圆不加糖 早八人 一只橘猫 Sunny 小王不睡觉 阿May 今天也要加油 Waffles妈妈 北方的狼狗 吃货本货
        Kevin在上海 不吃香菜 甜豆花 路人甲 隔壁老张 Emily要毕业 月亮邮递员 三只小猪 打工小陈""",
}  # fmt: skip
_CLAUSES = """
这个{thing}在哪里买的呀 {when}在{place}看到同款，要{price} {thing}真的好用吗，怕踩雷 {when}刚买了{number}个，到手才发现颜色不一样
第一次来{place}，什么都不懂 我用了{number}天，{part}真的变好了 从{place}过去大概要{number}分钟 {who}看了之后问我是不是又乱花钱了
同款{thing}我家也有，{who}特别喜欢 {place}的{thing}比网上贵{price} {clock}还开门吗 其实不用买贵的，{price}的{thing}就够了
{who}也是这样，{when}还在{do} {who}都看呆了，怎么会有人这么会{do} {place}的{food}也太{how}了吧 求问这家{food}在{place}哪里
{when}去{place}吃的{food}，{how}到我想搬过去住 {who}说{food}配{food2}才是绝配 别买{colour}的，实物特别{how} {colour}显白，{colour2}显黑，我都试过了
身高一米六{digit}穿这个{thing}会不会太长 {who}做的{food}天下第一，不接受反驳 为了{food}我可以不{do} 有没有人{when}一起去{place}{do}
{do}这件事真的太{how}了 {who}教我{do}的时候比{who2}还凶 {when}{do}到{clock}，现在{part}疼 {thing}和{thing2}只能选一个，怎么选
退货运费要{price}，算了 我在{place}住了{number}年都不知道有这种地方 {who}偷偷把我的{thing}拿走了 {number}块钱的{thing}要什么自行车
{place}今天{degree}度，{who}还让我穿{thing} 请问{thing}洗了会掉色吗 有没有平价一点的{thing}推荐 {thing}到货了，比图片{how}
不是很懂为什么要在{place}{do} {who}一听我要{do}，立刻说不行 我宣布{when}开始{do} {when}的我还不知道{do}有多{how}
这个{english}我真的可以 今天的{english}就靠{food}撑着 {who}觉得我很{english}，其实我只是想{do} 求一个{thing}的{english}，谢谢
{thing}断码了，{place}的店还有吗 快递从{place}发的，走了{number}天 一想到{when}要{do}我就睡不着 {part}不好的人别学，真的会{how}
我{when}也遇到过，后来{who}帮我解决了 他家{food}涨到{price}了，以前才{price2} {food}里面加了{food2}，味道很{how}
{who}问我为什么对着{thing}笑 我家{thing}用了{number}年还没坏 上次在{place}差点把{thing}丢了 {who}把{thing}当成{thing2}用了
这种天气最适合在{place}{do} {number}个人里有{digit}个在{do} 我以为是{food}，结果是{food2} {who}说这个颜色像{food}
博主{part}怎么保养的 你说的{thing}是不是{place}那家 {place}的房租一个月{price}，你敢信 {who}的反应也太{how}了 只有我觉得{thing}很{how}吗
照着做了，{food}变成了{food2} 我减肥{number}天瘦了{digit}斤，{who}一句话让我破功 {do}三年，{do2}两年，人生就这样过去了 {thing}不要放在{thing2}旁边
{who}在{place}迷路了{number}分钟 收藏了{number}个教程，一个都没{do} 你们那里{food}多少钱一份 我们这边{when}就开始卖{food}了 看完我立刻去{do}了
本来不想买{thing}的，看了评论又想买了 {clock}的闹钟，{clock2}才起来 {place}的人真的很{how}，{when}帮我搬了{thing} {who}不让我在家{do}，说太{how}
{colour}{thing}配{colour2}{thing2}会不会很{how} 我把{thing}送给{who}了，她说很{how} 学{english}学了{number}天，还是不会 这条{thing}我{when}穿去{place}，被问了{digit}次
老板说{when}要{english}，可我还在{do} 在{place}打车要{price}，坐地铁只要{digit}块 医生让我少吃{food}，我听了，改吃{food2}了 {part}疼的话先别{do}，去{place}看看
谁还记得{when}的{food}，现在吃不到了 {food}我能吃{digit}份 评论区比{thing}还{how} 楼上说得对，{thing}就是很{how} 我{who}也叫这个名字 这就是我不敢{do}的原因
借楼问一下，{place}有卖{thing}的吗 这不就是{who}天天在家{do}的样子 {thing}坏了{digit}次，客服还是很{how} {when}的票抢到了吗，我等了{number}分钟
我还在用{number}块钱的{thing}，你们都用上这个了 {who}发给我的，说很像我{do}的时候 图{digit}的{thing}是什么牌子 视频{minute}那里的{food}是怎么做的
周围的人都在{do}，只有我在{do2} 今年最{how}的决定就是在{place}{do} 我的{part}告诉我不能再{do}了 给{who}买了{thing}，{who2}也想要 {food}店排了{number}个人
如果{who}能帮我{do}就好了 说真的，{place}没有你们想的那么{how} {thing}的说明书我看了{digit}遍还是不懂 下次来{place}记得叫我 {do}的时候千万别戴{thing}
{thing}链接有吗 {food}多少钱 {place}人太多了 {colour}还是{colour2} 求{thing}推荐 想去{place} {who}笑死了 {food}真的{how} 我也想{do}
{clock}开门 {price}太贵了 {who}也这么说 {when}去的 {thing}有点{how} {part}要紧 不想{do} {digit}颗星 {thing}掉色吗 {place}见 {food}yyds
{english}是什么意思 我的{english}呢 谁不爱{food} 羡慕{place}的朋友 {do}太{how}了 {number}块买的 {who}的{thing} 果然{place}人懂{food}
""".split("\n")  # fmt: skip
_TRADITIONAL = [
    "這個{thing_t}在哪裡買的呀",
    "我上週在台北也看到，要{number}塊",
    "真的很好看，謝謝分享",
    "請問{number}號還有開嗎",
    "呢個好正喎，邊度有得買",
    "我都係咁諗，{number}蚊好抵",
    "唔該，想問下點去",
    "媽媽說不用買{number}個，夠用就好",
]
_OPENERS = "姐妹们 宝子们 博主 楼主 请问 话说 真的 天哪 啊啊啊 谢谢分享 求助 笑死 救命 不是 讲道理 说实话 emmm 家人们".split()
_CLOSERS = """求链接 谢谢姐妹 蹲一个 有人知道吗？ 太绝了！ 冲！ 懂的都懂 别骂我 在线等 狠狠心动了 收藏了 绝绝子 破防了
    yyds 种草了 已下单 笑不活了 我先来 不愧是你 求带""".split()
_SIGNS = """😂 🤣 😭 🥺 😍 ❤️ 👍 🙏 🐶 🐱 🌹 🔥 ✨ 🎉 🙂 🍉 💀 😅 🤔 🥰 [笑哭R] [害羞R] [派对R] [doge] [捂脸R] [哭惹R]
    [飞吻R] [偷笑R] [赞R] [石化R] [失望R] [萌萌哒R] 😂😂 😭😭😭 ❤️❤️ （狗头） orz ^_^""".split()
_LAUGHS = "哈哈 嘿嘿 呜呜 啊啊 嘻嘻".split()
_ENDS = ["", "", "", "", "。", "！", "？", "…", "～", "！！", "哈哈哈"]
_SLOT = re.compile(r"\{(\w+?)[2]?\}")


def comments(count: int, seed: int = 2025) -> list[str]:
    """Return `count` different comments; the first ones are the same whatever the count."""
    chance = random.Random(seed)
    words = {
        kind: [word.replace("_", " ") for word in text.split()] for kind, text in _WORDS.items()
    }
    clauses = [clause for line in _CLAUSES for clause in line.split()]
    made: dict[str, None] = {}
    while len(made) < count:
        made[_comment(chance, words, clauses)] = None
    return list(made)


def _comment(chance: random.Random, words: dict[str, list[str]], clauses: list[str]) -> str:
    if chance.random() < 0.06:
        return _reaction(chance)
    if chance.random() < 0.02:
        return _fill(chance, words, chance.choice(_TRADITIONAL))
    parts = [chance.choice(_OPENERS)] if chance.random() < 0.15 else []
    wanted = chance.choices([1, 2, 3, 5, 7], [66, 22, 7, 3, 2])[0]
    parts += [_fill(chance, words, clause) for clause in chance.sample(clauses, wanted)]
    if chance.random() < 0.12:
        parts.append(chance.choice(_CLOSERS))
    between = chance.choices(["，", " ", "。", "\n"], [60, 25, 12, 3])[0]
    text = between.join(parts) + chance.choice(_ENDS)
    if chance.random() < 0.06:
        text = f"@{chance.choice(words['name'])} {text}"
    if chance.random() < 0.28:
        text += chance.choice(_SIGNS)
    if chance.random() < 0.02:
        text += f" #{chance.choice(words['place'])}{chance.choice(words['do'])}#"
    return text


def _reaction(chance: random.Random) -> str:
    laugh = chance.choice(_LAUGHS)[0] * chance.randint(2, 14)
    return chance.choice(
        [
            laugh + chance.choice(_CLOSERS),
            chance.choice(_OPENERS) + laugh + chance.choice(_SIGNS),
            chance.choice(_CLOSERS) + chance.choice(_SIGNS),
            chance.choice(_CLOSERS) + " " + chance.choice(_CLOSERS),
        ]
    )


def _fill(chance: random.Random, words: dict[str, list[str]], template: str) -> str:
    hour, price = (
        chance.randint(6, 23),
        chance.choice([9.9, 19, 35, 59, 68, 99, 128, 199, 299, 450]),
    )
    numbers = {
        "number": str(chance.randint(2, 99)),
        "digit": str(chance.randint(2, 9)),
        "degree": str(chance.randint(-12, 39)),
        "clock": f"{hour}:{chance.choice(['00', '30', '45'])}",
        "minute": f"{chance.randint(0, 9)}:{chance.randint(10, 59)}",
        "price": f"{price}{chance.choice(['元', '块', '刀', 'r'])}",
        "thing_t": chance.choice(["包包", "髮夾", "咖啡機", "耳機", "裙子"]),
    }
    used: set[str] = set()

    def word(match: re.Match[str]) -> str:
        kind = match[1]
        if kind in numbers:
            return numbers[kind]
        chosen = chance.choice([w for w in words[kind] if w not in used])
        used.add(chosen)
        return chosen

    return _SLOT.sub(word, template)
