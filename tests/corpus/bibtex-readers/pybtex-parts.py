"""Writes the entries that pybtex reads out of a file of BibTeX as JSON."""

import json
import sys

from pybtex.database import parse_file
from pybtex.richtext import Text


def plain(latex):
    return str(Text.from_latex(latex))


def joined(*parts):
    return plain(" ".join(" ".join(names) for names in parts).strip())


entries = {}
for key, entry in parse_file(sys.argv[1]).entries.items():
    entries[key] = {
        # What pybtex makes of LaTeX in a text leaves out braces.
        "title": entry.fields["title"],
        "authors": [
            [
                joined(person.prelast_names, person.last_names),
                joined(person.first_names, person.middle_names),
                joined(person.lineage_names),
            ]
            for person in entry.persons.get("author", [])
        ],
    }
json.dump(entries, sys.stdout)
