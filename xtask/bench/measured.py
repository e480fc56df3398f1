"""F7: runs a program over its standard input and prints the processor seconds and the most memory (KiB) it took.

python3 xtask/bench/measured.py PROGRAM WORDS...
"""

import resource
import subprocess
import sys

# What the program answers is not what is measured.
subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=False)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(f"{used.ru_utime + used.ru_stime:.3f} {used.ru_maxrss}")
