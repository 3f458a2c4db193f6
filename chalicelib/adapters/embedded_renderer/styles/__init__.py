"""Styles: what is done to a finished picture so that it looks painted, printed, drawn or filmed."""
