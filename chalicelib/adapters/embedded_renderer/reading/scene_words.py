"""Places, times, weather, moods, styles and points of view."""

PLACE_WORDS = """
village: village small_town 村庄 村子 小村 小镇 乡村小镇
meadow: on_the_grass picnic picnic_on_the_grass 野餐 meadow field grassland valley green_valley countryside farm
meadow: pasture 草地 草原 田野 山谷 乡村 绿地
park: park garden_path olympic_park lawn 公园 奥林匹克公园 草坪
garden: garden flowerbed greenhouse 花园 庭院 花丛
zen: zen_garden japanese_garden 禅园 枯山水
forest: maple_forest autumn_forest 枫叶林 枫林 forest woods jungle woodland rainforest tropical_rainforest 森林
forest: 树林 丛林 雨林 热带雨林
bamboo: bamboo_forest bamboo_grove 竹林 竹海
mountains: snowy_mountains snow-capped_mountains mountain_landscape mountain_scenery mountain_valley mountains
mountains: mountain_range alps hills hill 山 群山
mountains: 高山 山脉 山上 山间 蜿蜒
mountain_road: mountain_road winding_road curve 山路 盘山公路
sea: sea ocean waves on_the_sea at_sea 海 海面 大海 海洋 海上 海浪 波浪 大海上
beach: beach seashore shore coast seaside sand tropical_beach tropical 海滩 沙滩 海边 海岸
lake: lake river pond riverside stream lotus_pond 湖 河 河流 湖泊 池塘 河边 江 湖边 湖上 水面 荷花池 荷塘 湖面
lake: 西湖 漓江
desert: desert dunes sahara desolate_landscape wasteland 沙漠 沙丘 荒漠
savanna: savanna savannah africa safari 非洲
arches: arches_national_park arches canyon grand_canyon 峡谷 国家公园
snowfield: snowfield arctic antarctica glacier tundra 雪地 雪原 冰川 北极 南极
street: street city_street alley sidewalk downtown market road_side roadside 路边 街边 街头 胡同 弄堂 古镇 街道
street: 街 小巷 街角 夜市 集市 大街 马路
road: road country_road highway freeway 公路 道路
city: city skyline cityscape city_skyline metropolis beijing new_york urban 城市 天际线 北京 北京城 城市天际线
city: 都市 纽约
bund: the_bund shanghai_bund shanghai 外滩 上海外滩 上海 陆家嘴
plaza: plaza town_square 广场
tarmac: tarmac airport runway 机场 跑道 停机坪
room: by_the_window near_the_window at_the_window window_sill windowsill 窗边 窗前 窗台 窗台上 靠窗 room indoors
room: living_room bedroom house_interior office study nursery 房间 客厅 卧室 室内 屋里 办公室 书房 屋内
kitchen: kitchen restaurant_kitchen 厨房
restaurant: in_a_cafe in_the_cafe at_a_cafe in_a_coffee_shop cafe_scene 咖啡馆里 咖啡店里 咖啡厅 restaurant
restaurant: cafe_interior dining_room canteen diner 餐厅 饭店 餐馆 食堂
classroom: classroom lecture_hall 教室 课堂
clinic: hospital hospital_room clinic operating_room 医院 病房 诊所
library: library 图书馆
stage: stage concert_hall concert theatre theater opera_house ballroom 舞台 音乐厅 剧院 演唱会 音乐会
stadium: stadium football_field soccer_field football_pitch 足球场 球场 操场 运动场
court: basketball_court tennis_court gym gymnasium 篮球场 体育馆 健身房 网球场
moon_ground: surface_of_the_moon on_the_moon moon_surface lunar_surface 月球上 月球 月球表面
mars: on_mars surface_of_mars martian_landscape 火星上 火星表面
flower_field: flower_field field_of_flowers field_of_sunflowers sunflower_field field_of_tulips tulip_field
flower_field: lavender_field field_of_lavender
flower_field: field_of_poppies canola_field rapeseed_field 花田 花海 油菜花田 油菜花 向日葵花田 郁金香花田
flower_field: 薰衣草花田 花丛中
corn_field: corn_field cornfield wheat_field rice_field field_of_wheat 玉米地 麦田 稻田 田里 麦浪 金色的麦田
table: tabletop 桌面
bar: bar pub 酒吧
studio: studio plain_background 摄影棚 纯色背景 影棚
space: space outer_space galaxy universe cosmos 太空 宇宙 星空 银河 星系
underwater: underwater under_the_sea under_water undersea coral_reef seabed ocean_floor 海底 水下 海底世界 深海 海里
sky: in_the_sky sky blue_sky 天空 蓝天 空中
wall: mud_wall earthen_wall 土墙 墙 城墙
macro: macro 微距
brick_wall: brick_wall brick_walls red_brick_wall 砖墙 红砖墙
ground: ground floor 地上 地面
dream: dreamworld dream dreamland 梦境 梦幻世界
"""
TIME_WORDS = """
day: day daytime noon midday 白天 中午 白日
morning: morning 早晨 清晨 早上
sunrise: sunrise dawn 日出 黎明 朝霞
sunset: sunset dusk evening golden_hour twilight setting_sun 日落 黄昏 傍晚 晚霞 夕阳 夕阳下 落日 余晖
night: 满天星星 满天繁星 满天星斗 繁星满天 繁星点点 星光 night midnight halloween halloween_night starry_night
night: starry_sky nighttime nightlife moonlit moonlight 夜
night: 夜晚 晚上 深夜 夜生活 月光 夜景 黑夜 雨夜 星夜 夜空 夜晚的 万圣节 星空下
"""
WEATHER_WORDS = """
snow: snow snowing snowy falling_snow covered_in_snow winter snow-covered 雪 飘雪 下雪 大雪 雪花 冬天
rain: rain 雨夜 雨中 细雨 raining rainy storm stormy thunderstorm 雨 下雨 暴雨 雨天
cloudy: cloudy overcast cloudy_day 多云 阴天
clear: clear_sky sunny clear 晴朗 晴天 天空晴朗 阳光
fog: fog foggy mist misty haze hazy 雾 薄雾 云雾 烟雾缭绕
smoke: smoke smoky 烟雾 大片烟雾 浓烟
fire: flames flame burning fiery 火焰 燃烧 烈焰
autumn: maple_forest autumn_forest 枫叶林 枫林 autumn fall_season 秋天 秋
spring: spring_season 春天 春
"""
MOOD_WORDS = """
happy: happy cheerful joyful fun cute lovely hope joy smiling laughing smile 快乐 开心 欢乐 可爱 欢快 希望 喜悦
calm: calm peaceful serene quiet tranquil peace 宁静 平静 安静 安宁 唯美 禅意
sad: sad lonely melancholy gloomy grief sorrow loneliness 悲伤 孤独 忧郁 忧伤
dark: dark scary horror spooky ominous fear grim 黑暗 恐怖 阴森 恐惧
angry: angry rage fury grumpy 愤怒 脾气暴躁
warm: warm cosy cozy love romantic 温暖 温馨 浪漫 爱情
cold: cold icy frozen 寒冷 冰冷
dreamy: dreamy surreal surrealist magical mystical fantasy 梦幻 超现实 奇幻 魔幻 神秘
epic: epic dramatic heroic majestic vast 史诗 宏伟 壮观 震撼 视觉盛宴 气势磅礴
energetic: energetic dynamic vibrant vivid 活力 充满活力 鲜艳 色彩鲜艳 热闹
futuristic: futuristic sci-fi science_fiction cyberpunk technology 未来感 科幻 赛博朋克 科技 未来
"""
STYLE_WORDS = """
abstract: abstract abstract_art abstract_painting 抽象 抽象画 抽象艺术
poster: poster movie_poster advertisement flyer banner_ad 海报 宣传海报 广告 宣传画
oil: oil_painting oil_paint oil van_gogh rembrandt monet impressionist impressionism painting 油画 梵高 莫奈
oil: 印象派 厚涂
watercolour: watercolour watercolor 水彩 水彩画
ink: ink_painting ink_wash sumi-e chinese_painting 水墨 水墨画 国画 中国画
ukiyoe: ukiyo-e ukiyoe woodblock hokusai 浮世绘
flat: flat vector illustration minimalist bauhaus poster_art logo icon cartoon anime comic book_illustration
flat: children's_book_illustration storybook kids_drawing poster_style 扁平 插画 卡通 动漫
flat: 动漫风格 包豪斯 漫画 极简 矢量
pencil: pencil drawing sketch charcoal line_art engraving 素描 铅笔画 线稿 速写 手绘
photo: product_shot product_photo product_photography studio_lighting 产品图 产品摄影 商品图 产品照 photo photograph
photo: photography photorealistic realistic real_life dslr 照片 摄影 写实 拍摄 相机 图片 真实
render3d: 3d render cgi octane c4d blender unreal_engine cg cg感 三维 渲染
cinematic: cinematic movie film 电影 电影感 电影质感
mono: black_and_white black-and-white monochrome 黑白 单色
vintage: vintage vintage_poster retro 复古 复古风
sepia: sepia vintage_photo old_photo 怀旧 老照片
pixel: pixel_art pixel 8-bit 像素 像素画 像素风
mosaic: mosaic stained_glass 马赛克 彩色玻璃
rembrandt: rembrandt chiaroscuro 伦勃朗
surreal: surrealist surrealism dali 超现实主义 达利
matte: matte_painting matte concept_art 哑光绘画 概念艺术
contrast: high_contrast 高对比度 高对比
"""
VIEW_WORDS = """
close: close-up closeup close_up portrait macro headshot zoom 特写 特写镜头 近景 微距 变焦 面部细节 肖像 头像
half: upper_body half-length half_body bust_shot 上半身 半身 立绘 上半身立绘
wide: wide_shot panorama wide-angle wide landscape_view wallpaper 全景 广角 远景 壁纸 4k壁纸
side: side_view profile 侧面 侧面照 侧视
three_quarters: three-quarters three_quarters three_quarters_view three-quarters_front_view 四分之三
above: aerial aerial_view bird's_eye_view top_view top-down from_above 俯视 航拍 鸟瞰
eye: the_eye_of eye_of
"""
