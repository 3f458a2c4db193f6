"""Colours, sizes, clothes, hair and poses."""

COLOURS: dict[str, tuple[int, int, int]] = {
    "red": (212, 36, 44),
    "crimson": (170, 16, 44),
    "orange": (240, 136, 36),
    "yellow": (246, 210, 44),
    "gold": (224, 176, 56),
    "green": (56, 152, 70),
    "teal": (30, 140, 140),
    "cyan": (60, 200, 214),
    "blue": (44, 96, 206),
    "navy": (28, 40, 96),
    "purple": (128, 56, 168),
    "violet": (150, 90, 210),
    "pink": (246, 140, 180),
    "magenta": (214, 40, 150),
    "brown": (124, 78, 46),
    "beige": (226, 206, 172),
    "white": (248, 248, 246),
    "grey": (136, 138, 144),
    "silver": (196, 200, 208),
    "black": (30, 29, 34),
    "turquoise": (64, 200, 184),
    "olive": (120, 126, 50),
    "maroon": (120, 24, 40),
    "fire_red": (206, 62, 20),
    "sky_blue": (120, 186, 240),
    "dark_green": (24, 84, 50),
    "light_green": (150, 214, 120),
    "dark_blue": (22, 44, 120),
    "light_blue": (150, 200, 240),
    "wooden": (150, 100, 60),
}
COLOUR_WORDS = """
wooden: wooden wood oak_wood 木制 木质 木头
colourful: colourful colorful multicoloured multicolored multi-colored rainbow-colored assorted 五颜六色
colourful: 五颜六色的 彩色
colourful: 五彩 五彩缤纷 多彩 各色 色彩缤纷 七彩
red: red scarlet ruby 红 红色 大红 鲜红 红色的
crimson: crimson dark_red deep_red 深红 深红色 绯红
orange: orange 橙 橙色 橘 橘色 橘黄 橙黄
yellow: yellow 黄 黄色 明黄
gold: gold golden 金 金色 金黄 金黄色
green: green emerald lime_green 绿 绿色 翠绿 碧绿
light_green: light_green 浅绿 浅绿色
dark_green: dark_green 深绿 深绿色 墨绿
teal: teal 青 青色
cyan: cyan 青蓝
blue: blue azure 蓝 蓝色 湛蓝
light_blue: light_blue 浅蓝 浅蓝色 淡蓝色
sky_blue: sky_blue sky-blue 天蓝 天蓝色
dark_blue: dark_blue navy_blue 深蓝 深蓝色 藏青
navy: navy
purple: purple 紫 紫色
violet: violet lavender lilac 淡紫色 浅紫色
pink: pink rosy 粉 粉色 粉红 粉红色
magenta: magenta fuchsia 品红 洋红
brown: brown chestnut chocolate 棕 棕色 褐色 咖啡色
beige: beige cream tan ivory 米色 米白色
white: white snow-white 白 白色 雪白 洁白
grey: grey gray 灰 灰色
silver: silver silvery 银 银色
black: black 黑 黑色 乌黑 漆黑
turquoise: turquoise 绿松石色
olive: olive 橄榄绿
maroon: maroon burgundy 酒红 酒红色
fire_red: 火红 火红色
"""
SIZES = {"tiny": 0.4, "small": 0.62, "large": 1.45, "giant": 1.9, "tall": 1.25}
SIZE_WORDS = """
tiny: tiny miniature mini minuscule 微小 迷你 极小
small: small little short 小 小小的 矮小
large: large big enormous 大 大型 硕大
giant: giant huge gigantic massive colossal 巨大 巨型 超大 巨
tall: tall 高大 高 高高的
"""
TRAIT_WORDS = """
sweater: sweater jumper pullover hoodie 毛衣 卫衣
shirt: shirt top blouse 衬衫 衬衣 上衣 衣服
suit: suit tuxedo formal_clothes formal_wear 西装 西服 礼服 正装
dress: dress gown skirt 裙子 连衣裙 长裙 裙
robe: robe kimono hanfu 长袍 和服 汉服 旗袍 古风 袍子
cloak: cloak cape velvet_cloak 斗篷 披风 天鹅绒斗篷
coat: coat jacket trench_coat 外套 大衣 夹克 风衣
sportswear: sportswear tracksuit sports_clothes 运动装 运动服
armour: armour armor 盔甲 铠甲
trousers: trousers pants jeans shorts 裤子 牛仔裤
top_hat: tophat top_hat top-hat 礼帽 高礼帽 大礼帽
wizard_hat: wizard_hat wizard's_hat 巫师帽 魔法帽
crown: crown tiara 皇冠 王冠
cap: cap 鸭舌帽
hat: hat 帽子
glasses: glasses sunglasses eyeglasses spectacles 眼镜 墨镜
moustache: moustache mustache 小胡子 八字胡
beard: beard bearded 胡子 胡须 络腮胡
scarf: scarf scarves 围巾
chef_hat: chef_hat chef's_hat 厨师帽
santa_hat: santa_hat christmas_hat 圣诞帽
hard_hat: hard_hat helmet safety_helmet 安全帽 头盔
cowboy_hat: cowboy_hat 牛仔帽
beret: beret 贝雷帽
space_helmet: space_helmet spacesuit space_suit 宇航服
hair: hair haired 头发 长发 短发
bald: bald 光头
skin: skin 皮肤 肤色
eyes: eyes eyed 眼睛 双眼
mane: mane 鬃毛
rings: saturn's_rings
crescent: crescent crescent_moon 弯月 月牙
woman: female 女
man: male 男
boots: boots_worn
old: old elderly aged 年老 老道 老年
young: young youthful 年轻 年轻的
walking: walking walks strolling 走路 行走 散步
running: running runs galloping 奔跑 跑步 跑
jumping_up: jumping_up 跳起来 跃起 扑
jumping: jumping jumps leaping 跳 跳跃
flying: flying flies soaring 飞 飞翔 飞舞 翱翔
seated: sitting sits seated 坐 坐着
waving: waving waves_hand 挥手 招手
dancing: dancing dances 跳舞 舞蹈
fighting: fighting fights action_sequence 战斗 打斗 动作序列
calling: on_the_phone talking_on_the_phone 打电话
sleeping: sleeping asleep sleeps napping 睡觉 睡 睡着 睡着了 熟睡
upright: standing_upright anthropomorphic wearing_clothes 拟人
melting: melting limp melted 融化 融化的
"""
PREPARED_TRAITS = frozenset(
    {
        "hair",
        "skin",
        "eyes",
        "mane",
        "trousers",
        "sweater",
        "shirt",
        "suit",
        "dress",
        "robe",
        "cloak",
        "coat",
        "sportswear",
        "armour",
        "top_hat",
        "wizard_hat",
        "crown",
        "cap",
        "hat",
        "scarf",
        "chef_hat",
        "santa_hat",
        "hard_hat",
        "cowboy_hat",
        "beret",
    }
)
"""Traits that take a colour."""
