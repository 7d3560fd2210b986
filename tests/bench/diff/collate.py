"""Milliseconds that CollateX takes for some texts: collate.py FOLDER"""

import pathlib
import sys
import time

from collatex import Collation, collate

texts = [file.read_text() for file in sorted(pathlib.Path(sys.argv[1]).iterdir())]
start = time.process_time()
collation = Collation()
for number, text in enumerate(texts):
    collation.add_plain_witness(str(number), text)
collate(collation, output="json")
print(1000 * (time.process_time() - start))
