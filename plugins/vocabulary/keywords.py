"""What people type for a need and that no record holds: «carte grise», «mot de passe oublié».

Source: the project's own list. It holds the words of the examples of each need (`needs.py`), the
public services and papers that these name, and what people type. It says where to ask, no more.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

UNSAID = "unsaid"
"""In the place of a need: how one is received (languages, a wheelchair, hours, prices). Records say
little of it, so the answer is to ask the place."""

_WORDS: Mapping[str, str] = {
    "demarches": """
        administrati, demarche, dossier, droits, formulaire, papiers, attestation, justificatif,
        courrier, facture, simulateur, signature electronique, teleservice, allocation, aah, aide
        logement, aides sociales, ameli, apl, ase, assurance, bourse, caf, chomage, cesu, cheque
        energie, cmu, cpam, css, complementaire sante, handicap, mdph, msa, prime, rsa, secu,
        securite sociale, remboursement, vital, mutuelle, mutualiste, pension, retraite, carsat,
        agirc, deces, invalidite, declaration, declarer, impot, taxe, fisc, urssaf,
        autoentrepreneur, auto entrepreneur, siret, antai, amende, contravention, proces verbal,
        timbre, consignation, carte grise, immatriculation, certificat cession, permis, ants,
        france titres, critair, carte identite, identite, cni, passeport, naissance, acte, livret
        famille, mariage, pacs, divorce, demenagement, adresse changement, electorale, elections,
        inscription liste, procuration, asile, sejour, papiers perdu, carte perdu, permis perdu,
        prefecture, titre sejour, naturalisation, nationalite, anef, visa, etranger, franceconnect,
        france connect, identite numerique, insee, avis, logement social, hlm, dalo, doctolib,
        renov, maprimerenov, pajemploi, contester, pv, recensement, recenser, curatelle, tutelle,
        micro entreprise, microentreprise, entreprise creer, teleconsultation, assistante sociale,
        assistant social, travailleur social, tresor public, tresorerie, perception, ecrivain
        public, ecrire lettre, lettre?, lettre administrative, rediger lettre, carte mutualiste,
        carte sante, carte europeenne, ceam, msap, maison services public, france services, cerfa,
        signer, signature, scolarite, notaire, succession, heritage, veuvage, reversion, apa, aspa,
        minimum vieillesse, paje, ars, ofii, ofpra, refugie, cada, allocataire, quittance, loyer,
        garant, locapass, visale, fsl, surendettement, dette, credit, compte bancaire, carte
        bancaire, paypal, billet, sncf, cheque, facture eau, facture electricite, engie, veolia,
        reclamation, plaindre, jury, casier judiciaire, extrait, kbis, contrat, medecin, hopital,
        ordonnance, mon espace sante, dossier medical, rendez vous, vaccin, banque, virement, edf,
        electricite, resilier, litige, justice, tribunal, avocat, plainte, service public, mairie
        demande
    """,
    "apprendre": """
        android, application?, appli, atelier, boite mail, adresse mail, adresse electronique,
        bureautique, clavier, clic, cours, debutant, debuter, initiation, former, formation,
        apprendre, perfectionn, courriel, email, mail, messagerie, gmail, orange mail, piece
        jointe, compte google, creer compte, compte bloque, excel, word, tableur, traitement texte,
        powerpoint, libreoffice, pdf, windows, mac, linux, mise jour, facebook, instagram, tiktok,
        whatsapp, skype, zoom, visio?, visioconference, appel video, reseaux sociaux, iphone, ipad,
        ordi?, pc, portable?, smartphone?, souris, tablette?, telephone?, ecran, numerique?,
        informatique?, internet?, servir, photo?, video?, musique, jeux, dicter, gps, sms, contact,
        mot passe, motdepasse, code?, perdu code, code oublie, oublie, bloque, pirate, piratage,
        virus, antivirus, spam, arnaque, escroquerie, phishing, hameconnage, fraude, faux site,
        publicite, sauvegarde, stockage, cle usb, clef usb, telecharger, telechargement, carte sim,
        sim, prof informatique, professeur informatique, cours ordinateur, aide informatique,
        depannage informatique, marche pas, marche plus, fonctionne, bug, bugue, plante?,
        navigateur, chrome, firefox, moteur recherche, google, youtube, netflix, copier coller,
        dossier ordinateur, icone, bureau ordinateur, mettre jour, bluetooth, casque?, imprimante
        marche, telegram, signal, snapchat, teams, playstore, appstore, apple, samsung, huawei,
        microsoft, outlook, yahoo, hotmail, agenda electronique, nouvelles technologies,
        technologie, numerique initiation, illectronisme, deborde, perdu, comprends, comprendre,
        vieux, personne agee, senior, ia, chatgpt, codage
    """,
    "se-connecter": """
        acces internet, epn, espace public numerique, cyber base, cyberbase, plastifier, relier, wi
        fi, hot spot, agrandir, envoyer fax, telecopie, connexion, connecter, connecte, pas
        internet, cyber, cybercafe, cyberespace, imprimer, imprimante, impression, box, fibre,
        hotspot, ordinateur libre, ordinateur acces, ordinateur public, ordinateur disposition,
        poste informatique, photocopie, photocopier, copie, scan, scanner, numeriser, fax,
        internet?, ordinateur?, wifi, web, recharger, prise, reseau
    """,
    "s-equiper": """
        achat, acheter, pas cher, moins cher, don, donne, emprunter, preter, materiel, neuf,
        occasion, pret?, pret ordinateur, pret tablette, pret materiel, prix?, ordinateur?,
        telephone?, tablette?, reconditionne, recycle, reparer, reparation, panne, casse,
        solidaire, forfait, abonnement, smartphone occasion, emmaus connect, equiper, equipement,
        vendre
    """,
    "travail-famille": """
        actualisation, actualiser, candidature, college, cv, curriculum, ecole, emploi, ent,
        enfant, garderie, cantine, france travail, francetravail, interim, insertion, job, lettre
        motivation, lycee, etudes, offre, parcoursup, pole emploi, poleemploi, mission locale,
        indeed, linkedin, pronote, ecoledirecte, notes, devoirs, parent?, parental, inscription
        scolaire, stage, alternance, apprentissage, travail, travailler, boulot, payer cantine,
        periscolaire, centre aere, colonie, assistante maternelle, nounou, bulletin scolaire,
        educonnect, eduscol, affelnet, crous, carte etudiante, licenciement, demission, recrut,
        embauche, reconversion, cpf, entretien, creche
    """,
    UNSAID: """
        sourd, malentendant, surdite, langue signes, lsf, signes, aveugle, malvoyant, braille,
        deficient visuel, fauteuil, roulant, rampe, ascenseur, pmr, accessible, accessibilite,
        handicap accueil, parle?, parler, parlez, arabe, anglais, espagnol, portugais, turc,
        ukrainien, russe, allemand, italien, chinois, roumain, persan, farsi, dari, pachto,
        pachtou, albanais, bulgare, serbe, kurde, berbere, kabyle, tamoul, bengali, vietnamien,
        polonais, georgien, armenien, wolof, bambara, soninke, somali, tigrigna, traducteur,
        traduction, interprete, langue, francais parle, analphabete, illettr, alphabetisation, fle,
        lire?, horaire, ouvert, ouverture, ferme?, heures, samedi, dimanche, lundi?, mardi?,
        mercredi?, jeudi?, vendredi?, soir, midi, tarif, gratuit, payant, combien, cout, coute,
        rdv, rendez vous?, permanence, parking, stationnement, domicile, chez moi, deplacer,
        deplace
    """,
}

KEYWORDS: Mapping[str, str] = MappingProxyType(
    {
        need: ",".join(" ".join(one.split()) for one in said.split(","))
        for need, said in _WORDS.items()
    }
)
"""Slug of a need, or `UNSAID` → expressions separated by commas, each of beginnings of words
without accents. All must be in the question, in any order; one of up to three letters is a whole
word. A mark «?» behind an expression that says little: a need said more clearly comes before."""
