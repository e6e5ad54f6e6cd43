"""JQL as a tree: parsed, written in one canonical spelling, and written back. It knows no site and asks none.

What must not be here: whether a query is allowed (`challenge/jql` and Jira judge that), and what it found.
"""

from service.domain.queries.canonical import canonical
from service.domain.queries.parse import parse
from service.domain.queries.tree import Atom, Both, Either, Node, atoms
from service.domain.queries.write import write

__all__ = ["Atom", "Both", "Either", "Node", "atoms", "canonical", "parse", "write"]
