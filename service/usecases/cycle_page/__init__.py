"""What stands on a cycle's Confluence page: its blocks and its chart, made from a board. Nothing is fetched or stored here."""
