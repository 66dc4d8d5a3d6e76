"""Parse, call the workflow, print; one verb a file."""
