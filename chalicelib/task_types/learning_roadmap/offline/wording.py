"""What the offline writer says in its own words, in both languages."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Wording:
    place: str
    place_in_section: str
    before: str
    outside: str
    after: str
    time: str
    no_prerequisites: str
    where_it_stands: str
    explanation: str
    topics: str
    topics_of_section: str
    what_is_known: str
    only_entry: str
    list_separator: str
    learn_heading: str
    learn_term: str
    learn_topics: str
    learn_place: str
    what_is: str
    explain: str
    answer_in_section: str
    topic_check: str
    topic_check_answer: str
    prerequisite_check: str
    grounded_in_text: str
    grounded_in_entry: str
    grounded_in_shared: str
    quiz_title: str
    cloze: str
    definition: str
    true_or_false: str
    true: str
    false: str
    is_true: str
    is_false: str
    says: str
    topic_listed: str
    topic_listed_shared: str
    topic_not_listed: str
    topic_explained: str
    prerequisite_question: str
    prerequisite_explained: str
    outside_question: str
    next_question: str
    next_explained: str
    section_question: str
    section_explained: str
    time_question: str
    time_explained: str
    order_question: str
    order_explained: str
    order_claim: str


EN = Wording(
    place="Concept {place} of {of} in “{roadmap}”.",
    place_in_section="Concept {place} of {of} in “{roadmap}”, part of {section}.",
    before="Before this, know: {names}.",
    outside="Outside this roadmap, the curriculum expects: {names}.",
    after="It prepares for: {names}.",
    time="The curriculum plans {time}{hours} for it.",
    no_prerequisites="No other concept of this roadmap is needed before it.",
    where_it_stands="Where it stands in the roadmap",
    explanation="Explanation",
    topics="Topics covered",
    topics_of_section="Topics covered in {section}",
    what_is_known="What the curriculum says",
    only_entry="The curriculum gives no text for “{title}”; the linked resources teach it.",
    list_separator=", ",
    learn_heading="{heading}: what it is and how it is used",
    learn_term="Say what “{term}” means",
    learn_topics="Get to know: {topics}",
    learn_place="Know where “{title}” stands and what it builds on",
    what_is="What is “{term}”?",
    explain="Explain in your own words: “{heading}”.",
    answer_in_section="Compare with the section “{heading}”: {sentence}",
    topic_check="Which topics does the curriculum list here? Name as many as you can.",
    topic_check_answer="It lists: {topics}.",
    prerequisite_check="What does “{title}” build on, and what comes after it?",
    grounded_in_text="Made from the concept's own text; statements are quoted or taken from it unchanged.",
    grounded_in_entry="The curriculum has no explanatory text for this concept: this says only what the curriculum "
    "itself records (place, prerequisites, time, links) and explains nothing beyond it.",
    grounded_in_shared="The text stands for {count} concepts together ({section}): it describes them as a group, not "
    "“{title}” alone.",
    quiz_title="Quiz: {title}",
    cloze="Which word or expression fills the blank?\n{sentence}",
    definition="What does this sentence define?\n{sentence}",
    true_or_false="True or false?\n{sentence}",
    true="True",
    false="False",
    is_true="True. The text says: “{sentence}”",
    is_false="False. The text says: “{sentence}”",
    says="The text says: “{sentence}”",
    topic_listed="Which of these topics does the curriculum list for “{title}”?",
    topic_listed_shared="“{title}” belongs to {section}. Which of these topics does the curriculum list for that part?",
    topic_not_listed="Which of these topics does the curriculum not list for “{what}”?",
    topic_explained="The curriculum lists here: {topics}.",
    prerequisite_question="Which of these does the roadmap ask you to know before “{title}”?",
    prerequisite_explained="The roadmap names as prerequisites of “{title}”: {names}.",
    outside_question="What does the curriculum expect you to bring along for “{title}”?",
    next_question="Which of these concepts builds on “{title}”?",
    next_explained="In the roadmap these name “{title}” as a prerequisite: {names}.",
    section_question="To which part of the roadmap does “{title}” belong?",
    section_explained="The curriculum places “{title}” in {section}.",
    time_question="How much time does the curriculum plan for “{title}”?",
    time_explained="The curriculum says: {time}.",
    order_question="Which of these concepts comes next to “{title}” in this roadmap?",
    order_explained="“{title}” is concept {place} of {of}; “{other}” stands next to it.",
    order_claim="“{first}” comes before “{second}” in this roadmap.",
)
ZH = Wording(
    place="《{roadmap}》共 {of} 个概念，本概念是第 {place} 个。",
    place_in_section="《{roadmap}》共 {of} 个概念，本概念是第 {place} 个，属于“{section}”。",
    before="学习之前请先掌握：{names}。",
    outside="课程还要求具备（不在本路线图中）：{names}。",
    after="它是以下概念的基础：{names}。",
    time="课程安排的时间：{time}{hours}。",
    no_prerequisites="学习它不需要本路线图中的其他概念。",
    where_it_stands="在路线图中的位置",
    explanation="讲解",
    topics="涵盖主题",
    topics_of_section="“{section}”涵盖的主题",
    what_is_known="课程中的说明",
    only_entry="课程没有为“{title}”提供文字，请通过所列资源学习。",
    list_separator="、",
    learn_heading="{heading}：是什么、怎么用",
    learn_term="说出“{term}”的含义",
    learn_topics="了解：{topics}",
    learn_place="知道“{title}”在路线图中的位置和基础",
    what_is="什么是“{term}”？",
    explain="用自己的话解释“{heading}”。",
    answer_in_section="请对照“{heading}”一节：{sentence}",
    topic_check="课程在这里列出了哪些主题？请尽量说出。",
    topic_check_answer="列出的主题有：{topics}。",
    prerequisite_check="“{title}”以什么为基础？之后学什么？",
    grounded_in_text="根据概念自身的文字编写，陈述均引自原文。",
    grounded_in_entry="课程没有为该概念提供讲解文字：这里只写课程自身记录的内容（位置、先修、时间、链接），不作任何补充。",
    grounded_in_shared="这段文字由 {count} 个概念共用（{section}），描述的是整体，而不只是“{title}”。",
    quiz_title="测验：{title}",
    cloze="填入空白处的是哪一项？\n{sentence}",
    definition="下面这句话说的是什么？\n{sentence}",
    true_or_false="判断正误：\n{sentence}",
    true="正确",
    false="错误",
    is_true="正确。原文：“{sentence}”",
    is_false="错误。原文：“{sentence}”",
    says="原文：“{sentence}”",
    topic_listed="课程为“{title}”列出了下列哪个主题？",
    topic_listed_shared="“{title}”属于“{section}”。课程为这一部分列出了下列哪个主题？",
    topic_not_listed="下列哪个主题不在课程为“{what}”列出的主题之中？",
    topic_explained="课程列出的主题有：{topics}。",
    prerequisite_question="路线图要求在“{title}”之前先掌握下列哪一项？",
    prerequisite_explained="路线图中“{title}”的先修概念是：{names}。",
    outside_question="学习“{title}”，课程要求具备什么？",
    next_question="下列哪个概念以“{title}”为基础？",
    next_explained="路线图中以“{title}”为先修的概念是：{names}。",
    section_question="“{title}”属于路线图的哪一部分？",
    section_explained="课程把“{title}”放在“{section}”。",
    time_question="课程为“{title}”安排了多少时间？",
    time_explained="课程写明：{time}。",
    order_question="在本路线图中，下列哪个概念与“{title}”相邻？",
    order_explained="“{title}”是第 {place} 个概念（共 {of} 个），“{other}”与它相邻。",
    order_claim="在本路线图中，“{first}”排在“{second}”之前。",
)
WORDING_BY_LANGUAGE = {"en": EN, "zh": ZH}
