# Жоба неге осы орында.

held-first-phase = ол ең бірінші кезеңде басталады
held-pin = оны { $phase } кезеңіне бекіткен
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
