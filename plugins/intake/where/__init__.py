"""Where a row says its place is: the commune, the street and the point, each told or left open."""
