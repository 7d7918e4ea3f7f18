"""What search finds: the library as documents, each with its words and its address."""
