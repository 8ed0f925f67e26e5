"""Pages of lists, workshops and routes, and what other pages show of the agenda."""
