"""Qwen-Image itself, as small as it can be and with random weights: the whole way from words to pixels, no quality.

Runs in the container's environment: `python tiny_pipeline.py FOLDER` leaves a saved pipeline there.
"""

import json
import sys
import tempfile
from importlib import import_module
from pathlib import Path
from typing import Any

LETTERS = 256
SPECIAL = ("<|endoftext|>", "<|im_start|>", "<|im_end|>")


def main(folder: str) -> None:
    with tempfile.TemporaryDirectory() as vocabulary:
        tiny_pipeline(Path(vocabulary)).save_pretrained(folder)


def tiny_pipeline(vocabulary: Path) -> Any:
    torch, diffusers = import_module("torch"), import_module("diffusers")
    torch.manual_seed(0)
    transformer = diffusers.QwenImageTransformer2DModel(
        patch_size=2,
        in_channels=16,
        out_channels=4,
        num_layers=2,
        attention_head_dim=16,
        num_attention_heads=3,
        joint_attention_dim=16,
        guidance_embeds=False,
        axes_dims_rope=(8, 4, 4),
    )
    vae = diffusers.AutoencoderKLQwenImage(
        base_dim=24,
        z_dim=4,
        dim_mult=[1, 2, 4, 4],
        num_res_blocks=1,
        temperal_downsample=[False, True, True],
        latents_mean=[0.0] * 4,
        latents_std=[1.0] * 4,
    )
    return diffusers.QwenImagePipeline(
        scheduler=diffusers.FlowMatchEulerDiscreteScheduler(),
        vae=vae,
        text_encoder=_text_encoder(),
        tokenizer=_tokenizer(vocabulary),
        transformer=transformer,
    )


def _text_encoder() -> Any:
    transformers = import_module("transformers")
    config = transformers.Qwen2_5_VLConfig(
        text_config={
            "hidden_size": 16,
            "intermediate_size": 16,
            "num_hidden_layers": 2,
            "num_attention_heads": 2,
            "num_key_value_heads": 2,
            "rope_scaling": {"mrope_section": [1, 1, 2], "rope_type": "default", "type": "default"},
            "vocab_size": LETTERS + len(SPECIAL),
        },
        vision_config={
            "depth": 2,
            "hidden_size": 16,
            "intermediate_size": 16,
            "num_heads": 2,
            "out_hidden_size": 16,
        },
        hidden_size=16,
        vocab_size=LETTERS + len(SPECIAL),
    )
    return transformers.Qwen2_5_VLForConditionalGeneration(config).eval()


def _tokenizer(folder: Path) -> Any:
    """Every byte is a token."""
    transformers = import_module("transformers")
    byte_level = import_module("tokenizers.pre_tokenizers").ByteLevel
    letters = sorted(byte_level.alphabet())
    vocabulary = {letter: number for number, letter in enumerate(letters)}
    vocabulary |= {name: len(letters) + number for number, name in enumerate(SPECIAL)}
    (folder / "vocab.json").write_text(json.dumps(vocabulary, ensure_ascii=False), encoding="utf-8")
    (folder / "merges.txt").write_text("#version: 0.2\n", encoding="utf-8")
    return transformers.Qwen2Tokenizer.from_pretrained(str(folder))


if __name__ == "__main__":
    main(sys.argv[1])
