"""What an import reads of Jira and adds to the site. The verb itself is `import_plan`."""
