"""Commands on a whole directory: begin one, move it to a newer program, read the documents."""
