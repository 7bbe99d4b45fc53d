"""What a feed document may ask of us before we refuse it."""

from __future__ import annotations

# The largest real feed in the corpora is 190 kB; podcasts with a whole history reach 10 MB.
MAX_BYTES = 20 * 1024 * 1024
# Whole archives of a paper in one document reach some thousands; more than this is an attack or an error.
MAX_ENTRIES = 10_000
# Tags, and attributes, in a source. A tag of four bytes takes 120 in a tree, so size alone bounds no memory; 20 MB of
# full articles have about 700,000.
MAX_TAGS = 1_000_000
# Text that replaced entity references, in characters: declared entities may not make a document grow beyond this.
MAX_ENTITY_TEXT = 64 * 1024
# Longest string that is tried as a date, in characters; the longest real form in the corpora has 45.
MAX_DATE = 80
# Longest id, title, name, category kept, in characters; what is longer is no such thing.
MAX_WORD = 4096
# Categories, authors and enclosures kept of one entry.
MAX_LIST = 200
