"""What changed between two versions, for people who do not read diffs, and for programs."""
