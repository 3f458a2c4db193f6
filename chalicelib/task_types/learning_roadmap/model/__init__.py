"""Has a language model write roadmaps, and checks what comes back."""
