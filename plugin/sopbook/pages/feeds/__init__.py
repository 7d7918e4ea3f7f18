"""What is new, for programs that look for news: Atom and JSON Feed."""
