"""How days, times and amounts are written, by language (FORMAT_MODULE_PATH)."""
