# Терезе: мәзірлер, көріністер, элементтер.

unit-thousand = мың
unit-million = млн
unit-billion = млрд
unit-months = ай
amount-months = { $months } адам-ай

severity-error = Қате
severity-warning = Ескерту
severity-hint = Кеңес

kind-service = Қызмет
kind-register = Тіркелім
kind-infrastructure = Инфрақұрылым
kind-legal = Құқықтық акт
kind-process-review = Үдерісті қайта қарау
kind-standard = Стандарт
kind-capacity = Кадрлар мен оқыту
kind-access = Қолжетімділік

source-stated = Айтылған
source-derived = Шығарылған
source-assumption = Жорамал

menu-file = Файл
menu-edit = Түзету
menu-view = Көрініс
menu-scenario = Сценарий
menu-help = Анықтама
menu-language = Тіл
menu-recent = Соңғы файлдар
menu-recent-empty = Әзірге жоқ

view-decide = Шешім
view-dependencies = Тәуелділіктер
view-roadmap = Жол картасы
view-problems = Ескертулер

command-new = Жаңа…
command-open = Ашу…
command-save = Сақтау
command-save-as = Басқаша сақтау…
command-export = Жол картасын шығару…
command-reload = Дискіден қайта оқу
command-quit = Шығу
command-undo = Болдырмау
command-redo = Қайталау
command-find = Іздеу
command-palette = Іздеу немесе команданы орындау
palette-nothing = Ештеңе сәйкес келмейді
command-add-item = Жоба қосу
command-delete-item = Таңдалған жобаны жою
command-prove-further = Әрі қарай дәлелдеу
command-show-frontier = Құнның ақша мен адамға тәуелділігі
command-add-reviews = Жетіспейтін үдеріс қарауларын қосу
command-light = Ашық түс
command-dark = Қараңғы түс
command-follow-system = Жүйедегідей
command-zoom-in = Ірілеу
command-zoom-out = Кішілеу
command-zoom-reset = Қалыпты өлшем
command-shortcuts = Пернелер
command-about = Бағдарлама туралы

document-no-file = Әлі файлға сақталмаған
new-item-name = Жаңа жоба
nothing-selected = Алдымен жобаны таңдаңыз
no-reviews-missing = Барлық үдеріс қараулары орнында

dialog-path = Жол
dialog-browse = Шолу…
dialog-cancel = Бас тарту
dialog-close = Жабу
dialog-new-title = Жаңа сценарий
template-frame = Бос негіз
template-frame-text = Шкаласы бар төрт өлшемшарт, үш кезең және өз жобаңызбен алмастыратын төрт жоба
template-eu20 = ЕО-ның 20 базалық қызметі
template-eu20-text = Бес миллион тұрғыны бар ойдан шығарылған елдегі азаматтарға арналған он екі және фирмаларға арналған сегіз қызмет, олардың тіркелімдері мен платформалары
template-kazakhstan = Қазақстан 2005–2010
template-kazakhstan-text = Дүниежүзілік банк есебіндегі электрондық үкімет бағдарламасы: 62 жоба, алты кезең
dialog-open-title = Сценарийді ашу
dialog-open-recent = Соңғы файлдар
dialog-open-accept = Ашу
dialog-save-title = Сценарийді басқаша сақтау
dialog-save-accept = Сақтау
dialog-export-title = Жол картасын шығару
dialog-export-text = Атаудың соңы шешеді: .md — құжат, .csv — кесте, .portfolio.json — басқа шешушілерге, .ron немесе .json — сценарийдің өзі.
dialog-export-accept = Шығару
dialog-unsaved-title = Сақталмаған өзгерістер
dialog-unsaved-text = «{ $name }» ішінде сақталмаған өзгерістер бар.
dialog-unsaved-save = Сақтау
dialog-unsaved-discard = Сақтамай кету
dialog-changed-title = Файл дискіде өзгерген
dialog-changed-text = Сіз ашқаннан кейін біреу «{ $name }» файлын өзгертті. Сіздің өзгерістеріңіз сақтаулы.
dialog-changed-overwrite = Үстінен жазу
dialog-changed-reload = Олардікін алу
dialog-changed-save-as = Басқаша сақтау…
dialog-shortcuts-title = Пернелер
dialog-about-title = Бағдарлама туралы
dialog-about-text = Phasewise { $version }. Ел қай электрондық қызметті бірінші салатынын шешуге көмектеседі. Лицензия: MIT немесе Apache-2.0. Қаріп: Inter, SIL Open Font License.

said-opening = { $file } ашылуда…
said-last-not-opened = { $file } ашылмады; бұл — Phasewise-пен бірге келетін сценарий
said-saved = { $file } файлына сақталды
said-exported = { $file } файлына шығарылды
said-id-taken = Бұл белгі бос немесе басқа жобада бар
said-already-proven = Жоспардың оңтайлылығы дәлелденген: бұдан жақсы рет жоқ
settings-not-stored = Баптауларды жазу мүмкін болмады: { $why }
save-no-path = Сақтайтын файлды таңдаңыз.
save-changed = { $file } файлын басқа біреу өзгертті. Басқа атпен сақтаңыз немесе үстінен жазыңыз.
save-ending = { $file } атауы .ron немесе .json деп аяқталмайды. Осының бірін қосыңыз.
save-failed = { $file } жазылмады: { $why }. Басқа қалтаны таңдаңыз немесе орын босатыңыз; ештеңе жоғалған жоқ.
save-not-finite = { $path } орнындағы сан шектеулі емес. Түзетіп, қайта сақтаңыз.
export-unknown-ending = { $file } атауының соңы белгісіз. .md, .csv, .portfolio.json, .ron немесе .json керек.
export-no-plan = Шығаратын жоспар жоқ. Алдымен ескертулерді қараңыз.

weights-title = Салмақтар
weights-help = Салмақ шкаланың ең нашардан ең жақсыға дейінгі ауқымы басқаларға қарағанда қанша тұратынын айтады; ең күштісі 100. Бұл жалпы «маңыздылық» емес.
weights-active = Қолданыстағы салмақтар
weights-blend = Барлығының қоспасы
weights-reset = Қайтару
weights-scale = Ең күштісі 100
weights-scale-help = Барлық ауқымды ең күштісі 100 болатындай созады; салмақтар өзгермейді
weights-empty = Критерий әзірге жоқ. Саралау үшін кемінде біреуі керек.
weights-influence = Қоспадағы әр жиынның ықпалы
weights-influence-of = Ықпалы: { $name }
weights-swing-of = Ауқымы: { $name }
weights-lock = Үлесін бекіту: { $name }
weights-unlock = Үлесін босату: { $name }
weights-solo = Тек { $name } саналса ше
weights-solo-on = Болжам: тек { $name } саналады. Файл өзгермейді.
weights-solo-off = Аяқтау
weights-open-scale = Шкаланы көру үшін басыңыз
weights-distribution = Әр сызық — осы шкаладағы жоба; таңдалғаны ерекшеленген

ranking-title = Саралау
ranking-count = { $count ->
    [one] { $count } жоба
   *[other] { $count } жоба
}
ranking-search = Жобаларды іздеу
ranking-kind = Бір түрін көрсету
ranking-all-kinds = Барлық түрі
ranking-owner = Бір иесін көрсету
ranking-all-owners = Барлық иесі
ranking-scores = Баға бағаны
ranking-no-scores = Бағалар: жоқ
ranking-empty = Жоба әзірге жоқ. Жобалар — салуға болатын қызметтер, тіркелімдер, платформалар, заңдар мен қараулар.
ranking-none-pass = Іріктеуден бірде-бір жоба өтпейді.
ranking-clear-filter = Іріктеуді алу
ranking-missing = Бұл жобаның бағалары жетіспейді
rank-up = Соңғы қадамнан бері { $by } орынға жоғары
rank-down = Соңғы қадамнан бері { $by } орынға төмен

column-rank = №
column-item = Жоба
column-value = Құны
column-contributions = Неден құралады
column-phase = Кезең
column-id = Белгі
column-strongest = Ең күштісі
column-severity = Дәрежесі
column-place = Орны
column-problem = Не дұрыс емес және не істеу керек
column-line = жол
column-owner = Иесі
column-capex = Бағасы

score-of = { $criterion }: { $item }
score-computed = Бағдарлама есептеген
score-clamped = Шкаладан тыс: шеті болып саналады
score-missing = Жоқ
score-value = Шкаладағы құны, 0-ден 100-ге дейін
score-contribution = Жоба құнына қосатын ұпайы
cell-wrong = Бұл сан емес. Түзетіңіз немесе ескісін қалдыру үшін Escape басыңыз.

roadmap-title = Жол картасы
roadmap-all-gauges = Мекемелер мен қорлар
roadmap-left-out = Жоспардан тыс ({ $count })
roadmap-not-planned = жоспардан тыс
roadmap-no-phases = Сценарийде кезең жоқ: саралауға болады, жоспарлауға болмайды. Файлға кезең қосыңыз.
roadmap-working = Алғашқы жоспар жасалуда…
roadmap-invalid = Сценарийдегі қателер жоспарлауға мүмкіндік бермейді.
roadmap-show-problems = Ескертулерді көрсету
roadmap-infeasible = Міндеттінің бәрін орындайтын жоспар жоқ:
lanes-by = Жолақтар мағынасы
lanes-goal = Мақсат бойынша
lanes-owner = Иесі бойынша
lanes-kind = Түрі бойынша
lane-rest = Басқалары
lane-fold = Жию: { $name }
lane-unfold = Жаю: { $name }
frontier-title = Құнның ақша мен адамға тәуелділігі
frontier-budget = Ақша
frontier-staff = Адамдар
frontier-no-plan = Жоспар әзірге жоқ, өзгертетін ештеңе жоқ
frontier-no-limit = Бұл ешбір кезеңде шектелмеген, өзгертетін ештеңе жоқ
frontier-working = Аз бен көпке жоспарлануда…
frontier-progress = { $done }/{ $of } нүкте
frontier-stop = Тоқтату
frontier-legend = Сызық: табылған жоспарлар. Үзік сызық: ешбір жоспар одан аспайды (дәлелденген). Тұтқаны тінтуірмен не бағыт пернелерімен жылжытып, жіберіңіз (немесе Enter басыңыз): барлық кезең өзгереді.
frontier-handle-budget = Барлық кезеңнің бюджеті, қазіргіден пайызбен
frontier-handle-staff = Барлық кезеңдегі адамдар, қазіргіден пайызбен
frontier-at = { $percent } ({ $amount }) болса, ең жақсы жоспардың құны { $value } ұпай
frontier-at-unknown = { $percent } ({ $amount }) болса, жоспар әлі белгісіз
frontier-share = Үлесі
frontier-amount = Мөлшері
frontier-value = Құны
frontier-bound = Ең көбі
frontier-table = Кесте түрінде
frontier-copy = Кестені көшіру
gauge-capex = Ақша, { $unit }
gauge-opex = Күтіп ұстау, { $unit }
gauge-staff = Адамдар, { $unit }
gauge-named = { $name }, { $unit }
gauge-full = таусылды
gauge-over = шектен тыс
gauge-buys = +{ $step }: { $points } ұпай
gauge-buys-about = +{ $step }: шамамен { $points } ұпай
gauge-buys-short = +{ $step }: { $points }
gauge-buys-about-short = +{ $step }: ≈{ $points }
gauge-users = Кім жұмсайды

inspector-empty = Қайда, неге екенін және неден құралатынын көру үшін саралаудан, жол картасынан немесе графтан жобаны таңдаңыз.
inspector-scores = Бағалар
inspector-links = Байланыстар
inspector-money = Ақша мен адамдар
inspector-sources = Дереккөздер

field-name = Атауы
field-id = Белгі
field-kind = Түрі
field-owner = Иесі
field-nobody = Ешкім
field-mandatory = Міндетті
field-best = { $name }
field-low = { $name }, ең азы
field-high = { $name }, ең көбі

why-starts = Басталуы: { $phase }
why-left-out = Жоспардан тыс
why-no-plan = Жоспар әзірге жоқ
why-value = Құны { $value }, орны { $rank }/{ $of }
why-dominated = Ештеңеден артық емес: { $item }
why-because = себебі
why-show = Көрсету: { $item }
pin-title = Бекіту
pin-none = Бекітілмеген
pin-never = Ешқашан
pin-reason = Себебі
pin-by = Шешкен
what-if-title = Егер басқаша болса
what-if-working = Басқа орынның құнын табу үшін жоспар қайта жасалуда…
what-if-more = Іздеу жалғасуда…
pin-help = Басқа кезеңнің құнын көру үшін сүйреңіз немесе Alt пен бағыт пернесін басыңыз
pin-preview = { $place } бекіту: { $price }
pin-preview-share = { $place } бекіту: жоспар құнының { $share }, { $price }
pin-preview-here = { $place }: ол қазір осында
pin-preview-working = { $place } бекіту: құны есептелуде…

links-needs = Керек
links-needs-nothing = Ештеңе
links-remove = { $item } байланысын алу
links-add = Шарт қосу
links-add-hint = Атауын теріңіз
links-any-of = Мыналардың бірі керек
links-unlocks = { $count ->
    [0] Ештеңе ашпайды
    [one] { $count } жоба ашады
   *[other] { $count } жоба ашады
}
links-reads = Оқитын тіркелімдері
links-keeps = Жүргізетін тіркелімдері
links-channels = Арналар
link-hard = Бұрын болуы тиіс
link-soft = Бұрын болғаны жөн
link-type-of = { $item } байланысының түрі
link-lag = арадағы кезең
link-lag-of = { $item } дейінгі кезең саны
link-after = аяқталғаннан кейін
channel-reach-only = тек қамту
channel-needs = керегі
channel-need-of = { $channel } арнасының қажеттігі

money-title = Ақша, { $currency }
money-capex = Салу
money-capex-of-phase = Салу, { $number }-жұмыс кезеңі
money-opex = Күтіп ұстау, жылына
money-staff = Адам-ай
money-no-staff = Жоқ
money-staff-programme = Бағдарлама
time-title = Уақыт
time-duration = Жұмыс кезеңдері
time-earliest = Ерте емес
time-latest = Кеш емес
time-any = Кез келген

sources-none = Дереккөз көрсетілмеген.
sources-scores = Бағалар

problems-all = Барлығы
problems-none = Ескерту жоқ. Сценарийді саралауға және жоспарлауға болады.
problems-more = … және тағы { $count }

status-planned = жоспарда { $planned }/{ $items }
status-money = { $used } / { $available }
status-value = құны { $value }
status-optimal = оңтайлылығы дәлелденген: бұдан жақсы рет жоқ
status-gap = ешбір рет { $gap } артық жақсы емес (дәлелденген)
status-gap-improving = ешбір рет { $gap } артық жақсы емес, жақсаруда…
status-gap-rough = ешбір рет { $gap } артық жақсы емес (шамалы шек)
status-gap-rough-improving = ешбір рет { $gap } артық жақсы емес (шамалы шек), жақсаруда…
status-improving = Жоспар әлі жақсаруда
status-improving-share = Жоспар әлі жақсаруда: күштің { $percent } жұмсалды
status-time = { $time } мс
status-findings = { $count ->
    [one] { $count } ескерту
   *[other] { $count } ескерту
}
status-no-phases = Кезең жоқ: саралау бар, жоспар жоқ
status-invalid = Сценарийде қателер бар: «Ескертулерді» қараңыз
status-working = Жоспарлануда…
status-infeasible = Міндеттінің бәрін орындайтын жоспар жоқ: жол картасын қараңыз

edit-active-weights = салмақтар: { $what }
edit-weight = салмақ: { $what }
edit-influence = ықпал: { $what }
edit-lock = бекіту: { $what }
edit-weights-reset = салмақтарды қайтару: { $what }
edit-weights-scale = салмақтарды созу: { $what }
edit-score = баға: { $what }
edit-name = атау: { $what }
edit-id = белгі { $what }
edit-kind = түр: { $what }
edit-owner = иесі: { $what }
edit-capex = құрылыс бағасы: { $what }
edit-opex = күтіп ұстау: { $what }
edit-co-funding = қоса қаржыландыру: { $what }
edit-staff = адамдар: { $what }
edit-duration = ұзақтық: { $what }
edit-window = мерзім: { $what }
edit-budgets = барлық кезеңнің бюджеті: { $what }
edit-all-staff = барлық кезеңдегі адамдар: { $what }
edit-pin = кезеңге бекіту: { $what }
edit-mandatory = міндеттілік: { $what }
edit-need = арна: { $what }
edit-link = байланыс: { $what }
edit-link-add = жаңа байланыс: { $what }
edit-link-remove = алынған байланыс: { $what }
edit-add-item = жаңа жоба { $what }
edit-delete-item = жою: { $what }
edit-add-reviews = үдеріс қараулары: { $what }
