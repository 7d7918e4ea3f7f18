"""Pages to browse by: all SOPs in a table, from A to Z, by channel and reason, measure, tool."""
