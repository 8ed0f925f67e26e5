/* The one script of the page of a round; the press replaces each line by its file. */
import "./past.js";
import "./map-door.js";
