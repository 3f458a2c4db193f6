"""Words that turn an English statement into its opposite, and those with which a sentence leans on another."""

import re

LEANS_ON_ANOTHER = re.compile(
    r"^(?:This|That|These|Those|It|Its|They|Their|Them|Here|There|He|She|His|Her|Both|Each|Such|Instead|However|"
    r"Nevertheless|Nonetheless|Therefore|Thus|Hence|Also|Additionally|Moreover|Furthermore|Otherwise|Then|Finally|Next|"
    r"Similarly|Likewise|But|And|Or|So|Yet|Because|Since|For (?:example|instance|more|now|this|the other|a deep)|"
    r"In (?:this|that|the (?:example|end|above|following)|addition|other words|short|contrast)|"
    r"As (?:a result|such|you)|"
    r"Note|Following|If you|When you|You|We|Let|Most obviously|To (?:learn|see|avoid)|Shown|Some|Others?|Another|"
    r"Most|Many|What|Why|How|More|One|Two|Please|The (?:first|second|third|last|next|above|following|former|latter|"
    r"[a-z]+ (?:can|will|is|are|has|may|must|also|should)|end|same|"
    r"details|example|output|body|result|error|program|code|argument|parameter|empty|other)|Any|Further)\b"
)
TALKS_ABOUT_ITSELF = re.compile(
    r"\b(?:exercise|track|concept|chapter|course|section|above|below|later|earlier|previous(?:ly)?|here|this|these|you|your|"
    r"cannot not|"
    r"introduction|we|we'll|you'll|you may|you might|want|let's|our|us|see|blog|e\.g\.|i\.e\.|etc\.)\b|https?:",
    re.IGNORECASE,
)
"""Such a sentence says where something stands, not what is so."""
SUBORDINATE = re.compile(r"\b(?:that|which|where|who|when|while|if|as long as|so|because|although)\b", re.IGNORECASE)
"""What comes after one of these is not the sentence's own claim."""
NEGATED = re.compile(r"\bnot\b|\bcannot\b|n['’]t\b|\bnever\b|\bno\b")
REASONED = re.compile(r"\b(?:so|but|because|since|although|though|whereas|unless)\b")
"""One half of such a sentence contradicts the other when it is turned round."""
OPPOSITES = (
    ("mutable", "immutable"),
    ("ordered", "unordered"),
    ("always", "never"),
    ("before", "after"),
    ("maximum", "minimum"),
    ("largest", "smallest"),
    ("larger", "smaller"),
    ("higher", "lower"),
    ("faster", "slower"),
    ("increases", "decreases"),
    ("left", "right"),
    ("positive", "negative"),
    ("public", "private"),
    ("static", "dynamic"),
    ("optional", "mandatory"),
    ("inside", "outside"),
)
NEGATIONS = (
    (" cannot ", " can "),
    (" can not ", " can "),
    (" should not ", " should "),
    (" must not ", " must "),
    (" will not ", " will "),
    (" does not ", " does "),
    (" do not ", " do "),
    (" are not ", " are "),
    (" is not ", " is "),
    (" may not ", " may "),
)
ASSERTIONS = (
    (" can also ", " cannot "),
    (" can optionally ", " cannot "),
    (" can be ", " cannot be "),
    (" can ", " cannot "),
    (" must ", " need not "),
    (" should be ", " should not be "),
    (" will ", " will not "),
)
"""Only the first that fits, and only where it stands once."""
