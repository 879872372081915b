"""Makes citations.json anew from sources.json: ``python -m sharedground.evidence [FOLDER]``."""

import sys
from pathlib import Path

from sharedground.evidence.citation import write_citations
from sharedground.evidence.load import evidence_folder

if __name__ == "__main__":
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else evidence_folder()
    print(f"{write_citations(folder)} references written to {folder / 'citations.json'}")
