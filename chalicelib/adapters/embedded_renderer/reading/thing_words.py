"""Nouns, in English and Chinese, and the drawn thing each one names; an underscore is a space."""

from chalicelib.domain.text.word_lists import words_of

THING_WORDS = """
person: person human someone somebody figure people_walking 人 人物 路人 tourist 游人
man: man guy gentleman boyfriend father husband worker doctor farmer 男人 男子 男生 男士 先生 爸爸 小伙子 农民
man: 工人 医生
woman: woman lady female girlfriend mother wife actress princess queen dancer nurse 女人 女子 女士 女性 女生
woman: 妈妈 公主 女王 舞者 美女
girl: girl maiden daughter 女孩 少女 姑娘 小女孩 仙女
boy: boy son 男孩 少年 小男孩
child: child kid children baby toddler 孩子 小孩 儿童 婴儿 宝宝
old_man: old_man grandfather grandpa vendor seller merchant 老人 爷爷 老头 小贩 老小贩 商贩 摊主
old_woman: old_woman grandmother grandma 奶奶 老奶奶 老妇人
knight: knight soldier warrior astronaut 骑士 士兵 战士 武士甲 宇航员 航天员
samurai: samurai ninja hero fighter 武士 忍者 英雄 侠客 剑客 大侠
wizard: wizard witch magician sorcerer 巫师 女巫 魔法师 法师
king: king emperor 国王 皇帝
couple: couple lovers bride_and_groom 情侣 夫妻 恋人 夫妇
crowd: crowd crowds people passers-by pedestrians visitors tourists audience men women 人群 游客 行人 人们 观众
crowd: 人山人海
bust: bust statue sculpture homer 雕像 半身像 雕塑 塑像
creature: creature monster alien ghost fleshy_creature 怪物 生物 怪兽 外星人
cat: cat kitten kitty cats 猫 小猫 猫咪 猫猫
dog: dog puppy hound corgi husky labrador 狗 小狗 犬 柴犬 狗狗
wolf: wolf wolves werewolf 狼 野狼
fox: fox foxes 狐狸
raccoon: raccoon racoon 浣熊
panda: panda giant_panda 熊猫 大熊猫
red_panda: red_panda 小熊猫
bear: bear teddy_bear teddy 熊 小熊 狗熊 棕熊 泰迪熊
polar_bear: polar_bear 北极熊
lion: lion 狮子 狮 雄狮
tiger: tiger 老虎 虎
leopard: leopard cheetah jaguar 豹 豹子 猎豹
horse: horse pony stallion horses 马 骏马 马匹
unicorn: unicorn 独角兽
zebra: zebra 斑马
donkey: donkey mule 驴 毛驴
cow: cow bull ox cattle buffalo 牛 奶牛 水牛 黄牛
sheep: sheep lamb 羊 绵羊 羊羔
goat: goat 山羊
pig: pig piglet 猪 小猪
deer: deer stag reindeer moose elk 鹿 小鹿 麋鹿 驯鹿
giraffe: giraffe 长颈鹿
elephant: elephant mammoth 大象 象
rhino: rhino rhinoceros 犀牛
hippo: hippo hippopotamus 河马
rabbit: rabbit bunny hare 兔子 兔 小兔子
mouse: mouse mice rat hamster 老鼠 鼠 仓鼠
squirrel: squirrel chipmunk 松鼠
monkey: monkey ape gorilla chimpanzee 猴子 猴 猩猩
kangaroo: kangaroo 袋鼠
camel: camel 骆驼
llama: llama alpaca 羊驼
bird: bird sparrow robin pigeon dove songbird 鸟 小鸟 麻雀 鸽子
flying_bird: seagull gull swallow flying_bird flying_birds flock 海鸥 燕子 飞鸟
duck: duck duckling goose 鸭子 鸭 鹅
chicken: chicken hen rooster cock chick 鸡 公鸡 母鸡 小鸡
crow: crow raven blackbird 乌鸦
eagle: eagle hawk falcon 鹰 老鹰 雄鹰
owl: owl 猫头鹰
parrot: parrot macaw 鹦鹉
swan: swan 天鹅
crane: heron stork flamingo 仙鹤 鹤 白鹭 火烈鸟
penguin: penguin 企鹅
phoenix: phoenix firebird 凤凰
ladybird: ladybird ladybug 瓢虫
beetle: beetle rhino_beetle rhinoceros_beetle scarab bug insect 甲虫 独角仙 昆虫
butterfly: butterfly moth butterflies 蝴蝶 飞蛾
bee: bee wasp bumblebee 蜜蜂
ant: ant ants 蚂蚁
spider: spider 蜘蛛
fish: fish goldfish shark salmon carp 鱼 金鱼 鲨鱼 锦鲤
whale: whale dolphin orca 鲸鱼 鲸 海豚
turtle: turtle tortoise 乌龟 海龟
snake: snake serpent cobra 蛇
dragon: dragon dinosaur 龙 巨龙 中国龙 恐龙
frog: frog toad 青蛙
flower: flower blossom bouquet peony lily orchid 花 鲜花 花朵 牡丹 梅花 兰花 菊花 小花
rose: rose 玫瑰 玫瑰花 月季
sunflower: sunflower 向日葵
daisy: daisy daisies 雏菊
lotus: lotus water_lily 荷花 莲花
cherry_blossom: cherry_blossom sakura 樱花 桃花
tulip: tulip 郁金香
tree: tree oak maple willow 树 大树 树木 柳树 枫树
pine: pine fir christmas_tree 松树 圣诞树
palm: palm palm_tree coconut_tree 棕榈树 椰子树 椰树
bamboo: bamboo 竹子 竹
mushroom: mushroom 蘑菇
cactus: cactus cacti 仙人掌
leaf: leaf leaves 叶子 树叶 枫叶 落叶
grass: grass green_grass 草 小草
sun: sun 太阳 夕阳 朝阳 红日 烈日
moon: moon full_moon 月亮 满月 月 圆月 明月
star: star 星星 星 繁星
cloud: cloud clouds 云 云朵 白云
planet: planet jupiter saturn mars venus 行星 木星 土星 火星
earth: earth globe 地球
rainbow: rainbow 彩虹
fire: fire bonfire campfire 火 篝火
smoke: smoke mist_cloud 烟雾 烟
rock: rock stone boulder 石头 岩石 巨石
peak: mountain peak volcano 雪山 山峰 火山 富士山 mount_fuji
car: car automobile sedan taxi vehicle 汽车 车 轿车 小汽车 出租车
sports_car: porsche porsche_911 sports_car ferrari lamborghini race_car 跑车 保时捷 赛车 法拉利
pickup: pick-up_truck pickup_truck pickup pick-up 皮卡 皮卡车
bus: bus school_bus van 公交车 巴士 公共汽车
truck: truck lorry 卡车 货车
tank: tank 坦克
train: train subway tram 火车 高铁 列车 地铁
bicycle: bicycle bike motorcycle motorbike 自行车 单车 摩托车
helicopter: helicopter drone 直升机 无人机
airplane: airplane aeroplane plane jet airliner passenger_airplane 飞机 客机
rocket: rocket spaceship spacecraft 火箭 飞船 宇宙飞船
balloon: balloon 气球
hot_air_balloon: hot_air_balloon hot-air_balloon 热气球
sailboat: sailboat boat canoe yacht 船 小船 帆船 渔船
ship: ship cruise_ship ferry 轮船 游轮 大船
house: house cottage cabin home hut barn farmhouse 房子 房屋 小屋 木屋 家
building: building skyscraper apartment tower hotel 大楼 高楼 摩天大楼 大厦 楼房 塔楼
castle: castle palace fortress 城堡 宫殿 皇宫
temple: temple shrine monastery forbidden_city 寺庙 寺 神道寺 故宫 庙 宫 天安门 天坛
pagoda: pagoda 塔 宝塔 佛塔
torii: torii 鸟居 神社
lighthouse: lighthouse 灯塔
bridge: bridge golden_gate_bridge 桥 大桥
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
toast: toast bread slice_of_bread piece_of_toast slice_of_toast 吐司 面包 烤面包
mango_slice: mango_slice mango_slices slices_of_mango slice_of_mango 芒果片
apple: apple 苹果
orange: oranges tangerine 橙子 橘子
peach: peach 桃子 桃
mango: mango 芒果
tomato: tomato tomatoes 番茄 西红柿
pear: pear avocado 梨
lemon: lemon lime 柠檬
cherry: cherry cherries 樱桃
strawberry: strawberry strawberries 草莓
pumpkin: pumpkin 南瓜
banana: banana 香蕉
watermelon: watermelon 西瓜
bloody_mary: bloody_mary_cocktail bloody_mary cocktail drink juice smoothie 鸡尾酒 饮料 果汁 血腥玛丽
wine: wine glass_of_wine wine_glass glass 红酒 酒杯 葡萄酒 酒
cup: cup mug coffee tea cup_of_coffee cup_of_tea latte 杯子 咖啡 茶 茶杯 一杯咖啡
cake: cake cupcake birthday_cake 蛋糕
pizza: pizza 披萨 比萨
bowl: bowl soup noodles ramen rice 碗 面条 拉面 汤 米饭
burger: burger hamburger sandwich 汉堡 三明治
table: table desk 桌子 桌 书桌 餐桌
chair: chair stool armchair sofa bench 椅子 凳子 沙发 长椅
piano: piano keyboard 钢琴
clock: clock alarm_clock 钟 时钟 钟表 闹钟
melting_clock: melting_clock
watch: watch pocket_watch wristwatch 手表 怀表
guitar: guitar violin cello 吉他 小提琴
lamp: lamp 灯 台灯
lantern: lantern lanterns 灯笼
bed: bed 床
sign: sign signboard wooden_sign placard billboard poster board 牌子 木牌 招牌 标牌 告示牌
card: letter note card paper newspaper laptop computer 信 纸 卡片 报纸 电脑
book: book books novel 书 书本 书籍
cane: cane stick walking_stick staff wand 手杖 拐杖 权杖 魔杖
bag: garbage_bag trash_bag bag sack backpack 垃圾袋 袋子 书包 背包 包
stone_slab: rosetta_stone slab tablet stele 石碑 罗塞塔石碑
bulb: light_bulb bulb lightbulb inspiration idea 灵感 创意 点子 灯泡
robot: robot android cyborg artificial_intelligence ai 人工智能 机器人
umbrella: umbrella parasol 雨伞 伞
phone: phone telephone smartphone 电话 手机
sword: sword katana knife 剑 刀 宝剑
easel: easel 画架
box: box gift present crate 盒子 箱子 礼物 礼盒
vase: vase pot jar bottle 花瓶 瓶子 罐子
sphere: sphere ball orb globe_shape basketball soccer_ball football 球 球体 圆球 皮球 足球 篮球
pyramid: pyramid 金字塔 棱锥
cube: cube block dice 立方体 方块 正方体
cone: cone 圆锥 圆锥体
cylinder: cylinder 圆柱 圆柱体
ring: ring donut torus doughnut 戒指 圆环 甜甜圈
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
person man woman girl boy child old_man old_woman knight samurai wizard king couple crowd creature cat dog
wolf fox raccoon panda red_panda bear polar_bear lion tiger leopard horse unicorn zebra donkey cow sheep goat
pig deer giraffe elephant rhino hippo rabbit mouse squirrel monkey kangaroo camel llama bird duck chicken crow
eagle owl parrot swan crane penguin phoenix ladybird beetle frog robot dragon
""")
"""Those that can hold, wear, ride and read."""
