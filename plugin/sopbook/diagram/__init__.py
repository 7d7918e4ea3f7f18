"""Pictures of a workflow, and the same in words."""
