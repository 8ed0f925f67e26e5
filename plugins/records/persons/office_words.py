"""Words that the address of an office has before its «@», and that of a person has not.

Sigles of public bodies and words of a role that several hold in turn; never two letters that are
as well initials, but those which lists of places use.
"""

from __future__ import annotations

OFFICE_WORDS = frozenset(
    """accueil adherents adil administration agence agglo aide animation annexe antenne asso
    association atelier ateliers bibli biblio bibliotheque bij bonjour boutique bureau bus caf cap
    ccas cci cdad centre centresocial cias cidff cnfs collectif communaute commune communication
    conseil conseiller conseillernumerique conseillers contact contacts conum coordination courrier
    coworking crij csapa csc culture cyber cyberbase cyberespace demarches departement direction
    ecole efs emploi enfance epn equipe espace espacenumerique evs fablab formation foyer
    franceservice franceservices francetravail fs gestion guichet hello inclusion info infojeunes
    information informations infos inscription inscriptions insertion jeunes jeunesse labo laposte
    logement ludotheque mairie maison mde mdph mds mediateur mediatheque mediatheques mediation mfs
    microfolie mission missionlocale mjc ml mobile msa msap multimedia municipal municipale
    numerique office orientation ouverture paej permanence pij pimms plie pmi point pole poleemploi
    poste prefecture president projet proximite public quartier rdv reception regie relais reseau
    ressourcerie rfs secretaire secretariat semaphore senior seniors service services sfs
    siege sivom social solidarite solidarites standard tic tiers tierslieu tourisme udaf urbanisme
    usagers vie ville web""".split()
)
