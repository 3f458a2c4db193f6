"""The typeface of drawn words, and its licence."""
