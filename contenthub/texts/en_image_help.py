"""English help texts of the commands for pictures."""

TEXTS = {
    "help.image": "Pictures from words, or from a picture.",
    "help.image.generate": (
        "Have pictures drawn from words, save them here and say where.\n\nThe files get the task's id as their "
        "name, or the one given with --output; several get a number each."
    ),
    "help.image.edit": "Have a picture changed by words (PNG, JPEG or WebP), save the result here and say where.",
    "help.image.show": "Save the pictures of a task again and say where.",
    "help.image.generate.--format": "Kind of file.",
    "help.image.edit.--format": "Kind of file.",
    "help.image.generate.--provider": "Who draws, instead of the stage's default.",
    "help.image.edit.--provider": "Who draws, instead of the stage's default.",
    "option.prompt": "What the picture shows, in Chinese or English.",
    "option.size": "Width and height in pixels, 64 to 2048 in steps of 8.",
    "option.n": "How many pictures.",
    "option.seed": "The same seed and words give the same picture.",
    "option.steps": "How long to refine the picture.",
    "option.negative": "What the picture should not show.",
    "option.mask": "Picture of the same size; only where it is transparent may the picture change.",
    "option.strength": "How much of the picture may change, from 0 to 1.",
}
