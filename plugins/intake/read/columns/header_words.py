"""The field that a header means, by its words, their order and their synonyms.

A rule is a pattern over the folded words of a header, articles left out («nom de la commune» is
"nom commune"). The first rule that fits wins: the narrow ones («adresse mail», «code postal») stand
before the wide ones («adresse», «nom»). English and OpenStreetMap words stand with the French ones.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from plugins.gazetteer import normalize
from plugins.intake.read.columns.column_guess import HOUSE_NUMBER
from plugins.intake.read.columns.spoken_headers import spoken

_ARTICLES = frozenset(
    "a au aux ce d de des du en et l la le les of ou par pour s the un une".split()
)
_OF_A_PERSON = re.compile(
    r"\b(?:prenoms?|civilite|conseill\w+|agents?|referente?s?|responsables?|mediat(?:eurs?|rices?)"
    r"|animat(?:eurs?|rices?)|direct(?:eurs?|rices?)|interlocut\w+|aidants?|benevoles?|president\w*"
    r"|maires?|elue?s?|portables?|mobiles?|gsm|cell(?:ular)?|date naissance|nom (?:contact|famille)"
    r"|contact nom|nom prenom|personnes? (?:contact|ressource)s?|salaries?|formateurs?"
    r"|coordinat\w+|charge\w* mission)\b"
)
_COUNTS = re.compile(r"\b(?:nb|nbre|nombre|etp|effectifs?|total|capacite|pourcentage|taux)\b")
_NOT_OF_THE_PLACE = re.compile(
    r"\b(?:notes?|remarques?|observations?|commentaires?|fax|telecopie|photos?|images?|logo|epci"
    r"|intercommunalite|communaute|region|canton|arrondissement|circonscription|population|iris"
    r"|geocod\w+|score|date (?:creation|ouverture|labellisation|soumission|saisie))\b"
)
"""Columns that people keep for themselves, or that speak of something else."""


class WordRule(NamedTuple):
    """A pattern of folded words, and the field that it means."""

    field: str
    pattern: re.Pattern[str]
    is_sure: bool = True
    """Whether the words are enough; else the cells must confirm them."""


def _rule(field: str, pattern: str, is_sure: bool = True) -> WordRule:
    return WordRule(field, re.compile(rf"\b(?:{pattern})\b"), is_sure)


RULES: tuple[WordRule, ...] = (
    _rule("fiche_acces_libre", r"acces libre|acceslibre"),
    _rule("courriels", r"e ?mails?|mails?|courriels?|adresse electronique|courrier electronique"),
    _rule("site_web", r"sites? ?(?:web|inter\w*)|web|websites?|urls?|homepage|page internet"),
    _rule("site_web", r"liens?|facebook|reseaux sociaux", False),
    _rule("prise_rdv", r"(?:prises?|liens?) (?:rdv|rendez vous)|rdv (?:en )?ligne", False),
    _rule(
        "transports",
        r"transports? (?:commun|publics?)|(?:acces|arrets?|lignes?) (?:bus|transports?)",
    ),
    _rule("departement", r"departements?|dept|dep|dpt|depcode"),
    _rule("pivot", r"siret|rna"),
    _rule(
        "code_insee",
        r"(?:code )?insee|code commune|depcom|code com|citycode|code geo(?:graphique)?",
    ),
    _rule("code_postal", r"code ?postal|cp|postal ?code|postcode|zip ?code|zip|code post"),
    _rule(
        "date_maj",
        r"(?:dat|date|derniere) (?:.+ )?(?:maj|mise jour|modif\w*|actualisation)"
        r"|(?:\w+ )?datemaj|maj|mise jour|last updated?|updated at|datetime (?:latest|update\w*)"
        r"|modified|check date",
    ),
    _rule("latitude", r"lat(?:itude)?"),
    _rule("longitude", r"lon(?:g|gitude)?|lng"),
    _rule("point", r"coordonnees (?:gps|geo\w*|xy|wgs84)|geo ?(?:point|loc\w*|shape)|gps|centroid"),
    _rule(
        "permanence",
        r"permanences?|(?:horaires?|jours?|heures?) (?:presence|conseill\w+|mediat\w+)"
        r"|presence conseill\w+",
    ),
    _rule(
        "horaires",
        r"horaires?|heures? ouverture|jours? heures?|opening ?hours|hours"
        r"|jours? ouverture|ouvertures?",
    ),
    _rule(
        "structure_parente",
        r"(?:structure|organisme|entite|association) (?:port\w+|gestion\w+"
        r"|parente|employeuse|tutelle|rattachement)|porteur(?: \w+)?|gestionnaire|operat(?:eur|or)"
        r"|tutelle|employeur|maison mere|rattachement",
    ),
    _rule("telephone", r"tel|tels|telephones?|phones?|standard"),
    _rule("itinerance", r"itiner\w+|fixe mobile"),
    _rule(
        "complement_adresse",
        r"compl(?:ements?)?(?: .+)?|comp adres\w*|adresse suite|suite adresse|adresse 2"
        r"|batiment|etage|lieu dit|adresse complementaire",
    ),
    _rule(
        "commune", r"(?:nom|libelle|lib)? ?(?:communes?|ville|city|localite|municipalite|town|com)"
    ),
    _rule("adresse", r"(?:numero|num|no|n) (?:et )?nom (?:voie|rue)"),
    _rule(
        HOUSE_NUMBER,
        r"house ?number|(?:adresse )?(?:numero|num|no|n) (?:voie|rue)"
        r"|(?:adresse|address|voie|rue|street) (?:numero|number|num|no|n)",
    ),
    _rule("adresse", r"adres\w*|address|rues?|voies?|street|emplacement"),
    _rule(
        "dispositif_programmes_nationaux",
        r"labels?|labellis\w+|dispositifs?|programmes?"
        r"|agrements?|certifications?",
    ),
    _rule("modalites_accompagnement", r"modalites? accompagnements?\d*|types? accompagnements?"),
    _rule("modalites_acces", r"modalites? acces|conditions? accueil"),
    _rule(
        "frais_a_charge",
        r"tarif\w*|prix|couts?|frais|gratuit\w*|payant|fee|charge"
        r"|conditions? (?:acces|financ\w+)",
    ),
    _rule("accessibilite", r"accessib\w+|pmr|handicap|wheelchair|acces (?:personnes )?handicap\w*"),
    _rule("publics_specifiquement_adresses", r"publics?(?: \w+)*|beneficiaires|cibles?"),
    _rule("equipements", r"equipements?|materiels?(?: \w+)?|wifi|internet ?access"),
    _rule(
        "services",
        r"services?(?: proposes?)?|thematiques?(?: \w+)?|aides?(?: proposees?)?"
        r"|prestations?|offres?(?: services?)?|accompagnements?(?: proposes?)?",
    ),
    _rule("services", r"activites?|missions?|actions?|ateliers?|competences?", False),
    _rule("typologie", r"typ(?:e|ologie)s?(?: \w+)*|categories?|amenity|office|nature lieu"),
    _rule("telephone", r"contacts?|coordonnees|joindre|renseignements?", False),
    _rule("id", r"id|identifiants?|uuid|osm id", False),
    _rule("presentation_detail", r"presentation|descripti(?:on|f)s?", False),
    _rule(
        "nom",
        r"noms?|denomination|intitule|titre|libelle|lib|raison sociale|name|enseigne|appellation",
    ),
    _rule(
        "nom",
        r"lieux?|structures?|etablissements?|espaces?|equipement|point numerique"
        r"|organismes?|sites?|points?",
        False,
    ),
)


_TOGETHER: tuple[frozenset[str], ...] = (
    frozenset({"nom", "adresse"}),
    frozenset({"code_postal", "commune"}),
    frozenset({"services", "frais_a_charge", "publics_specifiquement_adresses", "equipements"}),
)
"""Fields that «et» joins in one header: «Lieu et adresse», «Services et tarifs»."""


class HeaderWords(NamedTuple):
    """What the words of a header say."""

    fields: tuple[WordRule, ...]
    """The rules that fit, the narrowest first; several for «Lieu / Adresse»."""
    is_personal: bool = False
    """It speaks of somebody: its cells are never shown."""
    is_aside: bool = False
    """It speaks of something that no field holds."""


def header_words(column: str) -> HeaderWords:
    """What a header says by its words."""
    words = plain_words(column)
    if _COUNTS.search(words):
        return HeaderWords((), is_aside=True)
    person = bool(_OF_A_PERSON.search(words))
    found: dict[str, WordRule] = {}
    for rule in RULES:
        if rule.pattern.search(words):
            found.setdefault(rule.field, rule)
    first = _narrowest(tuple(found.values()), column)
    if person:
        hours = tuple(
            rule._replace(field="permanence")
            for rule in first
            if rule.field in ("horaires", "permanence")
        )
        return HeaderWords(hours[:1], is_personal=not hours)
    if re.search(r"\bsiren\b", words) and "pivot" not in found:
        return HeaderWords((), is_aside=True)  # of a whole company, and no telephone
    fax_alone = re.fullmatch(r".*\b(?:fax|telecopie)\b.*", words) and not found.get("telephone")
    if fax_alone or (_NOT_OF_THE_PLACE.search(words) and not found.get("telephone")):
        return HeaderWords((), is_aside=True)
    return HeaderWords(first)


def plain_words(column: str) -> str:
    """The folded words of a header, without articles; a repeated name loses its number."""
    folded = normalize(spoken(column))
    return " ".join(word for word in folded.split() if word not in _ARTICLES)


def _narrowest(rules: tuple[WordRule, ...], column: str) -> tuple[WordRule, ...]:
    """All the rules when a sign joins two names («Lieu / Adresse»), else the first one. «et» joins
    what a cell can hold together."""
    signs = r"[/+&]|\bou\b|\bet\b"
    if not re.search(signs, column):
        return rules[:1]
    parts = [plain_words(part) for part in re.split(signs, column)]
    apart = [next((r for r in rules if r.pattern.search(part)), None) for part in parts]
    named = {rule.field: rule for rule in apart if rule is not None}
    is_joined = re.search(r"[/+&]|\bou\b", column) or any(
        named.keys() <= both for both in _TOGETHER
    )
    return tuple(named.values()) if len(named) > 1 and is_joined else rules[:1]
