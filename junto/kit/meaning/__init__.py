"""What texts mean, as places: texts that say alike lie near each other, whatever words they use. Knows nothing of what is looked for.

What brings numpy and a tokenizer along is only loaded where it is used.
"""

import os

# One core is enough for one question, and others are waiting for theirs. Read when numpy is loaded, not later.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
