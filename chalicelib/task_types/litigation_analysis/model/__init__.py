"""Has a language model fill the structure, and keeps only what the documents bear out."""
