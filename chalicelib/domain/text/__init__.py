"""Words, sentences and phrases of Chinese and English text, for every task type that reads text."""
