"""What is new, for everybody and for those it concerns: what pages, feeds and digests tell."""
