"""An ordinary Python kernel without the debugger, which a page never uses and which costs 8 MB in each."""

import logging
import sys

if __name__ == "__main__":
    if sys.path[0] == "":
        del sys.path[0]  # as ipykernel_launcher does: no file of the present folder stands in for a library
    sys.modules["debugpy"] = None  # type: ignore[assignment]
    logging.disable(logging.ERROR)  # what a kernel logs, its page would read
    from ipykernel import kernelapp

    kernelapp.launch_new_instance()
