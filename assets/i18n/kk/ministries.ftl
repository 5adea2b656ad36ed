# Мекемелермен алмасу: сұрақтар кітабы және қайтқаны туралы не айтылатыны.

# Кітап
ministries-no-agency = Ешкім жауап бермейтін жобалар
ministries-no-agency-file = mekemesiz
ministries-key = Код
ministries-sheet-about = Алдымен оқыңыз
ministries-sheet-items = Жобалар
ministries-sheet-costs = Ақша мен адамдар
ministries-sheet-scores = Бағалар
ministries-sheet-access = Арналар
ministries-note-items = Жоба деген не, жұмыс қанша созылады және қашан басталуы мүмкін.
ministries-note-costs = Мекемеңіздің ақшасы мен адамдары, тақырыптардағы бірліктермен.
ministries-note-scores = Жоба не береді және қаншалықты қиын — тақырыптардың ескертпелерінде түсіндірілген шкалалар бойынша.
ministries-note-access = Адамдар қызметті қай арнамен алады және әр арнаға қандай инфрақұрылым керек.
ministries-group-item = Бұл не
ministries-group-time = Қашан және қанша уақыт
ministries-head-best = Үздік мән
ministries-head-low = Ең азы
ministries-head-high = Ең көбі
ministries-head-level = Деңгей
ministries-head-source = Сенімділігі
ministries-head-reference = Құжат
ministries-head-share = Өтініштер үлесі
ministries-head-need = Керегі
ministries-head-note = Ескерту
ministries-about-time = Кезеңдер — бағдарламаның кезеңдері. Басталуын заң белгілесе, ескертуде сол заңды атаңыз.
ministries-about-capex = Жасаудың бүкіл құны, жұмыс шығынынсыз: бағдарламалар, жабдық, лицензиялар, зерттеулер, оқыту.
ministries-about-opex = Іске қосылғаннан кейін кәдімгі жылы жұмысы қанша тұрады.
ministries-about-staff = Іске қосылғанға дейін өз адамдарыңыздың жұмыс айлары: он адам жарты жылда — 60.
ministries-about-channel = Барлық өтініштің осы арнамен келе алатын үлесі. Ол арнамен келмесе, бос қалдырыңыз.
ministries-about-need = Барлық өтініштің осы арнамен келе алатын үлесі және оның мәні болуы үшін қанша инфрақұрылым керек екені: { $measure }. Қызмет ол арнамен көрсетілмесе, екеуін де бос қалдырыңыз.
ministries-anchor-0 = 0 мәні: { $words }
ministries-anchor-50 = 50 мәні: { $words }
ministries-anchor-100 = 100 мәні: { $words }
ministries-levels = Мыналардың бірін таңдаңыз:
ministries-scale = Шкала { $least } мәнінен { $most } мәніне дейін.
ministries-prompt-low = Әлі мүмкін ең аз мән. Аралығы белгісіз болса, бос қалдырыңыз.
ministries-prompt-high = Әлі мүмкін ең көп мән. Аралығы белгісіз болса, бос қалдырыңыз.
ministries-prompt-source = Айтылған: құжатта тұр. Шығарылған: сондай сандардан есептелген. Жорамал: ең жақсы болжамыңыз.
ministries-prompt-reference = Ол тұрған құжат, бетімен не бабымен.
ministries-prompt-mandatory = Иә — тек заң не қаулы талап етсе; оны ескертуде атаңыз.
ministries-prompt-duration = Жұмыстың бірінші кезеңінен соңғысына дейін, екеуі де саналады.
ministries-prompt-earliest = Жұмысты бастауға болатын бірінші кезең. Бірден бастауға болса, бос қалдырыңыз.
ministries-prompt-latest = Жұмыс басталуға тиіс соңғы кезең. Ештеңе белгілемесе, бос қалдырыңыз.
ministries-prompt-note = Жоспарлаушылар нені білуі керек.
ministries-prompt-share = Барлық өтініштен, пайызбен. Бұл арнамен келмесе, бос қалдырыңыз.
ministries-refused-choice = Тізімнен таңдаңыз.
ministries-refused-whole = 1-ден { $most }-ге дейінгі бүтін сан енгізіңіз.
ministries-refused-share = 0 %-дан 100 %-ға дейінгі үлес енгізіңіз.
ministries-refused-scale = Шкала { $least } мәнінен { $most } мәніне дейін. Бұл сан дұрыс па?
ministries-refused-number = 0 не одан үлкен сан енгізіңіз, сөзсіз және бірліксіз.
ministries-about-what = { $agency } «{ $title }» ішінде { $items } жобаға жауап береді. Жоспарлаушылар тек сіз біле алатын нәрсені сұрайды.
ministries-about-empty = { $empty ->
    [0] Барлық ұяшықта бір нәрсе бар: дұрыс па, қарап шығыңыз.
   *[other] Әзірге { $empty } ұяшық бос.
    }
ministries-about-do = Не істеу керек
ministries-about-fill = Сары ұяшықтарды толтырыңыз. Қалғандары жабық, оларда сізден ештеңе керек емес.
ministries-about-there = Сары ұяшықта жоспарлаушыларда қазір бары тұр. Қатесін түзетіңіз, дұрысын қалдырыңыз, ешкім білмейтінін бос қалдырыңыз: бос ұяшық ойдан шығарылған саннан артық.
ministries-about-best = Үздік мән — жоспарлауға алынатыны. Ең азы мен ең көбі — әлі мүмкін нәрсенің шектері.
ministries-about-source = Мән қаншалықты сенімді екенін айтып, ол тұрған құжатты атаңыз.
ministries-about-notes = Тақырыптардың ескертпелерінде не саналатыны, қай бірлікпен және шкаланың шеттері нені білдіретіні айтылған. Көрсеткісі бар ұяшықта таңдау тізімі бар.
ministries-about-rows = Қалағаныңызша сүзуге, сұрыптауға, кеңейтуге болады. Кодтарды өзгертпеңіз. Жетіспейтін жобаны соңғы жолдың астына жазуға болады: парақтың қорғауын алып тастаңыз, оның құпиясөзі жоқ.
ministries-about-sheets = Парақтар
ministries-about-back = Қайда жіберу керек
ministries-about-date = { $date } жасалды. Сізге жаңарағы жіберілсе, соны толтырыңыз.
ministries-back-by-to = Бұл файлды { $date } дейін қайтарыңыз: { $reply }, .xlsx не .ods түрінде.
ministries-back-by = Бұл файлды { $date } дейін жіберген адамға қайтарыңыз, .xlsx не .ods түрінде.
ministries-back-to = Бұл файлды қайтарыңыз: { $reply }, .xlsx не .ods түрінде.
ministries-back = Бұл файлды жіберген адамға қайтарыңыз, .xlsx не .ods түрінде.

# Қайтқаны
ministries-field-staff = Адам-ай, { $agency }
ministries-field-need = { $channel } арнасына керек инфрақұрылым
ministries-field-source = { $name }, сенімділігі
ministries-field-reference = { $name }, құжаты
ministries-nothing = ештеңе жоқ
ministries-conflict = { $field }, «{ $name }»: сценарийде { $now }, сіз таңдағанша солай қалады.
ministries-voice = { $who } { $value } дейді, ал оған { $given } берілген ({ $place }).
ministries-doubt-emptied = { $place }: { $field } — ұяшық босатылды. Қабылдамасаңыз, бұрынғыша қалады.
ministries-doubt-outside-scale = { $place }: «{ $field }» үшін { $number } саны { $least }–{ $most } шкаласынан тыс. Қабылдамасаңыз, бұрынғыша қалады.
ministries-doubt-impossible = { $place }: { $field } «{ $text }» бола алмайды; алынбады.
ministries-doubt-without-best = { $place }: { $field } үздік мәнсіз берілген; алынбады.
ministries-doubt-disorder = { $place }: { $field } өзіне қатыстылармен ретке келмейді: ең азы, үздігі, ең көбі; ең ертесі, ең кеші. Қабылдамасаңыз, бұрынғыша қалады.
ministries-doubt-formula = { $place } — формула. Файл сақталғанда шыққаны алынды.
ministries-doubt-not-computed = { $place } — ешкім есептемеген формула; алынбады. Файлды кесте бағдарламасында ашып, сақтап, қайта жинаңыз.
ministries-doubt-not-asked = { $place }: бұл сұралмаған; алынбады.
ministries-doubt-added = { $place }: бұл жол қосылған. Қабылдамасаңыз, ондай жоба жоқ.
ministries-doubt-other-owner = Бұл жобаға енді { $agency } жауап береді. Жауаптарды қабылдамасаңыз, бұрынғыша қалады.
ministries-doubt-no-owner = Бұл жобаның енді иесі жоқ. Жауаптарды қабылдамасаңыз, бұрынғыша қалады.
ministries-not-ours = { $file } ішінде берілген сұрақтар парағы жоқ; одан ештеңе алынбады. Қайтқан кітапты таңдаңыз немесе бұл файлды кесте ретінде импорттаңыз.
ministries-other-scenario = { $file } басқа сценарий үшін берілген: «{ $title }»; одан ештеңе алынбады. Оны сонда жинаңыз.
ministries-newer = { $file } Phasewise-тың жаңарақ нұсқасымен жасалған; одан ештеңе алынбады. Оны сол нұсқамен жинаңыз.
ministries-no-version = { $file } файлының жасырын парағы жоқ немесе өзгертілген, сондықтан мекеме нені өзгерткені белгісіз. Сценарийден айырмашылығының бәрі көрсетілді; қабылдамасаңыз, ештеңе алынбайды.
ministries-stale = { $file } сценарийден ескі, содан бері онда осы файлдың { $cells } ұяшығы өзгерген. Мекеме тимегені сценарийдегідей қалады.
ministries-stale-items = { $file } сценарийден ескі, содан бері онда осы файлдың { $cells } ұяшығы өзгерген; мекеменің { $items } жобасы онда жоқ. Мекеме тимегені сценарийдегідей қалады.
ministries-sheet-gone = { $file } ішінде «{ $sheet }» парағы жоқ; ол сұрағанда ештеңе өзгермейді. Мекеме жауап беруі керек болса, толық файлды сұраңыз.
ministries-sheet-twice = { $place }: сол сұрақтар басқа парақта да тұр. Екеуі де оқылды; айырмашылығы болса, сіз таңдайсыз.
ministries-columns-gone = { $place }: бағандар жоқ; мыналарда ештеңе өзгермейді: { $names }.
ministries-rows-gone = { $place }: { $count } жол жоқ; мыналарда ештеңе өзгермейді: { $names }. Мекеме жобадан бас тартса, оны сценарийде жойыңыз.
ministries-key-changed = { $place }: код «{ $key }» болып өзгертілген. Атауы бойынша бұл «{ $name }» жолы, солай алынды.
ministries-key-twice = { $place }: «{ $name }» туралы екінші жол. Екеуі де оқылды; айырмашылығы болса, сіз таңдайсыз.
ministries-row-not-asked = { $place }: бұл мекемеден «{ $name }» туралы сұралмаған; жол алынбады.
ministries-row-unknown = { $place }: «{ $name }» сценарийде жоқ, жобалар парағында да ондай жол жоқ; алынбады.
ministries-item-vanished = { $file }: «{ $name }» сценарийде енді жоқ; одан ештеңе алынбады.
ministries-question-vanished = { $file }: сценарий «{ $code }» туралы енді сұрамайды; одан ештеңе алынбады.

# Пәрмендер
ministries-written = { $file }: { $agency }, { $items } жоба, { $cells } ұяшық, оның { $empty } бос
ministries-already-there = { $file } бар, оны толтырған болуы мүмкін. Басқа қалта таңдаңыз немесе --overwrite деңіз.
ministries-no-items = Сценарийде сұрайтын жоба жоқ.
ministries-unknown-agency = Қандай да бір жобаға жауап беретін «{ $agency }» мекемесі жоқ. Барлары: { $known }.
ministries-only-for = --agency, --until, --reply-to, --dated және --overwrite тек --what ministries үшін.
ministries-bad-date = «{ $text }» күн емес; былай жазыңыз: 2026-12-31.
ministries-unknown-prefer = «{ $file }» жиналатын файлдардың арасында жоқ.
ministries-line-file = { $file }: { $agency }, { $answers ->
    [0] ештеңе толтырылмаған
   *[other] { $answers } ұяшық толтырылған
    }
ministries-line-file-refused = { $file }: ештеңе алынбады
ministries-line-change = { $name }: { $change } ({ $place })
ministries-line-held = { $name }: { $change } ({ $place }), алынбады
ministries-line-new = Жаңа: { $name }
ministries-line-new-held = Жаңа: { $name }, алынбады
ministries-line-doubt = { $name }: { $why }
ministries-line-chosen = Таңдалғаны: { $value }, { $file } ішінен.
ministries-done = { $file }: { $items } жобаның { $taken } ұяшығы өзгерді; шешу сізге қалды: кейінге қалғаны { $held }, қайшылық { $conflicts }.
ministries-dry-run = Ештеңе өзгерген жоқ. { $file } ішінде { $items } жобаның { $taken } ұяшығы өзгерер еді; шешу сізге қалды: кейінге қалғаны { $held }, қайшылық { $conflicts }.
edit-collect = жауаптар: { $what }

# Терезеде: министрліктерден не сұралады және олар не жауап берді.
command-ask-ministries = Министрліктерден сұрау…
command-collect = Министрліктердің жауаптарын жинау…
dialog-ministries-title = Министрліктерге арналған кітаптар
dialog-ministries-text = Әр ведомствоға бір кітап, ол жауап беретін ұяшықтармен. Жауаптар жиналады, оларды көргеніңізше ештеңе өзгермейді.
dialog-ministries-agency = { $name }: { $count } жоба
dialog-ministries-until = Жауап беру мерзімі
dialog-ministries-reply = Кімге қайтару
dialog-ministries-overwrite = Бар кітаптардың үстінен жазу
dialog-ministries-accept = Кітаптарды жазу
dialog-collect-title = Министрліктердің жауаптарын жинау
dialog-collect-text = Қайтып келген кітаптары бар қалта немесе олардың бірі. Не өзгеретінін көргеніңізше ештеңе өзгермейді.
collect-heading = Министрліктердің жауаптары
collect-files = Кітаптар
collect-answers = { $count } ұяшық толтырылды
collect-date = { $date } күні берілген
collect-older = содан бері сценарий өзгерді
collect-refused = Одан ештеңе қабылдауға болмайды
collect-remarks = Назар аударыңыз
collect-conflicts = Қайшылықтар: { $count } ішінен { $settled } шешілді
collect-keep = Сценарийдегіні қалдыру
collect-choose = { $who }: { $value }
collect-none = { $folder } ішінде бірде-бір кітап жоқ (.xlsx немесе .ods). Жауаптар жатқан қалтаны таңдаңыз.
collect-failed = { $file } ішін қарау мүмкін емес: { $why }. Басқа қалтаны таңдаңыз.
dialog-ministries-there = { $file } бар, ол толтырылған болуы мүмкін. Басқа қалтаны таңдаңыз немесе үстінен жазуға рұқсат беріңіз.
