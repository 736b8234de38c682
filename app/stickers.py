"""Sticker codes: what stands in brackets for a picture, such as [笑哭R] or [doge].

Xiaohongshu closes most of its codes with R or H, which is proof enough. The bare names below are
those of Xiaohongshu, WeChat, Weibo, Bilibili and Douyin as their keyboards write them. Any other
bracketed word ([包邮], [求助]) is somebody's text and must be translated.
"""

from __future__ import annotations

from app.patterns import later

_BARE_NAMES = frozenset(
    """
    doge 黄金薯 红书 小红书 吧唧 蹲后续 蹲 加一 求链接
    微笑 撇嘴 色 发呆 得意 流泪 害羞 闭嘴 睡 大哭 尴尬 发怒 调皮 呲牙 惊讶 难过 囧 抓狂 吐 偷笑
    愉快 可爱 白眼 傲慢 饥饿 困 惊恐 流汗 憨笑 悠闲 大兵 奋斗 咒骂 疑问 嘘 晕 衰 骷髅 敲打 再见
    擦汗 抠鼻 鼓掌 糗大了 坏笑 左哼哼 右哼哼 哈欠 鄙视 委屈 快哭了 阴险 亲亲 吓 可怜 菜刀 西瓜
    啤酒 咖啡 饭 猪头 玫瑰 凋谢 嘴唇 爱心 心碎 蛋糕 炸弹 便便 月亮 太阳 礼物 拥抱 强 弱 握手
    胜利 抱拳 勾引 拳头 差劲 爱你 爱情 飞吻 跳跳 发抖 怄火 转圈 磕头 回头 跳绳 投降 激动 乱舞
    献吻 嘿哈 捂脸 奸笑 机智 皱眉 耶 吃瓜 加油 汗 天啊 社会社会 旺柴 好的 打脸 哇 翻白眼 666
    让我看看 叹气 苦涩 裂开 合十 福 发 红包 烟花 爆竹 庆祝 破涕为笑 脸红 无语 失望 恐惧 生病
    笑脸 笑哭 笑cry 允悲 二哈 喵喵 摊手 作揖 费解 挖鼻 思考 钱 失望 太开心 哈哈 嘻嘻 馋嘴 哼 怒
    悲伤 疑问 拜拜 黑线 污 打脸 顶 并不简单 悲催 赞 赞啊 ok OK no NO Emm emm 给力 鲜花 蜡烛 心
    送花花 给你小心心 中国赞 握爪 抱抱 doge生气 色眯眯 憧憬 单身狗 跪了 羞嗒嗒
    妙啊 藏狐 打call 嗑瓜子 吃瓜 辣眼睛 滑稽 星星眼 歪嘴 支持 喜欢 呆 点赞 妙 哦呼 笑 热 冷
    脱单doge 喜极而泣 大笑 惊喜 酸了 保佑 呆 嫌弃 响指 墨镜 生气 爱心 给心心 捂眼 偷看
    灵光一闪 泣不成声 舔屏 泪奔 比心 绿帽子 送心 看 不失礼貌的微笑 抠鼻 我想静静 尬笑 石化
    懒得理你 發 囍 吃狗粮 右抱抱 草泥马 最右 互粉 干杯 傻眼 火箭 撒花 派对 暗中观察 斜眼 震惊
    睡觉 吐舌 鬼脸 doge狗头 okR
    绝望的凝视 一起加油 机智 强壮 来看我 听歌 做鬼脸 吐血 不看 小鼓掌 比耶 左上 狗头 ＯＫ
    """.split()
)
_MARKED = later(r"[A-Za-z]{0,6}[\u4e00-\u9fff][\u4e00-\u9fffA-Za-z]{0,6}[RH]")

# What can be a code at all: up to eight Han or Latin characters; 666 is the one number.
SHAPE = r"\[(?:[\u4e00-\u9fffA-Za-z]{1,8}|666)\]"


def is_sticker(code: str) -> bool:
    """Say whether `code`, with its brackets, stands for a picture on any of the platforms."""
    name = code[1:-1]
    return name in _BARE_NAMES or _MARKED.fullmatch(name) is not None
