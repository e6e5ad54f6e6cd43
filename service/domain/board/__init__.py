"""The board: everything computed about a cycle, once, for pages, API, Jira properties and reports alike. No formula of its own."""

from service.domain.board.shapes import Board, KeyResultView, ObjectiveView, Point, Problem, TeamView

__all__ = ["Board", "KeyResultView", "ObjectiveView", "Point", "Problem", "TeamView"]
