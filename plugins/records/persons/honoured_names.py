"""People after whom libraries, centres and schools are called: writers, and others long in history.

Their names are those of places; nobody's private name is here. What is not here can be confirmed.
"""

from __future__ import annotations

from plugins.common.phrase_list import phrase_list

HONOURED = phrase_list(
    """
    agatha christie|aime cesaire|albert camus|albert einstein|albert schweitzer|albert londres
    alexandre dumas|alfred de musset|alice guy|alphonse daudet|ambroise croizat|anatole france
    andre breton|andre chamson|andre gide|andre malraux|anita conti|anne frank
    antoine de saint exupery|antoine saint exupery|antonin artaud|arthur rimbaud|assia djebar
    auguste renoir|benoite groult|bernard clavel|blaise cendrars|blaise pascal|boris vian
    camille claudel|charles baudelaire|charles de gaulle|charles peguy|charlie chaplin
    christine de pizan|claude debussy|claude levi strauss|claude monet|colette|danielle casanova
    danielle mitterrand|denis diderot|edith piaf|edmond rostand|elsa triolet|emile zola
    eric tabarly|eugene ionesco|eugenie cotton|federico garcia lorca|francois mauriac
    francois mitterrand|francois rabelais|francois truffaut|francois villon|francoise dolto
    francoise giroud|francoise sagan|frantz fanon|frederic chopin|frederic mistral
    gabriel peri|george sand|georges brassens|georges pompidou|georges sand
    georges simenon|gerard philipe|germaine tillion|gisele halimi|guillaume apollinaire
    gustave eiffel|gustave flaubert|guy de maupassant|guy moquet|hannah arendt|henri barbusse
    henri matisse|honore de balzac|hubertine auclert|irene joliot curie|italo calvino
    jack london|jacques brel|jacques prevert|jean carmet|jean cocteau|jean de la fontaine
    jean ferrat|jean giono|jean jaures|jean lurcat|jean mermoz|jean moulin|jean paul sartre
    jean racine|jean renoir|jean rostand|jean vilar|jeanne d arc|joachim du bellay|jose cabanis
    josephine baker|jules ferry|jules michelet|jules verne|leo ferre|leo lagrange
    leon blum|leonard de vinci|leopold sedar senghor|louis aragon|louis braille|louis pasteur
    louise labe|louise michel|lucie aubrac|madame de sevigne|marc bloch|marc sangnier|marcel pagnol
    marcel proust|marguerite duras|marguerite yourcenar|marie curie|martin luther king
    maryse bastie|maryse conde|maurice genevoix|maurice ravel|maurice thorez|max jacob
    missak manouchian|nathalie sarraute|nelson mandela|nicolas boileau|olympe de gouges
    pablo neruda|pablo picasso|paul cezanne|paul eluard|paul langevin|paul valery|paul verlaine
    pierre bourdieu|pierre corneille|pierre de ronsard|pierre et marie curie|pierre loti
    pierre mendes france|rene cassin|rene char|rene descartes|rene goscinny|robert desnos
    robert doisneau|robert schuman|romain gary|romain rolland|rosa bonheur|rosa luxemburg
    rosa parks|saint exupery|salvador allende|simone de beauvoir|simone signoret|simone veil
    simone weil|sonia delaunay|stephane hessel|stephane mallarme|toussaint louverture
    victor hugo|victor jara|victor schoelcher|virginia woolf|voltaire
    """
)
"""Folded names."""
