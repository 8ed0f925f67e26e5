"""Common given names in France, without accents: what tells «marie.dupont@» from «point.info@».

The most given names of the last century by the national statistics (INSEE, fichier des prénoms).
"""

from __future__ import annotations

from plugins.gazetteer import normalize

GIVEN_NAMES = frozenset(
    """
    adam adele adrien agathe agnes aicha alain albert alexandra alexandre alexia alexis alice aline
    alison amandine amelie amina anais andre andrea ange angelique anissa anita anna anne annie
    annick antoine antoinette anthony ariane arlette armand arnaud arthur astrid audrey aurelie
    aurelien axel axelle baptiste barbara beatrice benedicte benjamin benoit bernadette bernard
    bertrand brigitte bruno camille carine carla carole caroline catherine cecile cedric celia
    celine chantal charlene charles charlotte chloe christelle christian christiane christine
    christophe cindy claire clara claude claudine clemence clement clementine colette coralie
    corentin corinne cyril damien daniel daniele danielle david deborah delphine denis denise
    dimitri dominique dorothee dylan edith edouard elena eliane elisa elisabeth elise elodie eloise
    elsa emeline emilie emma emmanuel emmanuelle enzo eric erika estelle ethan etienne eugenie eva
    evelyne fabien fabienne fabrice fanny fatima fatou felix fernand flavie flora florence florent
    florian franck francois francoise frederic frederique gabriel gabrielle gaelle gaetan
    genevieve geoffrey georges gerald geraldine gerard germaine ghislaine gilbert gilles ginette
    gisele gregory guillaume gustave guy gwenaelle hakim hassan helene henri henriette herve hugo
    ibrahim ines irene isabelle jacqueline jacques jean jeanne jeannine jennifer jeremy jerome
    jessica joel joelle johan johanna jonathan jordan josephine josette josiane jules julia julie
    julien juliette justine karim karine kevin khadija killian laetitia laura laure laurence laurent
    laurie lea leila lena leo leon leonie leslie liliane lina lise loic lola louis louise luc lucas
    lucette lucie lucien lucienne ludivine ludovic lydia lydie madeleine magali malika manon manuel
    marc marcel marcelle margaux margot marguerite maria marianne marie marielle marine marion
    marjorie martial martin martine maryse mathieu mathilde matthieu maud maurice maxime maxence
    melanie melissa mehdi michael michel michele micheline mickael mireille mohamed monique morgane
    muriel mustapha myriam nadege nadia nadine nathalie nathan nelly nicolas nicole noemie nora
    odette odile olivia olivier ophelie oriane oscar pascal pascale patrice patricia patrick paul
    paule paulette pauline perrine philippe pierre pierrette priscilla quentin rachel rachid raphael
    raymond raymonde regine regis remi rene renee richard robert robin roger roland romain romane
    rose roxane sabine sabrina salome samia samir samuel sandra sandrine sara sarah sebastien serge
    severine simon simone solange solene sonia sophie stephane stephanie steven suzanne sylvain
    sylvie tatiana theo theresa therese thibault thibaut thierry thomas tiphaine tom valentin
    valentine valerie vanessa veronique victor victoria vincent virginie viviane walter william
    xavier yann yannick yasmina yoann yolande youssef yves yvette yvonne zoe
    """.split()
)


def is_a_person(text: str) -> bool:
    """«Marie Dupont», «Jean-Marc Durand»: one or two given names, then one word, nothing else."""
    given = normalize(text).split()[:-1]
    return len(given) in (1, 2) and GIVEN_NAMES.issuperset(given)
