"""The small words of many languages: they tell which language a text is in, and say nothing of what it is about."""

WRITTEN_OUT = {
    "en": """
        a about after again all also am an and any are as at be because been before being between both but by can could did do does
        doing done down during each either else ever every few for from further get gets got had has have having he her here hers
        herself him himself his how however i if in into is it its itself just let like may me might more most much must my myself
        neither never no nor not now of off often on once one only onto or other our ours out over own per rather same shall she should
        since so some somebody someone something still such than that the their theirs them themselves then there therefore these they
        this those though through thus to too under until up upon us very was we were what when where whether which while who whom whose
        why will with within without would yet you your yours yourself don doesn didn isn aren wasn weren won can't t s ll ve re d m
        anybody anyone anything everybody everyone""",
    "de": """
        ab aber alle allem allen aller alles als also am an andere anderem anderen anderer anderes auch auf aus bei beim bereits bin bis
        bist da dabei dadurch dafür damit danach dann daran darauf daraus darf darin darüber darum das dass davon dazu dein deine deinem
        deinen deiner dem den denen denn der deren des deshalb dessen die dies diese diesem diesen dieser dieses doch dort du durch
        dürfen ein eine einem einen einer eines einige einigen einiger er es etwa etwas euch euer eure für gegen gibt habe haben hat
        hatte hatten hier hin hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im immer in ins ist ja jede jedem jeden jeder jedes
        jedoch jemand jetzt kann kannst kein keine keinem keinen keiner können könnte man manche mehr mein meine meinem meinen meiner
        mich mir mit möchte muss müssen müsste nach nachdem nicht nichts nie noch nun nur ob oder ohne schon sehr sei sein seine seinem
        seinen seiner seit sich sie sind so sobald soll sollen sollte sonst sowie über um und uns unser unsere unserem unseren unserer
        unter viel viele vielen vom von vor wann war waren warum was weder weil welche welchem welchen welcher welches wenn wer werde
        werden wie wieder wieso will wir wird wo wobei wurde wurden würde zu zum zur zwar zwischen""",
    "fr": """
        à afin ai aient ainsi alors après as au aucun aucune aujourd aura aurait aussi autre autres aux avait avant avec avez avoir
        avons ayant bien c ça car ce ceci cela celle celles celui cependant ces cet cette ceux chaque chez ci comme comment d dans de
        déjà depuis des dès doit doivent donc dont du elle elles en encore entre es est et étaient était étant été être eu eux fait faut
        fois font hors il ils j jamais je jusqu jusque l la là laquelle le lequel les lesquelles lesquels leur leurs lors lorsque lui m
        ma mais même mêmes me mes moi moins mon n ne ni non nos notre nous on ont or ou où par parce pas pendant peu peut peuvent peux
        plus plusieurs pour pourquoi pourrait puis qu quand que quel quelle quelles quelque quelques quels qui quoi rien s sa sans se
        sera serait ses seulement si soit son sont sous suis sur t ta te tes toi ton toujours tous tout toute toutes très trop tu un une
        vers voici voilà vos votre vous y""",
    "es": """
        a al algo algún alguna algunas alguno algunos ante antes aquel aquella aquí así aún aunque bajo bien cada casi como cómo con
        contra cual cuál cuales cualquier cuando cuándo cuanto de del desde después donde dónde dos durante e el él ella ellas ellos en
        entonces entre era eran eres es esa esas ese eso esos esta está están estas este esto estos estoy fue fueron ha había hace hacer
        hacia han hasta hay he la las le les lo los más me mejor mi mientras mis mismo mucho muy nada ni no nos nosotros nuestra nuestro
        o os otra otras otro otros para pero poco por porque puede pueden puedo pues que qué quien quién se sea ser si sí sido siempre
        sin sobre son su sus también tan tanto te tengo tiene tienen todo todos tras tu tú un una unas uno unos usted vez y ya yo""",
    "it": """
        a abbiamo agli ai al alla alle allo altra altre altri altro anche ancora avere aveva c che chi ci ciò col come con contro così
        cosa cui da dagli dai dal dalla dalle dallo degli dei del della delle dello dentro di dopo dove due e è ed egli ella era erano
        essere fa fare fino fra già gli ha hai hanno ho i il in invece io l la le lei li lo loro lui ma mai me meno mentre mi mia mio
        molto ne negli nei nel nella nelle nello nessun no noi non nostra nostro o ogni oppure ora per perché però più poco poi prima
        può qual quale quali quando quanto quasi quella quelle quelli quello questa queste questi questo qui se sei sempre senza si sia
        siamo sono sopra sotto sta stata stato su sua sue sugli sui sul sulla suo suoi tra troppo tu tua tuo tutta tutte tutti tutto un
        una uno vi voi""",
    "pt": """
        a ainda algo algum alguma alguns além ante antes ao aos após aquela aquele aqui as assim até cada com como contra da das de dela
        dele deles depois desde dessa desse desta deste do dois dos durante e é ela elas ele eles em enquanto entre era eram essa essas
        esse esses esta está estão estas este estes eu faz fazer foi foram há isso isto já lhe lhes lo mais mas me mesmo meu meus minha
        muito muitos na não nas nem nessa nesse nesta neste no nos nós nossa nosso num numa nunca o onde os ou outra outras outro outros
        para pela pelas pelo pelos pode podem por porque porquê pouco pois quais qual quando quanto que quem se sem sempre ser será seu
        seus si só sobre sua suas também tanto te tem têm tenho ter teu tua tudo um uma umas uns vez você vocês""",
    "nl": """
        aan af al alle alleen als altijd andere anders ben bij binnen bijna dan dat de der deze die dit doch doen door dus een eens en
        er erg ergens geen geweest haar had hadden heb hebben heeft hem hen het hier hij hoe hun iemand iets ik in is ja je jij jou jouw
        jullie kan kon kunnen maar me meer men met mij mijn misschien moet moeten na naar nadat niet niets nog nooit nu of om omdat
        onder ons onze ook op over reeds sinds soms te tegen toch toe toen tot tussen uit uw van vanaf vaak veel voor vooral waar waarom
        wanneer want waren was wat we weer wel welk welke werd werden wie wij wil worden wordt zal ze zelf zich zij zijn zo zonder zou""",
    "da": """
        af aldrig alle alt altid anden andet at blev blive bliver da de dem den denne der deres det dette dig din disse dog du efter
        eller en end er et for fordi fra få får før gør ham han har havde hende hendes her hos hun hvad hvem hver hvilken hvis hvor
        hvordan hvorfor hvornår i igen ikke ind ingen intet jeg jer jo kan kun kunne lige man mange med meget mellem men mens mere mig
        min mod måske ned nogen noget nogle nok nu når og også om op os over på selv sig sin skal skulle som så sådan til ud uden under
        var ved vi vil ville vores være været""",
    "no": """
        aldri alle alt alltid andre annen at av ble bli blir blitt både da de dem den denne der deres det dette din disse du eller en
        enn er et etter for fordi fra før få får gjør ha hadde ham han har henne her hos hun hva hvem hver hvilken hvis hvor hvordan
        hvorfor i igjen ikke ingen inn jeg jo kan kanskje kun kunne man mange med meg mellom men mens mer mot mye må ned noe noen nok nå
        når og også om opp oss over på seg selv sin skal skulle slik som så til uten under ut var ved vi vil ville vår være vært""",
    "sv": """
        aldrig all alla allt alltid andra annan att av bara blev bli blir blivit borde både de dem den denna deras dess dessa det detta
        dig din du där därför då efter eftersom eller en er ett från få får för före genom gör ha hade han har henne hennes hon honom
        hos hur här i igen ingen inget innan inte ja jag kan kanske kunde man med medan mellan men mer mig min mot mycket måste ned nej
        ni nu nån något någon några när och också om oss på samma sedan sig sin ska skulle som så sådan till under upp ut utan vad var
        varför varje vart vem vi vid vilka vilken vill vår vårt än är även över""",
    "fi": """
        ainakin ei eikä eivät eli emme en ennen enää ette että hän he heidän heille hänen ja jo joka jolla jonka jopa jos joskus jossa
        jota jotka kaikki kanssa kautta kerran ketkä kuin kuinka kuka kun kuten kyllä me meidän meille mikä mikäli miksi milloin minkä
        minun minä missä mistä miten mitä mukaan mutta myös ne niiden niin niitä noin nyt näin nämä ole olen oli olisi olivat olla on
        ovat pitäisi sekä sen siellä siitä siksi silloin sillä sinun sinä sitten sitä tai tämä tämän te tuo tässä tätä vaan vai vain
        vaikka vielä voi voidaan voiko""",
    "pl": """
        a aby ale albo ani bardzo bez bo by być był była było były będzie będą chce ci co coś czy czyli dla dlaczego do go gdy gdzie i
        ich im inne innych iż ja jak jako jakie jaki jego jej jest jestem jeszcze jeśli jeżeli już kiedy kto która które którego której
        który których którzy lub ma mają mam mi między mnie może mogą można mój my na nad nam nas nawet nic nich nie niego niej nim niż
        no o od on ona one oni oraz po pod poza przed przez przy się są skąd swoje ta tak taki także tam te tego tej ten też to tu tutaj
        ty tych tylko tym u w we więc wszystko z za zawsze ze że żeby""",
    "cs": """
        a aby aj ale ani ano asi až bez bude budou by byl byla byli bylo být co což či do ho i jak jako je jeho jej její jejich jen
        ještě jestli ji již jsem jsi jsme jsou jste k kam kde kdo kdy kdyby když ke která které který kteří ku ma mají mám máme má mezi
        mi mě mít moc moje může můj na nad nám nás naše ne nebo než nic není od on ona oni po pod podle pokud pouze potom pro proč
        protože při před přes s se si tak také tam tato te ten tedy tento těch tím to toho tohle tom tomu toto tu ty u už v vám vás ve
        více všechno však vy z za ze že""",
    "ro": """
        a abia acea această aceasta acel acela acest acesta acolo acum ai aici al ale alt alta alte am ar are as asta astfel atunci au
        avea ca când care căci că către ce cea cei cel cele ci cine cu cum cât da dacă dar de deci decât deja despre din după ea ei el
        ele era este eu face fi fie fost fără iar în înainte încă între îi îl își la le lor lui mai mea meu mult nici nimic niște
        noastră noi nostru nu o oricare pe pentru peste poate prin printre sa sau se spre sub sunt și său toate tot toți tu un una unde
        unei unor unui va voi vor vă""",
    "hu": """
        a abban ahol aki akik akkor ami amely amelyek amikor amit az azok azon azt azért be csak de e ebben egy egyik el elég én és ez
        ezek ezen ezért ezt fel ha hanem hogy hogyan hol hova ide igen így ilyen is itt ki kell kellene le lehet lenne lesz ma majd már
        meg még mert mi miatt mint mindig minden mit miért mivel most nagyon ne nem nekem néha nincs oda ott ő ők össze pedig s sem
        semmi sok szerint te teljesen tehát több úgy új után vagy vagyok van vannak vissza viszont volna volt""",
    "tr": """
        acaba ama ancak artık aslında az bana bazı belki ben bende beni benim bile bir biraz birçok biri birkaç birşey biz bize bizim
        böyle bu buna bunda bundan bunlar bunu bunun çok çünkü da daha de değil diye dolayı en eğer gibi hâlâ hangi hem hep hepsi her
        hiç için ile ise işte kadar karşı kez ki kim kimse mi mı mu mü nasıl ne neden nerede nereye niçin o olan olarak oldu olduğu olsa
        olur ona onlar onu onun pek rağmen sadece sanki siz sonra şey şimdi şu tüm üzere var ve veya ya yani yine yok zaten""",
    "ru": """
        а без более больше будет будто бы был была были было быть в вам вас вдруг ведь во вот все всегда всего всех вы где да даже для
        до его ее ей если есть еще ещё её же за здесь и из или им иногда их к как какая какой когда конечно которая которые который кто
        куда ли либо лучше между меня мне может можно мой моя мы на над надо нас не него нее нет ни них но ну о об один он она они опять
        от перед по под после потом потому почему почти при про с сам сейчас себе себя со так такой там тебя тем то тогда того тоже
        только том тот тут ты у уж уже хоть чего чей чем через что чтобы эта эти это этого этой этом этот я""",
}

FUNCTION_WORDS: dict[str, frozenset[str]] = {language: frozenset(words.split()) for language, words in WRITTEN_OUT.items()}
