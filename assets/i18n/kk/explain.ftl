# Жоба неге осы орында.

held-first-phase = ол ең бірінші кезеңде басталады
held-pin = оны { $phase } кезеңіне бекіткен
held-excluded = оны бастамауға шешілген
held-window = ол { $phase } кезеңінен бұрын бастала алмайды
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
held-worth = оны тек жоспардың тұтастығы ұстайды: ертерек өзі { $points } ұпай берер еді, басқалары одан көп жоғалтады
held-worth-loses = өздігінен пайдасынан қиындығы көп: { $points } ұпай

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
explain-loss = { $least } – { $most } ұпай, { $pushes ->
    [0] басқа ештеңе жылжымайды
    [one] тағы { $pushes } жоба жылжиды
   *[other] тағы { $pushes } жоба жылжиды
}
explain-impossible = мүмкін емес немесе жоспар табылмады
explain-changes = Оны жақындататын бір өзгеріс
change-resource = { $phase }: тағы { $more } ({ $what }), сонда басталуы { $to }
change-gate = тағы { $more } ({ $what }), сонда басталуы { $to }
change-lag = { $what } бір кезең ерте, сонда басталуы { $to }
