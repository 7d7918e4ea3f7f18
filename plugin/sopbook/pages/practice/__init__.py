"""Where an SOP is practised: the questions in words, as a file that the page loads."""
