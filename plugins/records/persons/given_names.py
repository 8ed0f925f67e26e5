"""Common given names in France, without accents: what tells «marie.dupont@» from «point.info@».

The most given names of the last century by the national statistics (INSEE, fichier des prénoms),
and names frequent among people of Arabic, Berber, African, Portuguese, Spanish, Italian and Turkish
speaking families. Names that are first a common word («France», «Aurore», «Victoire») are left out.
"""

from __future__ import annotations

GIVEN_NAMES = frozenset(
    """
    abdallah abdel abdelaziz abdelkader abdelkarim abdellah abdelmalek abdelouahab abderrahim
    abderrahmane abdou abdoul abdoulaye abdullah abel abigail achille achraf adam adama adel adele
    adeline adem adil adnan adrian adriana adriano adrien agathe agnes aicha aida aissa aissata
    aissatou akim aksel alain alassane alban albane albert alberto albin alejandro aleksandra
    alessandro alessia alexandra alexandre alexia alexis alfred alhassane ali alice alicia alima
    aline aliou alioune alison alix alizee allan alou aloys alphonse alvaro alya amadou amal
    amanda amandine amar amara ambroise amel amelie ameline amin amina aminata amine amir amira
    amirouche ana anael anaelle anais anas anastasia anatole andre andrea andree andres andrew
    ange angela angele angelina angelique angelo aniss anissa anisse anita anna anne annick annie
    anouar anouk anselme anthonin anthony antoine antoinette antoni antonia antonin antonio antony
    anya apolline aram arezki ariane ariel arielle aristide arlette armand armande armel armelle
    arnaud arsene arthur arthus arwa asma asmaa assa assane assia assya astrid aude audrey audric
    auguste augustin augustine aurelia aurelie aurelien aurelio awa axel axelle aya aylin ayman
    aymen aymeric ayoub ayse aysegul azedine aziz aziza bachir badr bakary baptiste baran barbara
    barnabe bartolomeo basile basma bastien baudouin beatrice beatriz belkacem benedict benedicte
    benjamin benjamine benoit benoite berangere berenice berkay bernadette bernard bernardo berthe
    bertille bertrand besma bettina betty bianca bilal bilel blaise blanche blandine boris
    boubacar boubaker boubou brahim brandon brenda brian brice brigitte bruna bruno bryan bulent
    burak camelia camelle camille candice capucine carina carine carl carla carlos carmen carol
    carole carolina caroline cassandra cassandre catherine cathy cecile cecilia cedric cedrick
    celestin celestine celia celina celine cem cemal cengiz cesar chafik chahinez chaima chaimae
    chantal charif charlene charles charlie charlotte cheick cheikh cherif cherifa chloe christel
    christele christelle christian christiana christiane christina christine christophe
    christopher chrystelle cihan cindie cindy cinthia claire clara clarence clarisse claude
    claudette claudia claudie claudine claudio clelia clemence clement clementine cleo clothilde
    clotilde clovis colette constance constantin coralie cordelia corentin corinna corinne
    cristiano cristina crystal cyndi cynthia cyprien cyriaque cyrielle cyril cyrille dahlia daisy
    dalila damien dania daniel daniela daniele danielle daouda daphne daria dario daryl david
    davide davy dayana debora deborah delia delphine demba denis denise deniz derya desiree diana
    diane didier diego dieynaba dimitri dina dino diogo dion djamal djamel djamila djenaba djeneba
    djibril dogan dolores domingos dominique donatien donia dora dorian doriane dorine doris
    dorothee dorothy dounia driss duarte dylan dylane ebru ece eddie eddy edgar edgard edith edmee
    edmond edna edouard eduardo edwige elea eleanor elena eleonore elhadj elian eliane elias elie
    elif eline elio eliot eliott elisa elisabete elisabeth elise elizabeth ella ellen ellie elliot
    eloan elodie eloi eloise elouan elsa elvira elvire elvis ely elyas elyes emanuel emanuelle
    emeline emeric emilia emilie emilien emilio emine emir emma emmanuel emmanuelle emmy emre enes
    enguerran enola enrique enzo erdal erdem eren ergun erhan eric erick erika ernest ernestine
    erol erwan erwann esma esme esra esteban estelle esther etan ethan etienne eugenie eulalie
    eunice eva evan evelina evelyne evren ewa ewan ewen eymeric eyup ezgi fabiana fabien fabienne
    fabio fabiola fabrice fabrizio fadela fadi fadila fahd faical faiza fanny fanta faouzi faouzia
    farah fares farid farida farouk fathi fathia fatih fatiha fatima fatma fatna fatou fatoum
    fatoumata faustin faustine faycal fayza federico felicia felicie felicien felipe felix
    ferdinand ferhat fernand fernanda fernande fernando fethi fiona firmin flavia flavie flavien
    flavio flora florence florent florian floriane florine fode fodie fouad fouzia franceline
    francesca francesco francine francis francisca francisco franck francky francois francoise
    frank frantz fred freddy frederic frederik frederique furkan gabriel gabrielle gael gaelle
    gaetan gaetane galina gamze gary gaspard gaston gauthier gautier genevieve geoffrey geoffroy
    georges georgette georgia georgina gerald geraldine gerard gerardo germain germaine ghislain
    ghislaine ghita gianni gilbert gilberte gilberto gildas gilles gina ginette giovanni gisele
    giulia giuseppe gladys gloria gokhan goncalo gonzague gracieuse graziella greg gregoire
    gregory guenaelle guenole guilain guilhem guillaume guillemette guillermo gulsen gustave
    gustavo guy gwenael gwenaelle gwendal gwendoline gwenola gwladys habib habiba hacene hacer
    hadja hadjer hadrien hafid hafida hafsa haifa haitham hajar hakan hakim hakima halil halim
    halima halimata hamadi hamady hamed hamid hamida hamza hana hanae hanan hanane hani hania
    hanifa hanna hannah harold haroun harouna harry hasan hasna hasni hassan hassane hassen
    hassina hatem hatice hawa hayat haydar hayet hector heddy hedi heidi helder helena helene
    helga helmi heloise henda henia henri henriette henrique henry hermance hermann hermine herve
    hicham hichem hikmet hilaire hilal hilda hind hippolyte hocine honore honorine horia hortense
    houari houda houria houssam hugo hugues huguette huong huseyin hyacinthe ibrahim ibrahima
    ibtissam ibtissem idir idris idriss idrissa ignace igor ikram ilan ilana ilham ilhan ilias
    ilies ilker ilona ilyas ilyes imad iman imane imene imran inaya ines ingrid ioana irene irina
    irma isaac isabel isabella isabelle isaure isidore ismael ismahane ismail ismet ismini issa
    issam issiaka ivan ivana iwan izia jaafar jack jackie jacky jacob jacqueline jacques jacquie
    jacquot jad jade jalal jalel jalil jamal jamel james jamila jana jane janette janine jaouad
    jarod jasmin jasmine jason javier jawad jayson jean jeanne jeannette jeannie jeannine jeannot
    jeff jeffrey jehanne jenna jennifer jenny jennyfer jerem jeremie jeremy jerome jerry jesse
    jessica jessie jessy jesus jihane jimmy joachim joan joana joanna joao joaquim jocelyn
    jocelyne joe joel joelle joey johan johann johanna johannes johannie johnny jonas jonathan
    jordan jorge joris jose josef josefa joseph josephe josephine josette josiane joss josselin
    josseline josue jovana joy joyce juan juana judicael judith jules julia juliana juliano julie
    julien juliette julio justin justine kader kadiatou kadidia kadija kadir kais kamal kamel
    kamelia kamila kamilia kaoutar karamoko karen karim karima karin karine karol karolina
    katarina katarzyna kateryna kathleen kathy katia katiana katy kelly kelyan kemal kenan kendra
    kenny kenza kenzo kerim kevin kevyn khadidiatou khadidja khadija khadra khaled khalid khalida
    khalil khalilou kheira khoudia killian kimberley kimberly klara klervi kristina kubra kylian
    kyllian laetitia laila lakhdar lalla lamia lamine landry lara lassana latifa laura laure
    laurena laurence laurene laurent lauriane laurianne laurie laurine lauryn layla lazare lea
    leana leandre leandro leane leila lena lenaick lenny leny leo leocadie leon leonard leonce
    leonie leonor leontine leopold leslie letizia levent lia liam liana libasse lidia lila lilia
    lilian liliana liliane lilly lilou lily lina linda linh lionel lisa lisbeth lise liselotte
    lisette lison livia liza lloyd loana loane loann loic lola loris lotfi lou louane louanne
    loubna louis louisa louise louisette louka lounes lounis luana luc luca lucas lucette luciana
    luciano lucie lucien lucienne lucile lucille lucio ludivine ludmila ludovic luis luisa luka
    lukas luna lyana lydia lydie lyes lylou lyna lynda lyse maamar mabel madeleine madeline madi
    mado mady mae mael maelle maelly maelys maeva magali magalie magda magdalena maha mahamadou
    mahaut mahdi mahe mahmoud mahmut mai maia maimouna maissa maiwenn makan malak malek malia
    malick malik malika malo mamadou mame mamoudou manal manel manoel manoela manolo manon manuel
    manuela maodo marc marcel marcela marcelin marceline marcelle marcellin marcello marco marcos
    marek margareth margarida margarita margaux margo margot marguerite maria mariam mariama
    mariame mariana marianna marianne marie marielle marieme marietou mariette marijke marilou
    marilyn marilyne marina marine mario marion marissa marissol mariusz marjolaine marjorie
    marlene marouane marta martha marthe martial martin martina martine marvin marwa marwan
    marwane mary maryam maryem marylene maryline marylise maryse maryvonne massimo matheo matheus
    mathias mathieu mathilda mathilde mathis mathys matias matis matteo matthew matthias matthieu
    matthis mattis maud maurice mauricette mauricio mauro max maxence maxime maxine mayeul mayssa
    mayssane mbaye medhi mehdi mehmet meissa melaine melanie melina meline melis melissa
    melissandre mellie mellina melodie melvin melvyn meriem mert merve meryem messaoud mesut mia
    micael micaela michael michel michele micheline mickael mickaelle miguel mihaela mihai mikael
    mike mila milena miloud mina minh mirabelle miranda mireille miriam mirko mirza mohamadou
    mohamed mohammad mohammed mohand moise moktar molly momar moncef monia monica monika monique
    morgane mouad mouhamadou mouhamed mouloud mouna mounia mounir mounira mourad moussa moustafa
    moustapha muhammad muhammed murad murat muriel murielle musa mustafa mustapha mylan mylene
    myriam myriame myrtille nabil nabila nacer nacera nacim nada nadege nader nadia nadine nadir
    nadira nadjia nahla naim naima nais najat najib najim najoua naomi naoufel narcisse narimane
    nasser nassera nassim nassima nastasia natacha natalia natalie natasha nathael nathalie nathan
    nathanael nawal nawel nayla nazim nejma nelly nelson nesrine nessim nestor neyla nicola
    nicolai nicolas nicole nicoleta nicolette nicolo niels nihad nikita nils nina nino nisrine noa
    noah noam noe noel noella noelle noemie nolan nolwenn nora norah norbert nordine noreddine
    norma nouha nour noura noureddine nouria nuno nuray nurten oceane octave octavie odette odile
    oguz oihana okan olga olinda oliver olivia olivier olivio olympe omar omayma ombeline omer
    ondine onur ophelie orhan oriane orlando orlane ornella oscar osman osvaldo othman othmane
    otman ottavia otto ouafa ouarda ouassim oumar oumarou oumou ouria ousmane oussama ozan ozge
    ozgur ozlem pablo palmyra paola paolo paquita pascal pascale pascaline patrice patricia
    patricio patrick patxi paul paula paule paulette paulin paulina pauline paulo pearl pedro
    peggy perceval perrette perrine peter petra philibert philippe philomene pierre pierrette
    pierric pierrick pierrot pieter pietro priscilla quentin quitterie rabah rabia rabih rachel
    rachelle rachid rachida radia rafael rafaela rafik ralph rama ramazan rami ramon ramona ramzi
    rania raoul raphael raphaela raphaelle rayan rayane raymond raymonde rebecca recep reda redha
    redouane regina regine regis rejane remi remy renan renata renato renaud rene renee reynald
    rhita riad riadh ricardo richard richarde rida rita riwan robert roberta roberto robin robine
    rocco rodolphe rodrigo rodrigue rogelio roger rokhaya roland rolande romain romane romeo
    romuald romy ronald ronan rosa rosalia rosalie rosaline rosanna rosario rose roseline rosette
    rosine rosita roxane roxanne ruben rudy rui ruth ryad ryan saad saadia sabah saber sabine
    sabri sabria sabrina sacha sadek sadia sadio safa safae safia safiatou safiya sahra said saida
    saidou saliha salim salima saliou sally salma salome saloua salvador salvatore samantha samba
    sami samia samir samira samuel samuele samy sana sanaa sandie sandra sandrina sandrine sandro
    sandy santiago sara sarah sarra sasha saskia sebastian sebastien segolene sekou selcuk selen
    selena selim selima selin selma semih serap serdar serena serge sergio servane severin
    severina severine sevgi seydou seynabou shaima shana shirine shirley siaka sibel sidi sidney
    sidonie sigrid siham sihem silvana silvia silvio simao simeon simon simona simone sinan sinem
    sira siriane sirine sixtine slim slimane smail smain sofia sofian sofiane sofya soizic solal
    solange soledad solene solenn solenne soline sonia sonya sophia sophiane sophie sory souad
    soufiane souhail souhila soukaina souleymane soumaya soumia stanislas steeve steeven stefan
    stefania stefano stella stephan stephane stephanie stephen steve steven stevie suat suleyman
    sullivan sumeyye susan susana suzanne suzette suzy svetlana sybille sylvain sylvaine sylvester
    sylvestre sylvette sylviane sylvie syrine taha tahar tamara tanguy tania tanya tao taoufik
    tarek tarik tariq tatiana tayeb telma teo teofilo teresa tess tessa tewfik thais thanh thea
    thelma theo theodora theodore theophile theresa therese thiago thibaud thibault thibaut thiemo
    thierry thomas tiago tibo tidiane tiffany tim timeo timothe timothee tina tino tiphaine
    titouan tobias tolga tom tommy toni tonio tony toufik tracy tristan tugba tulay tuncay turgut
    tyron ugo ugur ulrich ulysse umit ursula valentin valentina valentine valentino valere
    valeriane valerie valery vanessa vanina vasco vera veronique vianney vicente vicky victor
    victoria victorien victorine vincent vincente vinciane violaine violeta violette virgile
    virginia virginie vittorio vivian viviane vivien vladimir volkan wael wafa wahiba wahid wail
    walid walter wanda warda wassila wassim wenceslas wendy werner wesley widad wilfrid wilfried
    willem william willy wilson wissam wissem xabi xavier yacine yacouba yael yaelle yahia yahya
    yakup yamina yan yana yanis yaniss yann yannick yannis yara yaron yasemin yasin yasine yasmin
    yasmina yasmine yasser yassin yassine yassir yavuz yaya yazid ylan ylona yoann yohan yohann
    yolanda yolande yona yonas youcef youenn younes youness youri yousra yousri youssef youssouf
    youssoufou yuksel yusuf yvan yvana yveline yvelise yves yvette yvon yvonne zachary zahia zahra
    zainab zakaria zakia zara zehra zeinaba zeineb zelie zena zeynep zied zineb zinedine zita zoe
    zohra zora zoubida zoubir zouhair zouhir zoulikha
    """.split()
)
