"""Reading pieces of pages as people do. Not here: fixtures."""

from flask.testing import FlaskClient

from service.domain.challenge import challenge_key_result
from service.usecases.needs import Needs
from tests.browser.company import SITE_ID

PIECES = "/ui/fragments"
FORMS = f"{PIECES}/forms"
WHY = {"reason": "data_fix", "explanation": "It was typed from memory.", "notified": ["acc-li"]}


def text(client: FlaskClient, path: str) -> str:
    """Return a piece as text with its white space evened out."""
    answer = client.get(f"{PIECES}{path}")
    assert answer.status_code == 200, answer.text
    return " ".join(answer.text.split())


def loophole_of(needs: Needs, key_result_id: str) -> str:
    """Return the id of the first loophole of a key result."""
    with needs.store.reading() as tx:
        row = tx.key_results.get(site_id=SITE_ID, id=key_result_id)
    return challenge_key_result(key_result=row).loopholes[0].id
