"""English messages and errors of the commands for pictures."""

TEXTS = {
    "image.uploading": "Uploading {name}.",
    "image.saved": "Saved: {file} ({size}, {bytes})",
    "image.drawn_offline": "Drawn by the embedded renderer ({provider}), which is no model; seed {seed}.",
    "image.drawn_by": "Drawn by {provider} ({model}); seed {seed}.",
    "error.no_picture": "{name} is no PNG, JPEG or WebP picture.",
    "error.picture_too_large": "{name} is larger than {megabytes} MB.",
    "error.no_size": "{given} is not a size; write it as in 512x512.",
    "error.no_pictures": "Task {task_id} has no pictures: it is {status}.",
    "error.many_pictures": "There are {count} pictures, and standard output takes one; name a file with --output.",
}
