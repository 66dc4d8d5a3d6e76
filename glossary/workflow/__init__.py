"""Use cases, one verb a file; they talk to ports (`glossary.workflow.ports`)."""
