/**
 * 2,048 Swedish words, each known by its first four letters once å, ä and ö are read as a, a and o. In this order
 * for good: a code that is out in the world names its words by their places.
 */
export const WORDS: readonly string[] = `
abborre absolut ackord adagio ädel åder adjö ädling adress advent advokat affär afton agenda
ägna åkare åkerbär akleja åkning äkta aktiv aktör aktsam åktur albino album ålder äldre
alfabet älgtjur alkov alltför alster altan alumn älva amason ämbar ämbete ämne ampel ampull
amulett analys anbud andas andetag ändra anemon ångbåt ange angöra ångra ängsull aning anis
ankare ankel ankomst anlita anmäla annan anod anorak anpassa anropa ansa ansikte ansluta ansökan
anspråk ansvar antal antenn äntra använda aorta apelsin apotek apparat applåd april aptit arbete
ärende årgång arkad arkiv armbåge arom arrende årsring årstid ärta artikel arton ärva arvinge
asiat aspekt aster återgå atlet åtta åttonde augusti aula aura avbild äventyr avokado avresa
avsikt avsluta avsnitt avspark avstånd avtal avvara axel back bada badboll badkar badort badrum
bagage bageri baka bakre baksida balans balja balk ballong balsam bälte bambu bana band
baner bank bära barkbåt basar basist basket bäst batik batong batteri bäver beakta bebo
bedyra befria begäran behålla behov bekant bekväm bekymra belysa bensin berätta beredd berg berika
berömd berså beslut besök bespara besvära betala betyda bevara bidrag bifall biff biflod bikt
bikupa bild biljett billig binda biolog biotop bistro bjälke bjässe björn bjuda blåbär bläck
blad bland blåsa blick blinka blixt block blomma blond blöta böcker boende boka bokstav
bolag bölja bomull bonad bonde boning borde borg börja borsta boskap bostad bota botten
boxare bräda brak brand brasa bredvid brev bricka bridge brigad bringa britt broder brokad
bröllop bromsa brosch bruk brumma brun brygga bryta bubbel buckla budget budskap buffel bugg
bukett bukt bunke bunt buske butik butler bygd bygel bygga byrå byter bytta byxa
ceder cello centrum charm checka chef choklad cider cirka citat citera citron cittra civil
coach crawl curry cykel cykla däck dadel dagbok dagg daghem dalta damask damm dansar
dart dator datum debatt debut degel dekad dekor dela delfin delge delta delvis dessert
detalj diadem diagnos diakon dialog diamant diesel diet dike dikt dimma diplom direkt diskret
diva djungel djupt docent dödläge doft dogm doktor dolde dona döpa dörr dotter drake
dräll dreja drev drivhus dröm druva dryck dubbel ducka duett duka dukning duktig dunge
dunk dusch dust duva duvhök dygn dykare dyker dyna edda editor efter egen ejder
ekbord eklöv ekolod ekonomi ekorre elda eldstad elefant elegant element elev elit elixir elnät
elspis elva elvisp emalj emblem emellan empati enbär enbuske endiv energi engelsk enhet enkel
enligt enorm enrum envis enzym epilog episod epok erbjuda erfaren erinra erkänna essay estrad
etage etapp etikett examen exempel export extra fabel fäbod facit fack fadder fader fågel
fagott faktum fåle falk fall fält familj famla famn fanfar fånga fänkål fantasi farbror
färdig farfar färg färja farmor fårost färsk fartyg fasan fästmö fåtal fåtölj favorit feber
federal fejka femte fender fenomen ferie figur fika fikon fila filial film filt filur
fimp fina finger finna finska fint fiol fira firma fisk fjäder fjäll fjärde fjorton
fjun fläck fläder flagga flanell flaska fläta flinga flock flöjel flotta flugit flyga flytta
fnissa focka fodra födsel foga folie följa folk fönster font föra förband fordon företag
förlåta form förnuft förord förr första fortare förutse fossil fotboll fotnot foto fotspår fråga
frakt fram franska fred fresk frid frihet friska frites fröjd front frost frukost frysa
fuga full fundera fungera fura furste fuska fyra fyrbåk fyrk fyrtio fysik gaffel gala
galler galning galon game gamla gammal gång ganska garant gård gärna gasell gåsört gäss
gäst gata gate gåva gelike generös geni genom genre genväg geolog gepard gesäll geting
getto giffel gifte gigant gips giraff gitter gjordes glaciär glad glam glänta glas glatt
glesa glida glimt global glöd glögg glömma gnejs gnista gnola gnom gnugga gnutta godbit
godis godkänd godta golf golv gömsle gondol gördel gotik gottis grädde graf gram granne
gräs gratis gräva grej grek gren grep grift grill grimma grind groda gröna grotta
grund grupp gruva gryning gryta guide gula guld gull gummi gunga gunst gurka guru
gyllene gynna häck hage hägg hägn hagtorn haka hake haklapp hala hälft halka håll
halm halv hammare hamna hampa hamra hand häpnad hårband harpa harts harv hasp hassel
hästsko havre heder hedra heja hejda hektar heldag helg helhet helium hellång hemby hemlig
hemma herde hertig hickory hingst hink hinna hiss hjälpa hjärta hjässa hjord hjul hockey
höft höga höger högg höghet högre högst högt höja höjd holme honnör honom höns
honung hopp höra hord hörlur hörn hörsal höst hotell huldra humla hummer humor hund
hungrig husar husbil husdjur husse husvagn huta huvud hyacint hylla hylsa hymn hysa hytt
hyvel ibis idag ideal idegran idog idol idrott idyll igång igår igel igenom iglo
ikon image imorgon inhopp inifrån inlägg innebära inrama insekt insikt insjö inställd insyn internet
intog intresse intyg invånare inviga isberg isbit isbjörn isflak isglass issjö istapp istid jade
jaga jaguar jama jamb jämföra jämna jämt jämvikt jänta januari japansk jarl järn jasmin
jättefin jazz jeep jogga jojo jolle jord journal jubel juice julafton juldag julgran juli
julklapp julros jumper jungman junior juvel kabel kabin kabyss kackel kader kaffe kägla kaja
kajuta kakel kaktus kalas kalender kålhuvud kalkon kalla kalori kalv kamera kamin kammare kampanj
kamrat kanal känd kanel känga kanin kånka känna kanon känsla kant kapell kapitel kappa
kapris kapsel kära kärlek karm kärna karott karriär karta kaskad kassa kasta katt kavaj
kavel kaviar kebab kedja kejsare kemi kennel ketchup kika kila kille kilo kilt kimono
kind kiosk kista kittel kiwi kjol klack kläder klämma klara klass klättra klave klenod
klick klimat klinga klipp klirra kliva kloak klocka klok klon klor klotter klöv klump
klunga knack knåda knall knapp knock knog knöl knop knut knysta knyta koala kobra
kock kofta koger koja koka köksbord kola köld kolja koll kolon koltrast kolumn kolv
komedi komiker komma komplett konst kontakt konung konvoj köpa kopia koppla köra korint körkort
korn korp korrekt kort korv kosa kostym kotte krabba kraft krage kram krans krater
krav krita krock krog krok krona krubba kruka krus krydda krympa kryssa kubik kulmen
kulör kultur kunde kung kunna kunskap kupa kupol kurage kurir kurs kurva kusin kust
kuta kvalitet kvarter kvast kvick kviga kvint kvitto kvot kyckling kylskåp kypare labrador labyrint
låda lådbil ladda läder laga lagbok lägenhet lägg lägre lagun läka lakrits lamm lampa
låna land länge länk länsa lapa lapp lära lärka larm larv läsa läsida läsk
lastbil låta lätt lavett lavin läxa layout leda ledig ledning ledstång lejon lekplats leksak
lektion lergök leverera licens liden lift ligga likaså likna likör lila lilja lilla limma
limpa lina lind lingon linje linnea lira lirka lista lita litet livsstil ljud ljug
ljung ljus ljuv lobb locka löda löfte logdans loggbok logo lokal lönn löpare lopp
lördag lösenord lösgodis lösning lotsa lott lucia lucka luft lugn lukta lund lunga lupp
lustig lycklig lydnad lyft lykta lyra lyrik lysande lyse lysmask lysrör lyssna magasin mage
magi majestät makaron makrill mäktig måla måleri mall malm målning måltid mamma månad måndag
måne mängd maning mänsklig mapp maräng mård mark marmor mars massiv mästare mata matcha
material matlåda matsal matt medan meddelar medicin medlem meja mejeri mejram mejsla melodi memoar
menige mentor meny merit metall meter metspö middag midja midnatt mikrofon mildra miljon mimosa
mineral mink minnas minska minus mistel mittemot mjöd mjölk mjuk möbel mobil möda modern
modig mödrar modul mogen mogna möjligen moln moment mönja monster monter moped moral morbror
morfar morgon mörka mormor mornar morot morse möss moster möta möte motiv motor motpol
motstå motta muffins mugg mula mulen mull mura murgröna museum musik mussla mustasch mynt
myrten mysig näbb nagel nalle nämnd nära närhet näring närmast närvaro näsa näsduk nässla
nästa national natt natur nätverk nedanför nejlika nejonöga nektar neon nionde nisch njure njuta
noggrann nöja nöjd nöje noll nomad nörd norra nota notera nova november numera nummer
nutid nyans nyår nyckel nyfallen nyfiken nyhet nyligen nymåne nymf nypa nypon nysta nytta
oboe ocean odla ofarlig oftast ögla ögon okänd öken oktav oliv olja ollon olvon
ombud ombyte omdöme omelett omfång omgång omge ömhet omkast omnejd område omsorg omtala omutlig
omval onsdag önska opera öppen öppna optik ordbok orden ordlek ordning ordspråk oregano organ
orgel öring orka örngott öron orre orrspel örtte österut osthyvel ostkaka ostron oväder ovanlig
över övning packa padda paket palats palett paljett pall palm palt panel pank panna
panter papaya papegoja papper paradis parfym park pärla pärm partner påse påsk passa pasta
patent paus pedal pejla pelikan pendel peng penna pension peppa period person piano picknick
pigga pilbåge pilgrim piller pilot pimpla pingst pinne pipa piper piplärka pizza pjäs pjäxa
placera plakat plan plast plats plikt pling plocka plog plöja plommon plugga plus poäng
podium poem poesi poet pokal poker politik pool popcorn poppel porslin porträtt positiv potatis
prägel prakt pralin prat pressa pricka prins pris privat procent profil program projekt prolog
promenad propp pröva prydnad psalm pudel pulka puls puma punkt punsch puppa purpur putsa
pyjamas pynta pyssel rabatt räcka radar rädda radhus radio rådjur räfsa raka raket räkna
rama ramp ramsa ranch rand ranka rännil räntefri rapport rask rast rätta råvara ravin
rävunge reda redd redo redskap referat regel register regla regn rejäl rektor relä remsa
rena renhet renkött rensa reparera reporter rest revelj ribba rida riddare rike riktig rimma
ringa rinner ripa rista ritt robot rock rödbeta rodd roder rolig roll roman rönnbär
röntgen ropa röra rosen rosmarin rösta rova rubank rubin rubrik ruin rulla runa runda
russin rustning ruta rutin rycka rygg rymd rynka rytm säckpipa sådär sade safir saft
saga sägen sagobok säker sälja sällskap salong sälunge salva samband samhälle sämja samla samvete
sånär sand säng såpa säregen sarga särskild säsong satellit satin sätta savann saxa saxofon
schal scout sedel segel segla segra sektion semla sena senior seriös servera sexa sida
siffra sigill signatur sikte sila silke silo silver simma singel sippa sirlig sistone själ
sjöbod sjöman sjua sjunga sjutton skaft skägg skaka skål skämta skänk skapa skärp skata
skede skepp sketch skida skifta skilja skinka skira skiss skiva skjorta skjuts skock skog
skoja skola skönhet skopa sköta skovel skratta skriva skumpa skur skuta skydda skylt skymning
skynda skytte släcka sladd slagverk släkting slalom slätvar slinga slips slogan slöja slunga sluss
sluta smälta smed smide smil smoking smör smultron smycke smyg snabba snack snara snedda
snickare snille snipa snöboll snodd snöre snudda snygga social söderut soffa soja söka sold
solist solros solsken sommar somna sonar sönder söner sonson soppa sopran sorg sörja sorl
sötma sova sovrum spanska spår spatel specifik spegel speja spelar spenat spets spigg spik
spindel spira spis språk sprej spring stab städa staffli ställa stämma stanna stapel starta
station stävja sten sticka stiga stilla stim stjärna stöd stoft stolt stor sträck strike
ström strut stubbe student stuga stund stuva stycke stygn stylta styrka sula sulky sultan
surfa svåger svaj svalde svamp sväng svara svävar svenska svep svett svinga svirra sydpol
sylt syna synk syren syrsa syskon syssla syster tabell tablå tack talar tälja tallrik
talman talong tält tamburin tämja tänd tango tänka tapet tapir tariff tårta täthet tävling
taxi teater teblad teckning teddy tegel teknik telefon telning tema tempel tennis teori termos
terrass tesked testar text tidigare tidning tiger till timjan timma timra tisdag tistel titel
titt tjäder tjäna tjugo tjur tjusig toalett toffel tofs tolka tolv tomat tomhet tömma
tona tonfisk topas toppen torg torka torn torp torr torv träben träd träffa trall
träna trappa trasig tratt trav trea trekant trend trettio trio triumf trivs trohet tröja
troll trösta truck trumma tryck trygg tuba tuggummi tulpan tumme tunga tunnel tupp turbin
turism tusch tusen tuvull tvål tvätta tydlig tygla tysk tystnad uggla ulltuss under undulat
undvik ungefär union unna uppåt uppehåll uppföra uppge uppleva upprätt uppsats upptäckt uppväxt urskog
ursprung urtid urverk utanför utbyte utdrag utflykt utför utgång utmaning utöka utomhus utopi utpost
utrop utrymme utsikt utsmycka utspel uttag utter uttryck utvald utveckla vacker väder vädra väga
vägg vägkant vagn vågor vaka vaken vakna vakt vakuum valår välja välkomna vallmo valp
valross välsigna valt valv vända våning vänjer vanlig vänner vänster vänta väpna väppling våran
värde vargunge värld varma varning vårregn vårsol väska vassla väst vätska vatten väva vävstol
växa växel växla växt vecka vedbod vedträ ventil verb verklig vers veta vete vicka
video vifta viga viking viktig vila vildros villkor vilodag vilsam vimla vimpel vinbär vind
vinge vinkel vinnare vinst vinter viol vippa vira virka virvel visa visdom vishet visit
viska visp visthus vite vitlök vitsippa vokal volym vörda vrist vuxen vykort yngel ynnest
yoga yxskaft zebra zenit
`
  .trim()
  .split(/\s+/);

/** Small letters, å and ä as a, ö as o: as somebody types on a foreign keyboard. */
export const fold = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase();
