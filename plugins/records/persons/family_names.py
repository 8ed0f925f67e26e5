"""Frequent family names in France, folded: what tells «Durand Paul» from «Espace Paul».

The most frequent ones by the national statistics (INSEE, fichier des noms). One that is as well a
common word of places («Fontaine», «Moulin») is left out.
"""

from __future__ import annotations

FAMILY_NAMES = frozenset(
    """
    adam aubert aubry bailly barbier baron barre barthelemy baudry benard benoit bernard berger
    bertin bertrand besson bigot blanc blanchard blanchet blondel boucher boulanger bourgeois
    bouvier boyer breton briand brun brunel brunet buisson camus caron carpentier carre cartier
    chauvin chevalier chevallier clement colin collet collin cordier coulon cousin da costa daniel
    david delattre delaunay delmas denis descamps deschamps devaux diallo dias diaz didier dos
    dubois ducrocq dufour duhamel dumas dumont dupont dupuis dupuy durand duval etienne evrard
    fabre faure fernandes fernandez ferrand ferreira fischer fleury fournier francois gaillard
    garcia garnier gauthier gautier gay georges gerard germain gilbert gillet girard giraud gomes
    gomez goncalves gonzalez gros guerin guichard guillaume guillot guyot hamon hardy hebert henry
    herve hoarau hubert huet humbert imbert jacob jacquet jean joly jacques julien klein lacroix
    lambert lamy laporte laurent lebon lebrun leblanc leclerc leclercq lecomte lefebvre lefevre
    legrand leger legros lejeune lemaire lemaitre lemoine lenoir leroux leroy leveque lopes lopez
    louis lucas maillard mallet marchal marchand marechal marie marin martin martins martinez marty
    masson mathieu maury menard mercier meunier meyer michaud michel millet monnier moreau morel
    morin moreno muller nguyen nicolas noel olivier pages paris parent pascal paul pelletier pereira
    perez perret perrier perrin perrot petit petitjean philippe picard pichon pires poirier pons
    poulain prevost ramos raymond regnier remy renard renaud rey reynaud ribeiro richard riviere
    robert robin roche rodrigues rodriguez roger rolland rousseau roussel roux roy royer ruiz
    salmon sanchez santos schmitt schneider simon silva tessier teixeira thomas traore tran
    vasseur vidal vincent voisin weber
    abdallah ahmed ali amrani bah balde barry belkacem ben benali benamar bensaid berrada bouaziz
    bouchard bouzid camara cherif cisse coulibaly dembele demir dia diarra diop diouf doumbia fall
    fofana gueye hamdi hassani idrissi kaya keita khelifi konate kone mansouri mendy ndiaye ouattara
    ozturk sahin saidi sarr sidibe sissoko sow sylla sy toure yildirim yildiz yilmaz ziani
    """.split()
) - {"da", "dos", "ben"}
