"""Sentences that scripts of the translated pages show, found as JSON beside what they move.

Braces are filled in by the script; their names are the contract between the two.
"""

from __future__ import annotations

from collections.abc import Mapping

from plugins.i18n.gettext_functions import to_translate
from plugins.vocabulary.advice import ADVICE

OPENING: Mapping[str, str] = {
    "old": to_translate("En principe {state}"),
    "open": to_translate("Ouvert en ce moment"),
    "until": to_translate("Ouvert jusqu'à {time}"),
    "soon": to_translate("Ferme bientôt, à {time}"),
    "closed": to_translate("Fermé en ce moment"),
    "later": to_translate("Fermé, ouvre à {time}"),
    "tomorrow": to_translate("Fermé, ouvre demain à {time}"),
    "day": to_translate("Fermé, ouvre {day} à {time}"),
    "date": to_translate("Fermé, ouvre le {day} à {time}"),
    "permanence_old": to_translate("En principe : {state}"),
    "permanence_open": to_translate("Permanence en ce moment"),
    "permanence_until": to_translate("Permanence en ce moment, jusqu'à {time}"),
    "permanence_soon": to_translate("Permanence en ce moment, bientôt finie, à {time}"),
    "permanence_closed": to_translate("Pas de permanence en ce moment"),
    "permanence_later": to_translate("Permanence aujourd'hui à {time}"),
    "permanence_tomorrow": to_translate("Prochaine permanence demain à {time}"),
    "permanence_day": to_translate("Prochaine permanence {day} à {time}"),
    "permanence_date": to_translate("Prochaine permanence le {day} à {time}"),
    "permanence_ask": to_translate("Permanence ou non ? {advice}"),
    "permanence_none": to_translate("pas de permanence"),
    "holiday": to_translate("Jour férié : {advice}"),
    "ask": to_translate("Ouvert ou fermé ? {advice}"),
    "booked": to_translate("Sur rendez-vous : {advice}"),
    "appointment": to_translate("sur rendez-vous"),
    "whole": to_translate("24 heures sur 24"),
    "call": ADVICE.call,
    "check": ADVICE.check,
    "today": to_translate("Aujourd'hui : {hours}"),
    "next_tomorrow": to_translate("Demain : {hours}"),
    "next": to_translate("{day} : {hours}"),
    "span": "{from}\u00a0–\u00a0{to}",
    "and": to_translate(","),
    "none": to_translate("fermé"),
    "hour": to_translate("{h} h"),
    "minutes": to_translate("{h} h {m}"),
    "midnight": to_translate("minuit"),
    "first": to_translate("1er"),
}
"""js/open-now.js. Those that begin with «permanence_» take the place of the others where the hours
are those of a person."""

SHARING: Mapping[str, str] = {
    "missing": to_translate("Écrivez au moins une adresse e-mail, par exemple prenom@exemple.fr."),
    "at": to_translate(
        "« {address} » : il manque le signe @. Écrivez par exemple prenom@exemple.fr."
    ),
    "comma": to_translate("« {address} » a deux signes @. Mettez une virgule entre deux adresses."),
    "before": to_translate("« {address} » : il manque le début, avant le signe @."),
    "after": to_translate(
        "« {address} » : la fin n'est pas juste. Elle ressemble à exemple.fr, après le signe @."
    ),
    "sign": to_translate("« {address} » a un signe qui ne va pas dans une adresse."),
    "ready": to_translate(
        "Votre messagerie s'ouvre. Relisez, puis envoyez. Rien ne s'ouvre ? Touchez « E-mail »."
    ),
    "copied": to_translate("Adresse de la page copiée."),
    "uncopied": to_translate("La copie n'a pas marché. Copiez l'adresse en haut de l'écran."),
}
"""js/share.js"""

MAP: Mapping[str, str] = {
    "at": to_translate("{n} lieux, {name}"),
    "near": to_translate("{n} lieux vers {name}"),
    "wide": to_translate("{n} lieux, {name} et autour"),
    "approximate": to_translate(", position approximative"),
    "unnamed": to_translate("Un lieu, {name}"),
    "one": to_translate("{n} lieu"),
    "many": to_translate("{n} lieux"),
    "seen": to_translate("{n} lieux dans la zone affichée"),
    "seenOne": to_translate("1 lieu dans la zone affichée"),
    "seenNone": to_translate("Aucun lieu dans la zone affichée"),
    "show": to_translate("Voir sur la carte"),
    "stop": to_translate("Arrêt {n} : {name}"),
    "zoomIn": to_translate("Voir de plus près"),
    "zoomOut": to_translate("Voir de plus loin"),
    "noTiles": to_translate(
        "Le fond de carte ne répond pas. Voici seulement les limites des communes."
    ),
    "noBackground": to_translate("Le fond de carte ne répond pas. Les lieux sont à leur place."),
    "offline": to_translate("Les lieux ne répondent pas. Réessayez."),
    "searching": to_translate(
        "Nous cherchons où vous êtes. Répondez « Autoriser » si votre appareil le demande."
    ),
    "here": to_translate("Vous êtes au rond plein. Les lieux les plus proches sont autour."),
    "far": to_translate("Vous êtes loin des lieux de cette carte."),
    "refused": to_translate(
        "Votre appareil ne donne pas votre position. Déplacez la carte avec le doigt."
    ),
    "unknown": to_translate(
        "Votre appareil n'a pas trouvé votre position. Déplacez la carte avec le doigt."
    ),
}
"""js/map.js"""

FINDING = {
    "proposed": to_translate(
        "Communes proposées : {n}. Choisissez avec les flèches haut et bas, puis Entrée."
    ),
    "nothing": to_translate("Aucune commune de ce nom."),
    "today": to_translate("aujourd'hui {name}"),
    "changed": to_translate("aujourd'hui {name} (changement en {year})"),
    "part": to_translate("commune : {name}"),
    "epci": to_translate("groupe de communes"),
    "searching": to_translate(
        "Nous cherchons où vous êtes. Répondez « Autoriser » si votre appareil le demande."
    ),
    "near": to_translate("Les communes les plus proches de vous :"),
    "outside": to_translate(
        "Nous ne trouvons pas de commune près de vous. Écrivez le nom d'une commune."
    ),
    "refused": to_translate(
        "Votre appareil ne donne pas votre position. Écrivez le nom de votre commune."
    ),
    "unknown": to_translate(
        "Votre appareil n'a pas trouvé votre position. Écrivez le nom de votre commune."
    ),
    "offline": to_translate(
        "La recherche ne répond pas. Réessayez, ou choisissez votre commune dans une liste."
    ),
}
"""js/find.js; `departement`, what is behind the name of one: `area_choice.SAID_AREA`."""

FINDING_WORDS = FINDING | {
    "nothing": to_translate("Aucune commune de ce nom. Appuyez sur Entrée pour chercher ce mot."),
}
"""The same where words can be looked for too."""

ANSWERING: Mapping[str, str] = {
    "one": to_translate("Voici la commune :"),
    "several": to_translate("Choisissez votre commune :"),
    "wide": to_translate("Voici la page qui montre toutes les communes :"),
    "maybe": to_translate("Nous n'avons pas trouvé « {q} ». Vouliez-vous dire :"),
    "none": to_translate("Nous n'avons pas trouvé « {q} »."),
    "offline": to_translate(
        "La recherche ne répond pas. Réessayez, ou choisissez votre commune dans une liste."
    ),
}
"""js/answer.js"""

FULL_TEXT: Mapping[str, str] = {
    "searching": to_translate("Nous cherchons…"),
    "offer": to_translate("Chercher aussi « {q} » parmi les lieux"),
    "one": to_translate("1 lieu pour « {q} »."),
    "many": to_translate("{n} lieux pour « {q} »."),
    "all": to_translate(
        "Voici tous les lieux : {n}. Dites où vous êtes, ou ce que vous voulez faire."
    ),
    "around": to_translate("Les premiers lieux pour « {need} » : {commune} et autour."),
    "meant": to_translate("Lieux pour « {need} » : {n}."),
    "unsaid": to_translate(
        "Nous ne savons pas répondre à « {q} » pour chaque lieu. Demandez au lieu avant de venir. "
        "Lieux : {n}."
    ),
    "near": ANSWERING["maybe"],
    "chosen": to_translate("{n} lieux avec ces choix."),
    "more": to_translate("{n} lieux affichés sur {total}."),
    "dated": to_translate("Voici des ateliers et des passages pour « {q} »."),
    "none": to_translate("Aucun lieu pour « {q} »."),
    "none_chosen": to_translate("Aucun lieu avec ces choix. Retirez-en un."),
    "apart": to_translate("Aucun lieu n'a tous ces mots."),
    "where": to_translate("Dites d'abord où : les lieux s'affichent ensuite."),
    "unknown": to_translate("Nous ne connaissons pas « {q} »."),
    "unread": ADVICE.hours_unread,
    "offline": to_translate(
        "La recherche ne répond pas. Réessayez, ou choisissez votre commune dans une liste."
    ),
}
"""js/fulltext.js"""
