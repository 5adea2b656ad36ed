# Обмен с ведомствами: книга с вопросами и что говорится о том, что вернулось.

# Книга
ministries-no-agency = Проекты, за которые никто не отвечает
ministries-no-agency-file = bez-vedomstva
ministries-key = Код
ministries-sheet-about = Прочтите сначала
ministries-sheet-items = Проекты
ministries-sheet-costs = Деньги и люди
ministries-sheet-scores = Оценки
ministries-sheet-access = Каналы
ministries-note-items = Что это за проект, сколько длится работа и когда её можно начать.
ministries-note-costs = Деньги и люди вашего ведомства, в единицах из заголовков.
ministries-note-scores = Что проект даёт и насколько он труден — по шкалам, которые объяснены в примечаниях к заголовкам.
ministries-note-access = По каким каналам люди получают услугу и какая инфраструктура нужна каждому каналу.
ministries-group-item = Что это
ministries-group-time = Когда и как долго
ministries-head-best = Лучшая оценка
ministries-head-low = Наименьшее
ministries-head-high = Наибольшее
ministries-head-level = Уровень
ministries-head-source = Надёжность
ministries-head-reference = Документ
ministries-head-share = Доля обращений
ministries-head-need = Нужно
ministries-head-note = Примечание
ministries-about-time = Этапы — это этапы программы. Если начало задано законом, назовите закон в примечании.
ministries-about-capex = Всё, что стоит создание, без расходов на работу: программы, оборудование, лицензии, исследования, обучение.
ministries-about-opex = Сколько стоит работа в обычный год после запуска.
ministries-about-staff = Месяцы работы ваших людей до запуска: десять человек за полгода — это 60.
ministries-about-channel = Доля всех обращений, которая может идти по этому каналу. Оставьте пустым, если по нему они не идут.
ministries-about-need = Доля всех обращений, которая может идти по этому каналу, и сколько инфраструктуры нужно, чтобы он имел смысл: { $measure }. Оставьте оба поля пустыми, если услуга по нему не оказывается.
ministries-anchor-0 = Значение 0: { $words }
ministries-anchor-50 = Значение 50: { $words }
ministries-anchor-100 = Значение 100: { $words }
ministries-levels = Выберите одно из:
ministries-scale = Шкала идёт от { $least } до { $most }.
ministries-prompt-low = Наименьшее значение, которое ещё возможно. Оставьте пустым, если разброс неизвестен.
ministries-prompt-high = Наибольшее значение, которое ещё возможно. Оставьте пустым, если разброс неизвестен.
ministries-prompt-source = Указано: стоит в документе. Выведено: рассчитано из таких чисел. Допущение: ваше лучшее предположение.
ministries-prompt-reference = Документ, в котором это стоит, со страницей или статьёй.
ministries-prompt-mandatory = Да — только если этого требует закон или постановление; назовите его в примечании.
ministries-prompt-duration = От первого этапа работ до последнего включительно.
ministries-prompt-earliest = Первый этап, в котором можно начать работу. Оставьте пустым, если можно начать сразу.
ministries-prompt-latest = Последний этап, в котором работу нужно начать. Оставьте пустым, если срок ничем не задан.
ministries-prompt-note = Что следует знать тем, кто планирует.
ministries-prompt-share = От всех обращений, в процентах. Оставьте пустым, если по этому каналу они не идут.
ministries-refused-choice = Выберите из списка.
ministries-refused-whole = Введите целое число от 1 до { $most }.
ministries-refused-share = Введите долю от 0 % до 100 %.
ministries-refused-scale = Шкала идёт от { $least } до { $most }. Верно ли это число?
ministries-refused-number = Введите число не меньше 0, без слов и единиц.
ministries-about-what = { $agency } отвечает за { $items ->
    [one] { $items } проект
    [few] { $items } проекта
   *[other] { $items } проектов
    } из «{ $title }». Те, кто планирует, спрашивают о том, что можете знать только вы.
ministries-about-empty = { $empty ->
    [0] Во всех ячейках уже что-то стоит: проверьте, верно ли это.
    [one] Пока пуста { $empty } ячейка.
    [few] Пока пусты { $empty } ячейки.
   *[other] Пока пусты { $empty } ячеек.
    }
ministries-about-do = Что делать
ministries-about-fill = Заполните жёлтые ячейки. Остальные закрыты, от вас в них ничего не нужно.
ministries-about-there = В жёлтой ячейке стоит то, что сейчас есть у тех, кто планирует. Исправьте неверное, верное оставьте, а чего никто не знает, оставьте пустым: пустая ячейка лучше выдуманного числа.
ministries-about-best = Лучшая оценка — та, с которой планировать. Наименьшее и наибольшее — границы того, что ещё возможно.
ministries-about-source = Скажите, насколько надёжно значение, и назовите документ, в котором оно стоит.
ministries-about-notes = В примечаниях к заголовкам сказано, что считается, в каких единицах и что значат концы шкалы. В ячейке со стрелкой есть список для выбора.
ministries-about-rows = Фильтровать, сортировать и расширять столбцы можно как угодно. Коды не меняйте. Недостающий проект можно вписать под последней строкой: снимите защиту листа, пароля у неё нет.
ministries-about-sheets = Листы
ministries-about-back = Куда вернуть
ministries-about-date = Составлено { $date }. Если вам прислали более новый файл, заполните его.
ministries-back-by-to = Верните этот файл до { $date }: { $reply }, в виде .xlsx или .ods.
ministries-back-by = Верните этот файл до { $date } тому, кто его прислал, в виде .xlsx или .ods.
ministries-back-to = Верните этот файл: { $reply }, в виде .xlsx или .ods.
ministries-back = Верните этот файл тому, кто его прислал, в виде .xlsx или .ods.

# Что вернулось
ministries-field-staff = Человеко-месяцы, { $agency }
ministries-field-need = Инфраструктура для канала { $channel }
ministries-field-source = { $name }, надёжность
ministries-field-reference = { $name }, документ
ministries-nothing = ничего
ministries-conflict = { $field }, «{ $name }»: в сценарии { $now }, и так останется, пока вы не выберете.
ministries-voice = { $who } говорит { $value }, а было передано { $given } ({ $place }).
ministries-doubt-emptied = { $place }: { $field } — ячейку очистили. Пока вы не примете, останется как было.
ministries-doubt-outside-scale = { $place }: { $number } для «{ $field }» лежит вне шкалы от { $least } до { $most }. Пока вы не примете, останется как было.
ministries-doubt-impossible = { $place }: { $field } не может быть «{ $text }»; не взято.
ministries-doubt-without-best = { $place }: { $field } дано без лучшей оценки; не взято.
ministries-doubt-disorder = { $place }: { $field } не в ладу с тем, что к этому относится: наименьшее, лучшее, наибольшее; раньше, позже. Пока вы не примете, останется как было.
ministries-doubt-formula = { $place } — формула. Взято то, что она дала при сохранении файла.
ministries-doubt-not-computed = { $place } — формула, которую никто не вычислил; не взято. Откройте файл в табличной программе, сохраните и соберите снова.
ministries-doubt-not-asked = { $place }: об этом не спрашивали; не взято.
ministries-doubt-added = { $place }: эту строку добавили. Пока вы её не примете, такого проекта нет.
ministries-doubt-other-owner = Теперь за этот проект отвечает { $agency }. Пока вы не примете ответы, останется как было.
ministries-doubt-no-owner = У этого проекта больше нет владельца. Пока вы не примете ответы, останется как было.
ministries-not-ours = В { $file } нет выданного листа с вопросами; из него ничего не взято. Выберите книгу, которая вернулась, или импортируйте этот файл как таблицу.
ministries-other-scenario = { $file } выдан для другого сценария, «{ $title }»; из него ничего не взято. Соберите его там.
ministries-newer = { $file } сделан более новой версией Phasewise; из него ничего не взято. Соберите его той версией.
ministries-no-version = Скрытого листа в { $file } нет, или его изменили, поэтому неизвестно, что изменило ведомство. Показано всё, что отличается от сценария; пока вы не примете, ничего не взято.
ministries-stale = { $file } старше сценария, в котором с тех пор { $cells ->
    [one] изменилась { $cells } его ячейка
    [few] изменились { $cells } его ячейки
   *[other] изменились { $cells } его ячеек
    }. Что ведомство не трогало, остаётся как в сценарии.
ministries-stale-items = { $file } старше сценария, в котором с тех пор { $cells ->
    [one] изменилась { $cells } его ячейка
    [few] изменились { $cells } его ячейки
   *[other] изменились { $cells } его ячеек
    }; { $items ->
    [one] { $items } проекта этого ведомства в нём нет
    [few] { $items } проектов этого ведомства в нём нет
   *[other] { $items } проектов этого ведомства в нём нет
    }. Что ведомство не трогало, остаётся как в сценарии.
ministries-sheet-gone = Листа «{ $sheet }» в { $file } нет; в том, о чём он спрашивал, ничего не меняется. Если ведомство должно было ответить, запросите файл целиком.
ministries-sheet-twice = { $place }: те же вопросы стоят и на другом листе. Прочитаны оба; где они расходятся, выбираете вы.
ministries-columns-gone = { $place }: столбцов нет; ничего не меняется в { $names }.
ministries-rows-gone = { $place }: { $count ->
    [one] нет { $count } строки
    [few] нет { $count } строк
   *[other] нет { $count } строк
    }; ничего не меняется в { $names }. Если ведомство отказывается от проекта, удалите его в сценарии.
ministries-key-changed = { $place }: код изменён на «{ $key }». По названию это строка «{ $name }», так она и взята.
ministries-key-twice = { $place }: вторая строка о «{ $name }». Прочитаны обе; где они расходятся, выбираете вы.
ministries-row-not-asked = { $place }: это ведомство не спрашивали о «{ $name }»; строка не взята.
ministries-row-unknown = { $place }: «{ $name }» в сценарии нет, и на листе проектов такой строки нет; не взято.
ministries-item-vanished = { $file }: «{ $name }» в сценарии больше нет; оттуда ничего не взято.
ministries-question-vanished = { $file }: о «{ $code }» сценарий больше не спрашивает; оттуда ничего не взято.

# Команды
ministries-written = { $file }: { $agency }, { $items ->
    [one] { $items } проект
    [few] { $items } проекта
   *[other] { $items } проектов
    }, ячеек { $cells }, из них пустых { $empty }
ministries-already-there = { $file } уже есть, и его могли заполнить. Выберите другую папку или скажите --overwrite.
ministries-no-items = В сценарии нет проектов, о которых спрашивать.
ministries-unknown-agency = Ведомства «{ $agency }», отвечающего за какой-либо проект, нет. Есть: { $known }.
ministries-only-for = --agency, --until, --reply-to, --dated и --overwrite нужны только для --what ministries.
ministries-bad-date = «{ $text }» — не дата; пишите так: 2026-12-31.
ministries-unknown-prefer = «{ $file }» нет среди файлов, которые собираются.
ministries-line-file = { $file }: { $agency }, { $answers ->
    [0] ничего не заполнено
    [one] заполнена { $answers } ячейка
    [few] заполнены { $answers } ячейки
   *[other] заполнено { $answers } ячеек
    }
ministries-line-file-refused = { $file }: ничего не взято
ministries-line-change = { $name }: { $change } ({ $place })
ministries-line-held = { $name }: { $change } ({ $place }), не взято
ministries-line-new = Новый: { $name }
ministries-line-new-held = Новый: { $name }, не взят
ministries-line-doubt = { $name }: { $why }
ministries-line-chosen = Выбрано: { $value }, из { $file }.
ministries-done = { $file }: изменено ячеек { $taken }, проектов { $items }; решать вам: отложено { $held }, противоречий { $conflicts }.
ministries-dry-run = Ничего не изменено. В { $file } изменилось бы ячеек { $taken }, проектов { $items }; решать вам: отложено { $held }, противоречий { $conflicts }.
edit-collect = ответы: { $what }

# В окне: о чём спрашивают министерства и что они ответили.
command-ask-ministries = Запросить министерства…
command-collect = Собрать ответы министерств…
dialog-ministries-title = Книги для министерств
dialog-ministries-text = По одной книге на каждое ведомство, с ячейками, за которые оно отвечает. Ответы собираются, и ничего не изменится, пока вы их не увидите.
dialog-ministries-agency = { $count ->
    [one] { $name }: { $count } проект
    [few] { $name }: { $count } проекта
   *[many] { $name }: { $count } проектов
}
dialog-ministries-until = Ответить до
dialog-ministries-reply = Вернуть кому
dialog-ministries-overwrite = Перезаписать книги, которые уже есть
dialog-ministries-accept = Записать книги
dialog-collect-title = Собрать ответы министерств
dialog-collect-text = Папка с вернувшимися книгами или одна из них. Ничего не изменится, пока вы не увидите, что изменилось бы.
collect-heading = Ответы министерств
collect-files = Книги
collect-answers = { $count ->
    [one] заполнена { $count } ячейка
    [few] заполнены { $count } ячейки
   *[many] заполнено { $count } ячеек
}
collect-date = выдана { $date }
collect-older = с тех пор сценарий изменился
collect-refused = Из неё нельзя принять ничего
collect-remarks = На что обратить внимание
collect-conflicts = Противоречия: решено { $settled } из { $count }
collect-keep = Оставить как в сценарии
collect-choose = { $who }: { $value }
collect-none = В { $folder } нет ни одной книги (.xlsx или .ods). Выберите папку, где лежат ответы.
collect-failed = В { $file } нельзя заглянуть: { $why }. Выберите другую папку.
dialog-ministries-there = { $file } уже есть и, возможно, заполнен. Выберите другую папку или разрешите перезапись.
