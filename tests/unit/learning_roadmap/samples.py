"""Curricula of the tests' own, in both languages, and where the larger ones outside the project are."""

import json
from pathlib import Path
from typing import Any

import pytest

from chalicelib.domain.json_types import JsonObject
from chalicelib.task_types.learning_roadmap.artifacts import ArtifactKind
from chalicelib.task_types.learning_roadmap.briefs import Briefs, ConceptBrief
from chalicelib.task_types.learning_roadmap.framework import Framework, SuppliedFramework
from chalicelib.task_types.learning_roadmap.supplied import framework_of

CHINESE: JsonObject = {
    "title": "植物与光",
    "concepts": [
        {
            "id": "cell",
            "title": "植物细胞",
            "description": "# 简介\n\n植物细胞是植物体结构和功能的基本单位。细胞壁可以保护细胞，并维持细胞的形状。"
            "**叶绿体**是进行光合作用的场所，[线粒体][mito]是进行呼吸作用的场所。液泡中储存着水分和营养物质。\n\n"
            "[mito]: https://zh.wikipedia.org/wiki/线粒体\n",
            "section": "基础",
            "hours": 2,
        },
        {
            "id": "pigment",
            "title": "光合色素",
            "description": "光合色素是吸收光能的有机物质。叶绿素主要吸收红光和蓝紫光，不吸收绿光。"
            "类胡萝卜素是一类黄色或橙色的色素。叶绿体的类囊体膜上分布着**叶绿素**和**类胡萝卜素**。",
            "prerequisites": ["cell"],
            "section": "基础",
        },
        {
            "id": "photosynthesis",
            "title": "光合作用",
            "description": "光合作用是指绿色植物利用光能，把二氧化碳和水转化为有机物并释放氧气的过程。"
            "光反应必须在光照下进行。暗反应不需要光照，但需要光反应提供的能量。\n\n## 影响因素\n\n"
            "光照强度增加时，光合速率通常随之升高。温度过高会使酶失去活性。",
            "prerequisites": ["cell", "pigment"],
            "section": "过程",
            "source_urls": ["https://zh.wikipedia.org/wiki/光合作用", "http://example.com/"],
        },
        {
            "id": "respiration",
            "title": "呼吸作用",
            "description": "呼吸作用是细胞分解有机物并释放能量的过程。有氧呼吸主要在线粒体中进行。无氧呼吸不消耗氧气。",
            "prerequisites": ["cell", "有机化学基础"],
            "section": "过程",
        },
        {
            "id": "transpiration",
            "title": "蒸腾作用",
            "description": "蒸腾作用是水分以水蒸气的形式从植物体散失到大气中的过程。气孔可以调节蒸腾作用的强弱。",
            "prerequisites": ["cell"],
            "section": "过程",
        },
    ],
}
ENGLISH: JsonObject = {
    "title": "Boats",
    "licence": "CC0",
    "concepts": [
        {
            "id": "hull",
            "title": "The Hull",
            "description": "# Introduction\n\nA hull is a watertight body that floats. The `keel` runs along its "
            "bottom and must not be cracked. Read about [buoyancy][b] first.\n\n```python\nprint('afloat')\n```\n\n"
            "[b]: https://en.wikipedia.org/wiki/Buoyancy\n",
        },
        {
            "id": "sail",
            "title": "Sails",
            "description": "Sails are sheets of cloth that catch the wind. Sailors can reef a sail in strong wind. "
            "The first canvas sails were made in 1600.",
            "prerequisites": ["hull", "knots"],
        },
        {"id": "harbour", "title": "The Harbour", "prerequisites": ["sail"]},
    ],
}


def framework(given: JsonObject) -> Framework:
    return framework_of(SuppliedFramework.model_validate(given), None, pointer="")


def brief(given: JsonObject, concept_id: str, kind: ArtifactKind) -> ConceptBrief:
    made = framework(given)
    concept = next(concept for concept in made.concepts if concept.id == concept_id)
    return Briefs(made, "beginner").brief(concept, kind)


def outside_curriculum(name: str) -> Any:
    """A large curriculum from beside the project; the test is skipped where it is not."""
    for folder in Path(__file__).resolve().parents:
        found = folder / "shared" / "data" / "roadmap" / f"{name}.json"
        if found.exists():
            return json.loads(found.read_text(encoding="utf-8"))
    pytest.skip(f"{name}.json is not on this machine")
