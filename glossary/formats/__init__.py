"""One exporter or importer a file; `registry` names them all."""
