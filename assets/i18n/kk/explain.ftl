# Жоба неге осы орында.

held-first-phase = ол ең бірінші кезеңде басталады
held-pin = оны { $phase } кезеңіне бекіткен
held-running = ол { $phase } басталған және жүріп жатыр, бітуі: { $end }
held-running-percent = ол { $phase } басталған және жүріп жатыр, { $percent } орындалды, қалғаны { $end } дейін
held-done = ол { $phase } басталып, { $end } бітті
held-stopped = ол тоқтатылған
held-today = бүгінгі кезеңнен ({ $phase }) бұрын ештеңе бастала алмайды
held-excluded = оны бастамауға шешілген
held-window = ол { $phase } кезеңінен бұрын бастала алмайды
held-deadline = ол { $phase } кезеңінен кеш бастала алмайды
held-gate = инфрақұрылым табалдырығы { $phase } ашылады
held-gate-shut = инфрақұрылым табалдырығы ешбір кезеңде ашылмайды
held-gate-figures = { $measure }: { $need } керек, { $levels }
held-gate-level = { $phase }: { $level }
held-prerequisite = { $item }: { $phase } дейін дайын емес
held-prerequisite-out = { $item }: керек, бірақ жоспарда жоқ
held-any-of = мыналардың бірі керек, бірақ ешқайсысы дайын емес: { $items }
held-exclusive = оны болдырмайтын { $item } жоспарда бар
held-resource = { $resource }, { $phase }: { $limit } шегінде { $short } жетпейді
held-horizon = жұмыс соңғы кезеңге дейін бітпейді

resource-capex = Құрылыс ақшасы
resource-opex = Күтіп ұстау
resource-staff = Адамдар
resource-agency = Адамдар: { $agency }

conflict-mandatory = { $item } — міндетті жоба
conflict-window = { $item }: бастауға болатын кезең қалмады
conflict-needs = { $item }: { $other } керек
conflict-cycle = { $item } уақыт алатын шарттар шеңберінде жатыр
conflict-any-of = { $item }: керектің ешқайсысы үлгермейді
conflict-exclusive = { $item } мен { $other } бірін-бірі болдырмайды
conflict-resource = { $item } сыймайды: { $resource }, { $phase }
conflict-helper = табалдырықтың ашылуы

explain-starts = { $item }: басталуы { $phase }, себебі
explain-out = { $item }: жоспардан тыс, себебі
explain-force = Мәжбүрлеу құны
explain-never = ешқашан
explain-loss = { $points } ұпай, { $pushes ->
    [0] басқа ештеңе жылжымайды
    [one] тағы { $pushes } жоба жылжиды
   *[other] тағы { $pushes } жоба жылжиды
}
explain-loss-nothing = ештеңе, { $pushes ->
    [0] басқа ештеңе жылжымайды
    [one] бірақ тағы { $pushes } жоба жылжиды
   *[other] бірақ тағы { $pushes } жоба жылжиды
}
explain-impossible = мүмкін емес
explain-impossible-because = мүмкін емес: { $why }
explain-not-found = берілген уақытта жоспар табылмады; мүмкін еместігі дәлелденбеген
explain-pin = Бекітудің құны
explain-pin-price = онсыз жоспарға қарағанда { $points } ұпай
explain-pin-nothing = ештеңе: онсыз жоспар артық емес
explain-displaces = Ол ығыстырады
explain-displaced-by = Ертерек бастау кейінге шегереді
explain-changes = Оны жылжытатын бір өзгеріс
explain-moved = Не жылжыды және қай дерек жылжытты
explain-moved-nothing = Ештеңе жылжымады
explain-cause = { $inputs } ({ $points } ұпай): жылжытады { $moves }
explain-cause-worth = { $inputs }: ештеңе жылжытпайды, { $points } ұпай
range-points = { $least } – { $most }
range-at-most = ең көбі { $most }
explain-places = { $first } – { $last }
chain-behind = { $item }: { $reason }
displaced-line = { $item }: { $from } → { $to }

held-worth-gains = оны ешбір ереже ұстамайды: жоспар { $points } ұпай ұтар еді, демек одан жақсы жоспар әлі табылмаған
held-worth-nothing = оны ешбір ереже ұстамайды: ертерек бастау артық ештеңе бермейді
held-worth-order = оны ешбір ереже ұстамайды, бірақ ертерек бастаса { $points } ұпай жоғалады: қалаулы рет немесе жұп
held-worth-loses = өздігінен пайдасынан қиындығы көп: { $points } ұпай
held-together = ол { $item } жобасымен бірге басталады
held-gate-by = инфрақұрылым табалдырығы { $phase } ашылады, ашатыны: { $item }
held-gate-shut-by = инфрақұрылым табалдырығы ешбір кезеңде ашылмайды: { $item } керек, ол жоспарда жоқ немесе жеткіліксіз

change-resource = { $phase }: тағы { $amount } ({ $what })
change-resource-less = { $phase }: { $amount } кем ({ $what })
change-gate = { $phase }: тағы { $more } ({ $what })
change-lag = { $what } бір кезең ерте дайын, керек ететіні: { $of }
change-window = { $what }: { $phase } бастап рұқсат
change-pin = бекітусіз: { $what }
change-weight = «{ $what }» салмағы { $from } орнына { $to } ({ $set })
change-then-starts = { $change }: сонда басталуы { $phase }
change-then-may-start = { $change }: сонда табылған жоспарда басталуы { $phase }
change-then-out = { $change }: сонда ол жоспардан тыс
change-then-may-be-out = { $change }: сонда табылған жоспар оны тастайды

scarce-title = Не тапшы
scarce-line = { $phase }: тағы { $step } ({ $what }): { $effect }
scarce-about = көбейткіш бойынша шамамен { $points } ұпай
scarce-buys = { $points } ұпай береді, тексерілген
scarce-nothing = ештеңе бермейді, тексерілген
scarce-none = Бәрі жеткілікті: ешбір шек жоспарды ұстамайды

waiting-title = Жоспарға кірмегендері: неге және не көмектесер еді
waiting-none = Бәрі жоспарға кірді
waiting-never = ақша да, адам да оны жоспарға кіргізбейді
waiting-not-found = оны жоспарға кіргізетін ақша не адам мөлшері табылмады

clash-musts = мына жобалар міндетті ({ $count }): { $items }
clash-pin = { $item }: { $phase } кезеңіне бекітілген
clash-never = { $item }: бастамау шешілген
clash-stopped = { $item }: тоқтатылған
clash-begun = { $item }: { $phase } басталған
clash-today = { $item }: басталмаған, ал бүгінгі кезеңнен ({ $phase }) бұрын ештеңе бастала алмайды
clash-no-phase = { $item }: бастауға болатын кезең жоқ
clash-earliest = { $item }: { $phase } кезеңінен ерте басталмайды
clash-latest = { $item }: { $phase } кезеңінен кеш басталмайды
clash-gate = { $item }: инфрақұрылымды күтеді, ол { $phase } кезеңінен ерте болмайды
clash-gate-channel = { $item }: пайдаланушыларға арна ашық болғанда ғана басталады
clash-gate-shut = { $item }: инфрақұрылымды күтеді, ол бірде-бір кезеңде болмайды
clash-needs-lag = { $item }: { $phases } кезең бұрын басталған { $other } керек
clash-needs-done = { $phases ->
    [0] { $item }: сол кезеңнен кешіктірмей аяқталған { $other } керек
   *[other] { $item }: { $phases } кезең бұрын аяқталған { $other } керек
}
clash-any-of = { $item }: мыналардың бірі керек: { $items }
clash-exclusive = мыналардың біреуін ғана бастауға болады: { $items }
clash-limit = { $resource }, { $phase }: { $amount } мөлшерінен артық жоқ
clash-limit-all = { $resource }, барлық кезеңге, қалдық келесіге өтеді: { $amount } мөлшерінен артық жоқ
clash-end = { $phase } — соңғы кезең
clash-title = { $count } қайшылықтың { $number }-сі:
clash-minimal = Бұл шарттардың кез келгенінсіз қайшылық жоқ: қалғандары үшін жоспар бар.
clash-not-minimal = Бұларды бірге орындау мүмкін емес; қайшылыққа әр шарттың керек екені дәлелденбеген.
clash-not-proven = Берілген уақытта бұл шарттармен жоспар табылмады; оның жоқ екені дәлелденбеген.
impasse-working = Бірге орындалмайтын шарттардың ең аз жиыны ізделуде …
impasse-plan-exists = Барлық шартты орындайтын жоспар бар, бірақ жақсы жоспар іздеу оны байқамады. Іздеуге көбірек уақыт беріңіз.
ways-title = Мына өзгерістердің кез келген біреуі жеткілікті (жоспарлаумен тексерілді):
ways-title-among = Мына өзгерістердің кез келген біреуі осы қайшылықты шешеді; басқа шарттар да жол беруі керек болуы мүмкін:
ways-title-of-clash = Бұл қайшылықты мына өзгерістердің кез келген біреуі шешеді (жоспарлаумен тексерілді):
ways-none = Бұл шарттардың біреуін өзгерту жеткіліксіз болды; бірнешеуі жол беруі керек болуы мүмкін.
ways-working = Жеткілікті болатын ең аз өзгерістер ізделуде …
way-more = { $amount } артық, { $phase } ({ $resource })
way-more-until = { $amount } артық, { $phase } кезеңінен кешіктірмей ({ $resource })
way-about = шамамен { $amount }
way-latest = { $item }: { $phase } кезеңіне дейін бастауға рұқсат
way-earliest = { $item }: { $phase } кезеңінен бастауға рұқсат
way-pin-to = { $item }: { $phase } кезеңіне бекіту
way-pin = { $item }: бекітуді алып тастау
way-must = { $item }: міндетті етпеу
way-never = { $item }: кез келген кезеңде бастауға рұқсат
way-resume = { $item }: қайта қолға алу
way-gate = { $item }: инфрақұрылымды күтпеу
way-lag = { $phases ->
    [0] { $other }: { $item } басталатын кезеңнен кешіктірмей бастау
   *[other] { $other }: { $item } жобасынан тек { $phases } кезең бұрын бастау
}
way-lag-done = { $phases ->
    [0] { $other }: { $item } басталатын кезеңнен кешіктірмей аяқтау
   *[other] { $other }: { $item } жобасынан тек { $phases } кезең бұрын аяқтау
}
way-needs = { $item }: { $other } жобасынсыз
way-any-of = { $item }: мыналардың бәрінсіз: { $items }
way-exclusive = мыналардың біреуден көбін бастауға рұқсат: { $items }
way-limit = шектеусіз ({ $resource })
