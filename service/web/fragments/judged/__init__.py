"""What the auditor's instruments say, as pieces of pages: challenge, sufficiency, effort, alignment, second opinion.

Each piece has an address of its own. With `bare` it comes without the head of a page, to stand beside something else.
"""
