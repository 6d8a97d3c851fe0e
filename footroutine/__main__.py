"""`python -m footroutine`."""

import sys

from footroutine.app.main import main

sys.exit(main())
