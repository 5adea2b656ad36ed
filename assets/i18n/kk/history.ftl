# Қадамдар тарихы және файлда жоқ жұмыс

view-history = Тарих
view-compare = Салыстыру
history-hint = Мұнда жасалғанның бәрі, жаңасы жоғарыда. Қадамға қайту немесе қайта алға жүру үшін оны басыңыз: қараудан ештеңе жоғалмайды.
history-empty = Әзірге қадам жоқ. Өзгерткеніңіздің бәрі осында шығады және бағдарлама жабылғаннан кейін де қалады.
history-beginning = Бастапқы күйі
history-here = Сіз осындасыз
history-saved = Сақталған
history-taken-back = Қайтарылған
history-go = Өту: { $step }
history-go-hint = Осы қадамнан кейінгі күйге өту
history-reason-of = Себебі: { $step }
history-log = Журналға
history-log-step = Шешімдер журналына: { $step }
history-log-hint = Осы қадам мен оның себебін сценарийдің шешімдер журналына жазады
column-state = Күйі
column-when = Қашан
column-step = Қадам
column-reason = Себебі
edit-decision = шешімдер журналы: { $what }

command-recover = Сақталмаған жұмысты қалпына келтіру…
said-nothing-to-recover = Сақталмаған жұмыс жоқ
said-recovered = Сақталмаған жұмыс қайтарылды; файлда қалуы үшін оны сақтаңыз
status-journal = ⚠ Өзгерістер іркіліс жағдайына жазылмай жатыр ({ $why }); жиірек сақтаңыз
dialog-recover-title = Сақталмаған жұмыс
dialog-recover-text = Бұл жұмыс ешбір файлда жоқ: бағдарлама сақтауға дейін аяқталды немесе ол сақталмай қалдырылды.
dialog-recover-accept = Қайтару
dialog-recover-accept-of = Қайтару: { $name }
dialog-recover-later = Кейінірек
dialog-recover-forget = Біржола жою
dialog-recover-forget-of = Біржола жою: { $name }
recover-not-deleted = Жою мүмкін болмады: оны басқа Phasewise ашып тұр немесе қалта тек оқуға арналған
recover-steps = { $count ->
    [one] { $count } өзгеріс
   *[other] { $count } өзгеріс
}
recover-last = Сақталмаған: { $count ->
    [one] { $count } өзгеріс
   *[other] { $count } өзгеріс
}. Соңғысы, { $when }: { $what }
recover-left = Сақталмай қалдырылған: { $count ->
    [one] { $count } өзгеріс
   *[other] { $count } өзгеріс
}. Соңғысы, { $when }: { $what }

status-changed-on-disk = Дискідегі файл өзгерді
command-look-at-disk = Дискідегі файлмен салыстыру
said-same-on-disk = Дискідегі файл сіз соңғы ашқан немесе сақтаған күйде
said-merged = { $count ->
    [0] Біріктірілді; олардан жаңа ештеңе болмады
   *[other] Біріктірілді: олардың { $count } өзгерісі алынды; файлға жазу үшін сақтаңыз
}
edit-merge = дискідегі { $what } файлымен біріктіру
edit-copy-difference = { $what } қабылдау
dialog-changed-merge = Біріктіру
disk-reading = Олардың нұсқасы оқылуда…
disk-unreadable = Олардың нұсқасын оқу мүмкін болмады. { $why }
disk-their-changes = Олар не өзгертті
disk-words-only = Сан да, байланыс та, шек те өзгермеген: тек атаулар, ескертпелер мен дереккөздер болуы мүмкін
disk-more = және тағы { $count }
disk-conflicts = Екі жақ та өзгерткен: таңдаңыз
disk-keep-mine = Менікін қалдыру
disk-take-theirs = Олардікін алу
disk-keep-mine-at = Менікін қалдыру: { $place }
disk-take-theirs-at = Олардікін алу: { $place }

history-page-steps = Қадамдар
history-page-decisions = Шешімдер
command-show-decisions = Шешімдер журналы
decisions-hint = Адамдар нені, қашан және неге шешті. Сценарий файлында тұрады және есептерге кіреді.
decisions-empty = Әзірге шешім жоқ. Осында жазыңыз немесе «Қадамдар» бетінен себебі бар қадамды көшіріңіз.
decisions-add = Шешім жазу
decisions-new = Жаңа шешім
decisions-cell = { $number }-шешім: { $field }
decisions-delete = Шешімді жою: { $what }
column-who = Кім
column-what = Не
column-items = Жобалар
edit-delete-decision = жойылған шешім: { $what }
found-criterion = Критерий
found-agency = Мекеме
found-decision = Шешім
found-problem = Ескерту
found-scenario = Ашық сценарий
found-file = Соңғы файл
