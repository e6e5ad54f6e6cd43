"""The descriptor holds what other code relies on."""

from connect.descriptor import (
    APP_KEY,
    INITIATIVE_PROPERTY,
    KEY_RESULTS_FIELD_KEY,
    OBJECTIVE_PROPERTY,
    SLOT_FIELD_KEYS,
    app_field_key,
    build_descriptor,
)


def test_keys_in_code_and_in_the_descriptor_agree() -> None:
    descriptor = build_descriptor(base_url="https://okr.example.com/")
    modules = descriptor["modules"]
    fields = {field["key"]: field for field in modules["jiraIssueFields"]}

    assert descriptor["baseUrl"] == "https://okr.example.com"
    assert descriptor["key"] == APP_KEY
    assert [fields[key]["type"] for key in SLOT_FIELD_KEYS] == ["number"] * 5
    assert fields[KEY_RESULTS_FIELD_KEY]["type"] == "multi_select"
    assert app_field_key("kr-1") == "northstar__kr-1"
    properties = {
        configuration["propertyKey"]
        for entity in modules["jiraEntityProperties"]
        for configuration in entity["keyConfigurations"]
    }
    assert properties == {OBJECTIVE_PROPERTY, INITIATIVE_PROPERTY}


def test_signed_installs_and_context_tokens_are_demanded_of_the_host() -> None:
    """Without these switches the host would send tokens that our guards must refuse. Source: platform 1.5 C."""
    migrations = build_descriptor(base_url="https://okr.example.com")["apiMigrations"]
    assert migrations == {"gdpr": True, "signed-install": True, "context-qsh": True}


def test_one_descriptor_does_not_change_the_next() -> None:
    build_descriptor(base_url="https://a.example.com")["modules"].clear()
    assert build_descriptor(base_url="https://b.example.com")["modules"]
