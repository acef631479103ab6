"""Holds `concurrent.futures` only, as CPython does."""
