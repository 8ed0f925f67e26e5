/* The one script of the pages of communes and places; the press replaces each line by its file. */
import "./open-now.js";
import "./filters.js";
import "./share.js";
import "./map-door.js";
import "./past.js";
import "./twins.js";
