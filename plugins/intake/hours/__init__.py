"""The hours of a row: what people write, whose hours they are, what a record keeps of them."""
