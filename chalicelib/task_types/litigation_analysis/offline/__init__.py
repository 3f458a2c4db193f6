"""The offline analysis: rules and text statistics for Chinese and English, no invention."""
