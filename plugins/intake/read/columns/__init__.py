"""What the columns of a table mean, by the words of their names and by the cells below."""
