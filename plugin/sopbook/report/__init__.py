"""Findings for people and machines: one function per format."""
