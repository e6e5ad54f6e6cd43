"""One repository a table. Every method names the site first; what leaves are domain objects, never rows."""
