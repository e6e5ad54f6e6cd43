"""Install, re-install, uninstall, purge. Source: platform 1.5 A, issue 2 point 2."""

from datetime import timedelta

import pytest

from connect.site import Installation, Product
from service.domain.errors import NotThere
from service.usecases.install_site import install_site
from service.usecases.purge_sites import purge_sites
from service.usecases.uninstall_site import uninstall_site
from tests.usecases.world import INSTALL, World

WIKI = {"product": Product.CONFLUENCE, "client_key": "wiki-key", "base_url": "https://shop.atlassian.net/wiki"}


def stored(world: World, client_key: str = "jira-key") -> Installation:
    """The installation as it stands."""
    with world.store.reading() as tx:
        found = tx.installations.find_by_client_key(client_key=client_key)
    assert found is not None
    return found


def site_of(world: World, **words: object) -> str:
    """Install with other words and return the site it landed on."""
    return install_site(parts=world.parts, **{**INSTALL, **words}).site_id  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("jira_cloud", "wiki_cloud", "wiki_url", "one_site"),
    [
        pytest.param(None, None, "https://shop.atlassian.net/wiki", True, id="same host"),
        pytest.param("c1", "c1", "https://renamed.atlassian.net/wiki", True, id="same cloud id, renamed"),
        pytest.param(None, "c1", "https://shop.atlassian.net/wiki", True, id="cloud id learned later"),
        pytest.param("c1", None, "https://shop.atlassian.net/wiki", True, id="host, cloud id not sent"),
        pytest.param("c1", "c2", "https://shop.atlassian.net/wiki", False, id="same host, other cloud"),
        pytest.param(None, None, "https://other.atlassian.net/wiki", False, id="other host"),
    ],
)
def test_products_of_one_site_are_joined(
    empty: World, jira_cloud: str | None, wiki_cloud: str | None, wiki_url: str, one_site: bool
) -> None:
    jira = site_of(empty, cloud_id=jira_cloud)
    wiki = site_of(empty, **{**WIKI, "cloud_id": wiki_cloud, "base_url": wiki_url})
    assert (jira == wiki) is one_site


def test_a_first_install_asks_for_a_full_look(empty: World) -> None:
    site_id = empty.install()
    assert empty.jobs == [("reconcile_site", (site_id, True))]


def test_a_new_secret_replaces_the_old_one_with_a_grace(world: World) -> None:
    before = stored(world)
    assert site_of(world, shared_secret="secret two") == world.site_id
    after = stored(world)
    assert (after.id, after.shared_secret, after.previous_secret) == (before.id, "secret two", "secret one")
    assert after.previous_secret_until == world.at + timedelta(seconds=180)


def test_the_same_secret_again_keeps_no_previous_one(world: World) -> None:
    site_of(world)
    assert stored(world).previous_secret is None


def test_a_known_client_key_stays_on_its_site_whatever_the_body_says(world: World) -> None:
    """The token covers the client key only; the body could name anybody's host."""
    victim = site_of(world, client_key="other-key", base_url="https://victim.atlassian.net", cloud_id="v")
    assert site_of(world, base_url="https://victim.atlassian.net", cloud_id="v") == world.site_id != victim
    with world.store.reading() as tx:
        assert tx.sites.get(site_id=world.site_id).host == "shop.atlassian.net"
    assert site_of(world, **{**WIKI, "base_url": "https://victim.atlassian.net/wiki"}) == victim


def test_a_renamed_site_keeps_its_rows(world: World) -> None:
    assert site_of(world, base_url="https://renamed.atlassian.net", cloud_id="c") == world.site_id
    with world.store.reading() as tx:
        site = tx.sites.get(site_id=world.site_id)
    assert (site.host, site.cloud_id) == ("renamed.atlassian.net", "c")


def test_a_site_has_one_live_installation_a_product(world: World) -> None:
    assert site_of(world, client_key="new-key", shared_secret="other") == world.site_id
    old = stored(world)
    assert (old.shared_secret, old.uninstalled_at) == ("", world.at)
    with world.store.reading() as tx:
        live = tx.installations.find_live(site_id=world.site_id, product=Product.JIRA)
    assert live is not None
    assert live.client_key == "new-key"


def test_uninstall_marks_and_clears(world: World) -> None:
    site_of(world, shared_secret="secret two")
    uninstall_site(parts=world.parts, client_key="jira-key")
    gone = stored(world)
    assert (gone.shared_secret, gone.previous_secret, gone.uninstalled_at) == ("", None, world.at)
    with world.store.reading() as tx:
        assert tx.sites.get(site_id=world.site_id).uninstalled_at == world.at
        assert tx.sites.list_live() == ()


def test_a_site_lives_as_long_as_one_of_its_products(world: World) -> None:
    site_of(world, **WIKI)
    uninstall_site(parts=world.parts, client_key="jira-key")
    with world.store.reading() as tx:
        assert tx.sites.get(site_id=world.site_id).uninstalled_at is None


@pytest.mark.parametrize("client_key", ["never-seen", "jira-key"])
def test_uninstalling_what_is_not_there_is_fine(world: World, client_key: str) -> None:
    uninstall_site(parts=world.parts, client_key="jira-key")
    first = stored(world).uninstalled_at
    world.later(days=1)
    uninstall_site(parts=world.parts, client_key=client_key)
    assert stored(world).uninstalled_at == first


def test_who_comes_back_in_time_finds_everything(world: World) -> None:
    cycle = world.cycle()
    uninstall_site(parts=world.parts, client_key="jira-key")
    world.later(days=29)
    assert purge_sites(parts=world.parts) == 0
    assert site_of(world, shared_secret="secret two") == world.site_id
    assert stored(world).previous_secret is None
    world.later(days=29)
    assert purge_sites(parts=world.parts) == 0
    with world.store.reading() as tx:
        assert tx.cycles.list(site_id=world.site_id) == (cycle,)


def test_after_thirty_days_nothing_is_left(world: World) -> None:
    world.cycle()
    uninstall_site(parts=world.parts, client_key="jira-key")
    world.later(days=30, seconds=1)
    assert purge_sites(parts=world.parts) == 1
    with world.store.reading() as tx:
        assert tx.sites.list_all() == ()
        assert tx.installations.find_by_client_key(client_key="jira-key") is None
        with pytest.raises(NotThere):
            tx.sites.get(site_id=world.site_id)
