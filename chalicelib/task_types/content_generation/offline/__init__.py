"""The offline writer: an article made only of statements found in the reference text, without model or network."""
