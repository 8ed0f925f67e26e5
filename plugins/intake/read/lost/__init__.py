"""Letters that a program lost: «Biblioth�que» is read again where one reading is left."""
