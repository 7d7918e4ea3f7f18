"""Questions for those who learn an SOP, made of its own workflow."""
