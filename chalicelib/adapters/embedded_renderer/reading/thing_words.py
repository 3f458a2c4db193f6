"""Nouns, in English and Chinese, and the drawn thing each one names; an underscore is a space."""

from chalicelib.domain.text.word_lists import words_of

THING_WORDS = """
person: person human someone somebody figure people_walking 人 人物 路人 tourist 游人
family: family parents 家人 一家人 全家 一家三口 全家人
friends: friends 朋友 同事 小伙伴 朋友们
man: man guy gentleman boyfriend father husband 男人 男子 男生 男士 先生 爸爸 小伙子
woman: woman lady female girlfriend mother wife actress 女人 女子 女士 女性 女生
woman: 妈妈 美女
girl: girl maiden daughter 女儿 孙女 女孩 小红 小丽 小芳 姐姐 妹妹 少女 姑娘 小女孩
boy: boy son 儿子 孙子 男孩 少年 小男孩 小明 小华 小刚 小王 哥哥 弟弟
child: child kid children baby toddler 孩子 小孩 小朋友 小朋友们 儿童 婴儿 宝宝
old_man: old_man grandfather grandpa vendor seller merchant 老人 爷爷 外公 姥爷 老头 小贩 老小贩 商贩 摊主
old_woman: old_woman grandmother grandma 奶奶 外婆 姥姥 老奶奶 老妇人
knight: knight warrior 骑士 武士甲
samurai: samurai ninja hero fighter 武士 忍者 英雄 侠客 剑客 大侠
wizard: wizard magician sorcerer 巫师 魔法师 法师
king: king emperor 国王 皇帝
couple: couple lovers bride_and_groom 情侣 夫妻 恋人 夫妇
crowd: crowd crowds people passers-by pedestrians visitors tourists audience men women 人群 游客 行人 人们 观众
crowd: 人山人海
bust: bust statue sculpture homer 雕像 半身像 雕塑 塑像
creature: creature monster fleshy_creature 怪物 生物 怪兽
cat: cat kitten kitty cats 猫 小猫 猫咪 猫猫
dog: dog puppy hound corgi husky labrador retriever_dog retriever poodle beagle dachshund
dog: sheepdog 狗 小狗 犬 柴犬 狗狗 金毛 金毛犬 哈士奇 拉布拉多 柯基 小狗狗
wolf: wolf wolves werewolf 狼 野狼
fox: fox foxes 狐狸
raccoon: raccoon racoon 浣熊
panda: panda giant_panda 熊猫 大熊猫
red_panda: red_panda 小熊猫
bear: bear 熊 小熊 狗熊 棕熊
polar_bear: polar_bear 北极熊
lion: lion lion_dance 狮子 狮 雄狮 舞狮
tiger: tiger 老虎 虎
leopard: leopard cheetah jaguar 豹 豹子 猎豹
horse: horse pony stallion horses 马 骏马 马匹
unicorn: unicorn 独角兽
zebra: zebra 斑马
donkey: donkey mule 驴 毛驴
cow: cow bull ox cattle buffalo 牛 奶牛 水牛 黄牛
sheep: sheep lamb 羊 绵羊 羊羔
goat: goat 山羊
deer: deer stag reindeer moose elk 鹿 小鹿 麋鹿 驯鹿
giraffe: giraffe 长颈鹿
elephant: elephant mammoth 大象 象
rhino: rhino rhinoceros 犀牛
hippo: hippo hippopotamus 河马
mouse: mouse mice rat hamster 老鼠 鼠 仓鼠
squirrel: squirrel chipmunk 松鼠
monkey: monkey ape gorilla chimpanzee 猴子 猴 猩猩
kangaroo: kangaroo 袋鼠
camel: camel 骆驼
llama: llama alpaca 羊驼
bird: bird sparrow robin pigeon dove songbird 鸟 小鸟 麻雀 鸽子
flying_bird: wild_geese wild_goose 大雁 seagull gull swallow flying_bird flying_birds flock 海鸥 燕子 飞鸟
duck: duck duckling goose 鸭子 鸭 鹅
chicken: chicken hen cock chick 鸡 母鸡 小鸡
crow: crow raven blackbird 乌鸦
eagle: eagle hawk falcon 鹰 老鹰 雄鹰
owl: owl 猫头鹰
parrot: parrot macaw 鹦鹉
swan: swan 天鹅
crane: heron stork 仙鹤 鹤 白鹭
penguin: penguin 企鹅
phoenix: phoenix firebird 凤凰
ladybird: ladybird ladybug 瓢虫
beetle: beetle rhino_beetle rhinoceros_beetle scarab bug insect 甲虫 独角仙 昆虫
butterfly: butterfly moth butterflies 蝴蝶 飞蛾
bee: bee wasp bumblebee 蜜蜂
ant: ant ants 蚂蚁
spider: spider 蜘蛛
fish: fish goldfish salmon carp 鱼 金鱼 锦鲤
whale: whale orca 鲸鱼 鲸
turtle: turtle tortoise 乌龟 海龟
snake: snake serpent cobra 蛇
dragon: dragon chinese_dragon dragon_dance 龙 巨龙 中国龙 舞龙 金龙 舞龙灯
frog: frog toad 青蛙
flower: flower blossom 花 鲜花 花朵 小花
rose: rose 玫瑰 玫瑰花 月季
sunflower: sunflower 向日葵
daisy: daisy daisies 雏菊
lotus: lotus_pond 荷花池 荷塘 lotus water_lily 荷花 莲花
tulip: tulip 郁金香
tree: tree 树 大树 树木
pine: pine pine_tree fir fir_tree spruce cedar 杉树 雪松 松树
palm: palm palm_tree coconut_tree 棕榈树 椰子树 椰树
bamboo: bamboo 竹子 竹
mushroom: mushroom 蘑菇
cactus: cactus cacti 仙人掌
leaf: leaf leaves 叶子 树叶 枫叶 落叶
grass: grass green_grass 草 小草
sun: sun 太阳 朝阳 红日 烈日
moon: moon full_moon 月亮 满月 月 圆月 明月
star: star 星星 星 繁星
cloud: cloud clouds 云 云朵 白云
planet: planet jupiter saturn mars venus 行星 木星 土星 火星
earth: earth globe 地球
rainbow: rainbow 彩虹
fire: fire bonfire campfire 火 篝火
smoke: smoke mist_cloud 烟雾 烟
rock: rock stone boulder 石头 岩石 巨石
peak: mountain peak volcano  山峰 火山 富士山 mount_fuji
car: car automobile sedan vehicle 汽车 车 轿车 小汽车
sports_car: porsche porsche_911 sports_car ferrari lamborghini race_car 跑车 保时捷 赛车 法拉利
pickup: pick-up_truck pickup_truck pickup pick-up 皮卡 皮卡车
bus: bus school_bus van 公交车 巴士 公共汽车
truck: truck lorry 卡车 货车
tank: tank 坦克
train: train 火车 列车
bicycle: bicycle bike 自行车 单车
helicopter: helicopter 直升机
airplane: airplane aeroplane plane jet airliner passenger_airplane 飞机 客机
rocket: rocket 火箭
balloon: balloon 气球
hot_air_balloon: hot_air_balloon hot-air_balloon 热气球
sailboat: sailboat sailing_boat sailing_ship sail_boat yacht 帆船
ship: ship cruise_ship ferry 轮船 游轮 大船
house: house home 房子 房屋 家门口
building: building skyscraper apartment tower hotel 大楼 高楼 摩天大楼 大厦 楼房 塔楼
castle: castle_tower castle palace fortress 城堡 宫殿 皇宫
temple: temple shrine monastery 寺庙 寺 神道寺 庙 宫
pagoda: pagoda 塔 宝塔 佛塔
torii: torii 鸟居 神社
lighthouse: lighthouse 灯塔
bridge: bridge golden_gate_bridge suspension_bridge 大桥 跨海大桥
windmill: windmill 风车
tent: tent 帐篷
stall: stall market_stall booth kiosk 摊位 小摊 摊子
arch: arch archway 拱门
fountain: fountain 喷泉
birds_nest: bird's_nest birds_nest_stadium stadium 鸟巢 体育场 国家体育场 北京国家体育场
oriental_pearl: oriental_pearl_tower oriental_pearl 东方明珠
shanghai_tower: shanghai_tower 上海中心
eiffel: eiffel_tower eiffel 埃菲尔铁塔 铁塔
great_wall: great_wall great_wall_of_china 长城 万里长城
colosseum: colosseum 斗兽场
toast: toast slice_of_bread piece_of_toast slice_of_toast 吐司 烤面包
mango_slice: mango_slice mango_slices slices_of_mango slice_of_mango 芒果片
apple: apple 苹果
watermelon: watermelon_slice slice_of_watermelon watermelon_slices 西瓜片
peach: peach 桃子 桃
mango: mango 芒果
banana: banana 香蕉
bloody_mary: bloody_mary_cocktail bloody_mary cocktail drink 鸡尾酒 血腥玛丽
wine: wine glass_of_wine wine_glass glass 红酒 酒杯 葡萄酒 酒
cup: cup mug teacup coffee tea cup_of_coffee cup_of_tea latte 杯子 咖啡 茶 茶杯 一杯咖啡
pizza: pizza 披萨 比萨
burger: burger hamburger 汉堡
table: table desk dining_table bedside_table coffee_table nightstand wooden_table 桌子 桌 书桌 餐桌 木桌 木桌子
table: 办公桌 台子 茶几
table: 床头柜 讲台 石台 大理石台
chair: chair wooden_chair 椅子 木椅
piano: piano keyboard 钢琴
clock: clock alarm_clock 钟 时钟 钟表 闹钟
melting_clock: melting_clock
watch: pocket_watch 怀表
guitar: guitar 吉他
lamp: lamp desk_lamp table_lamp floor_lamp 灯 台灯 落地灯
lantern: lantern lanterns red_lantern 灯笼 红灯笼 宫灯
bed: bed 床
sign: sign signboard wooden_sign placard billboard notice_board 牌子 木牌 招牌 标牌 告示牌
card: letter note card paper newspaper map greeting_card 信 纸 卡片 报纸 地图 贺卡
book: book books novel 书 书本 书籍
cane: cane stick walking_stick staff wand 手杖 拐杖 权杖 魔杖
bag: garbage_bag trash_bag bag sack 垃圾袋 袋子 包
stone_slab: rosetta_stone slab stele 石碑 罗塞塔石碑
bulb: light_bulb bulb lightbulb inspiration idea 灵感 创意 点子 灯泡
robot: robot robots android cyborg artificial_intelligence ai 人工智能 机器人
umbrella: umbrella parasol paper_umbrella 雨伞 伞 油纸伞 纸伞 遮阳伞
phone: telephone 电话
sword: sword katana 剑 刀 宝剑
easel: painting_a_picture 画画 作画 easel 画架
sphere: sphere ball beach_ball orb globe_shape 球 球体 圆球 皮球
pyramid: pyramid 金字塔 棱锥
cube: cube block 立方体 方块 正方体
cone: cone 圆锥 圆锥体
cylinder: cylinder 圆柱 圆柱体
ring: torus 圆环
circle: circle dot 圆 圆形 圆圈
square: square rectangle 正方形 方形 长方形
triangle: triangle 三角形 三角
heart: heart 心 爱心 心形
star_shape: star_shape five-pointed_star pentagram 五角星 星形
diamond: diamond gem crystal jewel 钻石 宝石 水晶
"""

PARTS = frozenset({"ant", "leaf", "grass", "smoke", "star", "cloud", "fire"})
"""Things that usually come in numbers and seldom are the subject."""
ANIMATE = words_of("""
person man woman girl boy child family friends old_man old_woman knight samurai wizard king couple crowd
creature cat dog
wolf fox raccoon panda red_panda bear polar_bear lion tiger leopard horse unicorn zebra donkey cow sheep goat
pig deer giraffe elephant rhino hippo rabbit mouse squirrel monkey kangaroo camel llama bird duck chicken crow
eagle owl parrot swan crane penguin phoenix ladybird beetle frog robot dragon
""")
"""Those that can hold, wear, ride and read."""
HOLDABLE = words_of("phone book sign card cane bag umbrella sword balloon flower rose cup lantern guitar box")
"""Those of the first vocabulary that fit into a hand."""
