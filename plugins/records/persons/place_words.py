"""Words that places have in their names and people have not: «Espace Marie», «VILLA LOUISE»."""

from __future__ import annotations

from typing import get_args

from plugins.records.persons.office_words import OFFICE_WORDS
from plugins.vocabulary import national

_CODES = frozenset(code.lower() for code in get_args(national.Typologie))
PLACE_WORDS = (
    OFFICE_WORDS
    | _CODES
    | frozenset(
        """
    a aide aides ader admr maire prefet prefete adjoint adjointe elu elue aja alfa allee alliance
    ame ami amicale amis amitie anim arc arche arts aux avenir avenue bains base bat batiment bel
    belle ble bois bourg bus butte cafe camp cap carrefour case castel cave cec cefr cfa ces
    chalet champ champs chapelle chateau chez cible cite citoyen citoyenne club clos coeur col
    coin colline college collectif commerce compagnie complexe comptoir cote coteau cour croix csc
    culturel cyberbase depart des domaine domicile ecole ecomusee ecran eglise ehpad emmaus
    entraide entreprise epicerie epide esat escale espoir et etang etape euro europe ferme fete
    fil fleur flore fond fonds fontaine force foret fort france frpa gare garage grange grand
    grande greta groupe groupement groupes habitat halle halte handicap haut hopital hotel ile
    ilot imprimerie informatique institut internet jardin jardins la lac lapeyre le lecture les
    librairie lieu liens lien ligne ludo lycee mam marche mas mfr mission moulin multiservices
    monde mont mosaique mot mur musee mutuelle nature nombre notre nouveau nouvelle numeriques
    ocean organisme oasis ouvroir palais palier par parc parvis pays passerelle patio pavillon
    pays petits phare philanthropique pierre pierres pilote pimms place plage plaine planning
    plateau plateforme port porte pour pre prevention prieure quai quartier radio rencontre
    rencontres residence resto restos rive riviere roc roche ronde rouge rue saint sainte salle
    salon sante sas secours service soleil solidaire solidaires source sport square st stade ste
    studio sud sur syndicat table tata terrasse terre terres theatre toit tour tours transports
    travail tremplin un une unite universite numerique mres mrjc mpt mptm afpa cpam esat msap mdph
    mds mjc cyberlab usine val vallee vert verte vie village villa villas ville vivre volontaires
    wagon zac zone
    """.split()
    )
)
