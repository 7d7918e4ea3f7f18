"""Whole sites, built by the host."""
