"""The report of a case for people: one outline, written as Markdown and as a Word file."""
