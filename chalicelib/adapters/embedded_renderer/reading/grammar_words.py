"""How things belong together, how many there are, where they are; and words that say nothing that could be drawn."""

RELATION_WORDS = """
behind: behind at_the_back_of
fill: filled_with full_of containing 装着 装满 装满了 盛着 盛满 插着 插满 养着 放满 摆满
pile: pile_of heap_of mountain_of 一堆 一摞 一叠 成堆的 堆满 堆满了 堆着
in_row: in_a_row in_a_line 排成一排 排成一行 排成一列
row: row_of line_of rows_of 一排 一行 成排的
between: between in_between
around: at_a at_the around gathered_around sitting_around 围着 围坐在 围在 围绕着
kick: kicking kicks 踢 踢着
throw: throwing throws tossing shooting_a dribbling 投 扔 投出 抛
catch: catching catches chasing 接 接住 追 追逐 追着
eat: eating eats drinking drinks nibbling 吃 吃着 在吃 正在吃 喝 喝着 在喝
fly: flying_a flying_kites 放飞
kite: 放风筝 放纸鸢
shoot: 投篮 扣篮 灌篮
in_front: in_front_of before
on: on on_top_of upon atop standing_on sitting_on lying_on perched_on
above: above over flies_over flying_over hovering_over flying_above 飞过 飞越 掠过
under: under below beneath underneath
beside: beside next_to near by alongside close_to leaning_against against
left_of: to_the_left_of left_of on_the_left_of
right_of: to_the_right_of right_of on_the_right_of
inside: inside in_a in_an in_the within in
hold: holding holds carrying carries with_a_sign waving_a 拿着 举着 握着 手持 抱着 提着 拿 举 手里拿着 捧着 撑着
hold: 打着 端着 背着 叼着 牵着 抓着
ride: riding rides 骑 骑着 骑在
hug: hug hugging hugs embracing grapples grappling wrestling 拥抱 抱住 拥抱着
play: playing plays 打 玩 拉 吹 敲 弹 弹奏 演奏 在弹
read: reading reads 看 看着 看书 阅读 读书 正在看书 读 正在看
talk: talking_to bargaining_with haggling_with speaking_with 讨价还价 交谈 聊天
enter: getting_into entering climbing_into 上车 进入 走进
swarm: swarmed_by surrounded_by covered_with covered_by 围绕 环绕 布满
sized: this_size_of the_size_of size_of as_big_as
with: with topped_with decorated_with 用 带着 配
generate: generated_by painted_by created_by drawn_by 画的
at: 在 位于 站在 躺在 放在 摆在 挂在 睡在 走在 飘在 漂在 飞在 停靠在 趴在 坐在 停在 落在 装在 插在 养在 盛在 铺在
wear: wearing wears dressed_in 穿着 戴着 身着 穿 戴 身穿 留着 有着
write: the_letter the_letters the_number that_says saying says with_the_word with_the_words the_word the_words
write: word words text titled
write: reading_the_words written inscription 写着 上面写着 文字 字 字样 牌子是 品牌
mirrored: reflected reflection 映照 倒影 倒映 身影
"""
POSTPOSITIONS = {
    "后面": "behind",
    "后边": "behind",
    "背后": "behind",
    "身后": "behind",
    "之后": "behind",
    "前面": "in_front",
    "前边": "in_front",
    "面前": "in_front",
    "上面": "on",
    "上": "on",
    "顶上": "on",
    "之上": "above",
    "上方": "above",
    "上空": "above",
    "下面": "under",
    "下方": "under",
    "底下": "under",
    "下": "under",
    "旁边": "beside",
    "旁": "beside",
    "边上": "beside",
    "身边": "beside",
    "附近": "beside",
    "左边": "left_of",
    "左侧": "left_of",
    "右边": "right_of",
    "右侧": "right_of",
    "左面": "left_of",
    "右面": "right_of",
    "里": "inside",
    "里面": "inside",
    "中": "inside",
    "前": "in_front",
    "后": "behind",
    "之间": "between",
    "中间": "between",
    "枝头上": "on",
}
POSITION_WORDS = """
left: on_the_left on_the_left_side left_side at_left on_left left 左边有 左边是 左侧是 左侧有
right: on_the_right on_the_right_side right_side at_right on_right right 右边有 右边是 右侧是 右侧有
center: in_the_center in_the_centre in_the_middle centre center middle 中央 正中 正中间 中间有 中间是
top: at_the_top top_of_the_picture 顶部
bottom: at_the_bottom 底部
foreground: in_the_foreground foreground 前景
background: in_the_background background backdrop 背景 背景是 背景为 底色
"""
NUMBERS_EN = {
    "a": 1,
    "an": 1,
    "one": 1,
    "single": 1,
    "two": 2,
    "pair of": 2,
    "pairs of": 4,
    "couple of": 2,
    "both": 2,
    "three": 3,
    "few": 3,
    "some": 3,
    "several": 4,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "many": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "dozen": 12,
    "lots of": 9,
    "bouquet of": 5,
    "bunch of": 5,
    "plenty of": 7,
    "group of": 6,
}
NUMBERS_ZH = {
    "一": 1,
    "二": 2,
    "两": 2,
    "三": 3,
    "仨": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
    "十": 10,
    "几": 3,
    "半": 1,
    "数": 4,
    "许多": 7,
    "很多": 7,
    "一些": 3,
}
CLASSIFIERS = "只个朵条匹头位名张片座辆架艘棵颗本杯块件把束枝根群对双幅套幢栋间扇轮盏顶面台支粒株串列尊口尾副道杆丛簇部"
MEASURES = {
    "篮": "basket",
    "筐": "basket",
    "碗": "bowl",
    "盘": "plate",
    "碟": "plate",
    "桶": "bucket",
    "箱": "open_box",
    "盒": "open_box",
    "盆": "flower_pot",
}
"""Vessels that count what is in them: 一篮苹果."""
GROUPS = {"束": 5, "丛": 5, "簇": 5, "群": 6, "对": 2, "双": 2, "串": 5}
NEGATIONS = ("no", "without", "not", "没有", "无", "不要")
JOINING_WORDS = "of and 和 与 跟 及 以及 还有 plus"
COMPOUNDS = """
红烧 抽象 现象 印象 形象 对象 气象 大自然 自然 马路上 马虎 马戏 花生 花费 花样 火车站 牛仔裤 牛油 羊毛 鸡尾 虎头
龙头 鱼香 蛋白 蛋黄
人生 人间 家庭 家具 家乡 国家 大家 专家 车站 车间 书法 书画 书信 书香 门票 窗外 窗前 前景 前方 以后 后来 前往
午后 前卫 后现代 灯光 灯火 彩灯 挂满彩灯 看起来 看见 看到 好看 霓虹灯 霓虹 红绿
石榴 心情 中心 爱心人 信息 信心 包装
包围 雨林 雨衣 星期 明星 球队 地球村 水平 云南 云计算 手表带 糖醋 酒店 酒吧台 茶道 茶叶 茶园 汤勺
米色 钟声 船长室 桥段 树荫 草稿 草药 狗粮
猫粮 猫砂 鸟语 鱼香肉丝 热带 世界 公鸡蛋 老虎机 画面 笔画 糖尿 岛国 心中 手心 开心果 火锅店 窗花 年画 剪纸 纸巾
纸箱子 枕头 牙刷 牙膏 毛巾 肥皂
"""
"""Words that contain the name of a thing and mean something else: told as unknown instead of drawn wrongly."""
SILENT_WORDS = """
日本 北京的 or is are was were be been being to from at as its it this that these those there their his
her he she they them which who where when while into onto in on by for up down out off very really
quite so just only also too more most some any all each every other another through across looking coming
going getting appears appear appearing inexplicably style generated image picture view front back side shot
scene made has have having does do doing but than then against along toward towards about between among if
will can could would should may might one's he's she's it's detailed highly ultra hd 4k 8k uhd quality high
best masterpiece resolution sharp focus beautiful nice good great pretty amazing stunning piece pieces slices
slice wearing standing stands stand lying lies covered it's front features showing depicting featuring s t
1997 911 passenger formal life 的 了 着 或 是 在 有 把 被 从 到 对 为 以 于 而 也 都 就 很 正 正在
那 这 这个 那个 他 她 它 们 其 用 部 位
张 出来 长 出 来 去 应 展示 包括 一些 设定 场景 高清 高质量 高度 细节 超高 画质 最新款 使用 清晰 毛孔 面部 精致
面容 毛发 细致 绘画 风格 大片 感 图 幅 画 一 型 式 级 最 更 并 且
通过 突显 强调 增加 复杂 独特 建筑 设计 结构 穿 戴 时尚 享受 繁华 熙熙攘攘 标志性 整洁 身材 兴致勃勃 部分
部位 属于 站 品牌 俗称 中国 白皙 最 规模 现代 现代感 生气 背景 周围 钢 里
中 款
"""
