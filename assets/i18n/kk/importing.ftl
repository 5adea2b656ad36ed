# Кестелерді импорттау: файлда не дұрыс емес, бағандары не үшін, ол нені өзгертеді.

problem-table-no-file = { $file } — файл емес, құрылғы немесе арна.
problem-table-no-file-remedy = Кестені файлға сақтап, соны таңдаңыз.
problem-table-too-large = { $file } { $megabytes } МБ; кестенің ең көбі { $limit } МБ оқылады.
problem-table-too-large-remedy = Қызметтер тұрған парақты ғана, суретсіз сақтаңыз.
problem-table-empty = { $file } бос.
problem-table-empty-remedy = Кестені қайта шығарыңыз немесе басқа файл таңдаңыз.
problem-table-not-text = { $file } — кесте де, мәтін де емес.
problem-table-not-text-remedy = .xlsx, .xls, .ods, .csv немесе .tsv файлын таңдаңыз не кестені осының бірінде сақтаңыз.
problem-table-other-kind = { $file } — { $kind ->
    [pdf] PDF құжаты
    [picture] сурет
    [archive] басқа файлдардың мұрағаты
    [html] кеңейтімі қандай болса да, веб-бет
    [xml] XML құжаты
    [json] JSON құжаты
    [scenario] Phasewise сценарийі
    [word] мәтіндік құжат
    [slides] презентация
    [numbers] Apple Numbers құжаты
    [xlsb] екілік Excel кітабы (.xlsb)
    [old-excel] 1997 жылдан ескі Excel кітабы
   *[other] басқа түрдегі файл
    }, оқуға болатын кесте емес.
problem-table-other-kind-remedy = { $kind ->
    [archive] Оны ашып, ішіндегі кестені таңдаңыз.
    [scenario] Оны сценарий ретінде ашыңыз.
   *[other] Оны жасалған бағдарламада ашып, кестені .xlsx немесе .csv етіп сақтаңыз.
    }
problem-table-password = { $file } құпиясөзбен қорғалған.
problem-table-password-remedy = Құпиясөзбен ашып, құпиясөзсіз сақтаңыз да, сол файлды таңдаңыз.
problem-table-broken = { $file } бүлінген: өзі туралы айтқаны сәйкес келмейді.
problem-table-broken-remedy = Оны кесте бағдарламасында ашып, жаңа .xlsx файлы етіп сақтап, соны таңдаңыз немесе файлды қайта сұраңыз.
problem-table-unpacks-too-large = { $file } ашылғанда { $limit } МБ-тан асады; қызметтер кестесіне мұнша қажет емес.
problem-table-unpacks-too-large-remedy = Кім жасағанын білсеңіз, қызметтер тұрған парақты ғана сақтаңыз.
problem-table-no-sheets = { $file } ішінде ұяшықтары бар парақ жоқ.
problem-table-no-sheets-remedy = Кестесі бар файлды таңдаңыз.
problem-table-no-such-sheet = { $file } ішінде «{ $name }» парағы жоқ. Барлары: { $known }.
problem-table-no-such-sheet-remedy = Осының бірін таңдаңыз.
problem-table-no-rows = { $file } ішінде тақырып астында жол жоқ.
problem-table-no-rows-remedy = Әр қызметке бір жол берілген файлды немесе парақты таңдаңыз.
problem-table-no-names = { $file } ішінде қызметтердің атауына не кодына ұқсас баған жоқ. Бағандары: { $columns }.
problem-table-no-names-remedy = Сәйкестік файлында атаулар қай бағанда екенін жазыңыз: field: "name".
problem-table-too-long = { $file } ішінде { $cell }-жолға дейін ұяшықтар толтырылған; ең көбі { $limit } жол оқылады.
problem-table-too-long-remedy = Кестеден алыс төменде тұрғанды өшіріңіз немесе оны бөліңіз.
problem-table-too-wide = { $file } ішінде { $cell } ұяшығы толтырылған; ең көбі { $limit } баған оқылады.
problem-table-too-wide-remedy = Кестеден алыс оң жақта тұрғанды өшіріңіз.
problem-table-too-many-cells = { $file } ішінде бірінші және соңғы толтырылған ұяшық арасында { $limit } ұяшықтан көп.
problem-table-too-many-cells-remedy = Кестеден алыс тұрғанды өшіріңіз немесе тек оның парағын сақтаңыз.
problem-table-cell-too-long = { $file } ішінде { $cell } ұяшығында { $limit } әріптен көп: тырнақша жабылмаған болар.
problem-table-cell-too-long-remedy = Сол ұяшықты мәтін редакторында қараңыз немесе кестені .xlsx етіп сақтаңыз.
problem-map-field-unknown = «{ $column }» бағаны «{ $field }» толтыруы керек, ал ондай өріс жоқ.
problem-map-field-unknown-remedy = Мыналардың бірін жазыңыз: id, name, name.ru, description, kind, owner, owner.name, capex, opex_per_year, staff_months, duration, earliest_phase, latest_phase, mandatory, goals, requires, scores.ӨЛШЕМ, channels.АРНА, year, note; сандар .low не .high-пен де.
problem-map-factor = «{ $column }» бағанының сандары { $factor } есе болуы керек, ал ол 0-ден үлкен емес.
problem-map-factor-remedy = 0-ден үлкен сан жазыңыз, мысалы баған миллиондарды санаса 1000000.

import-field-id = Коды
import-field-name = Атауы
import-field-name-in = Атауы ({ $language })
import-field-description = Сипаттамасы
import-field-description-in = Сипаттамасы ({ $language })
import-field-kind = Түрі
import-field-owner = Иесі
import-field-owner-name = Иесінің атауы
import-field-capex = Жасау құны
import-field-opex = Жылдық жұмыс шығыны
import-field-staff = Адам-ай
import-field-duration = Жұмыс кезеңдері
import-field-earliest = Ең ерте басталуы
import-field-latest = Ең кеш басталуы
import-field-mandatory = Міндетті
import-field-goals = Мақсаттары
import-field-requires = Алдымен керегі
import-field-year = Жолдың жылы
import-field-note = Ескерту
import-field-channel = { $channel } арнасының үлесі
import-field-low = { $name }, ең азы
import-field-high = { $name }, ең көбі
import-yes = иә
import-no = жоқ

import-reason-told = Солай көрсетілген
import-reason-own-name = Тақырыбы — өріс атауы
import-reason-title = Тақырыбы осыны айтады
import-reason-criterion = Тақырыбы — өлшем атауы
import-reason-whole = Қосындысы осыны беретін { $parts } бағанның бүтіні
import-reason-part = Бөлік; бөліктер қосылады
import-reason-part-of = Қолданылмайды: «{ $column }» бөлігі
import-reason-latest-year = Бірнеше жылдың соңғысы
import-reason-lesser = Қолданылмайды: «{ $column }» алынды
import-reason-only-numbers = Кестедегі жалғыз сандар
import-reason-looks-like-names = Атауларға ең ұқсасы
import-reason-counter = Қолданылмайды: тек жолдарды санайды
import-reason-unknown = Қолданылмайды: таныс ештеңе жоқ
import-reason-not-in-file = Қолданылмайды: сәйкестікте жоқ

import-skip-blank = Онда ештеңе жоқ
import-skip-total = Ол басқа жолдарды қосады
import-skip-numbering = Ол бағандарды нөмірлейді
import-skip-header = Ол тақырыпты қайталайды
import-skip-heading = Бұл жолдар үстіндегі тақырыпша
import-skip-note = Бұл кесте астындағы ескерту
import-skip-no-name = Онда атау да, код та жоқ
import-skip-earlier-year = { $row }-жолда сол қызмет кейінгі жыл үшін бар
import-skip-repeats = { $row }-жол соны айтады
import-skip-same-id = { $row }-жолда сол { $id } коды, бірақ басқа мәндермен

import-doubt-not-a-number = { $place }: «{ $text }» сан емес; алынбады.
import-doubt-cell-error = { $place }: кестеде { $text } қатесі тұр; алынбады.
import-doubt-negative = { $place }: { $number } 0-ден кіші; алынбады.
import-doubt-not-understood = { $place }: «{ $text }» «{ $field }» өрісіне келмейді; алынбады.
import-doubt-range-order = { $place }: ең аз, үздік және ең көп мәндер ретімен емес; аралық алынбады.
import-doubt-out-of-line = { $place }: { $number } басқалардан алыс, оларда шамамен { $usual }. Өлшем бірлігі дұрыс па?
import-doubt-far = { $place }: { $field } { $was } орнына { $becomes } болады, айырмасы жүз есе. Өлшем бірлігі дұрыс па? Қабылдамасаңыз, бұрынғыша қалады.
import-doubt-near-name = Атауы «{ $name }» ({ $item }) атауымен дерлік бірдей, ал кестеде ол басқаша жоқ. Қабылдамасаңыз, қосылмайды.
import-doubt-same-name = { $row }-жолда сол атау, бірақ басқа мәндермен; екеуі де алынды.
import-doubt-breaks = Бұл жолмен сценарийді қолдануға болмас еді: { $why }

import-column-lacking = Сәйкестікте «{ $column }» бағаны бар, ал кестеде жоқ.
import-line-column = { $column } → { $field }
import-line-skipped = { $row }-жол ештеңе бермейді. { $why }
import-line-suspicious = { $row }-жол күмәнді. { $why }
import-line-more = … және тағы { $count }.
import-line-missing = { $count ->
    [one] Сценарийдің { $count } элементі кестеде жоқ; ол қалады.
   *[other] Сценарийдің { $count } элементі кестеде жоқ; олар қалады.
}
import-line-map = Бағандар { $file } бойынша.
import-done = { $file }: қосылғаны { $added }, өзгергені { $changed }, өзгермегені { $unchanged }; өткізілген жолдар: { $skipped }.
import-dry-run = Ештеңе өзгерген жоқ. { $file } ішінде қосылғаны { $added }, өзгергені { $changed }, өзгермегені { $unchanged } болар еді; өткізілген жолдар: { $skipped }.
edit-import = { $what } импорты

view-import = Импорт
command-import = Кестені импорттау…
dialog-import-title = Кестені енгізу
dialog-import-text = Кез келген түрдегі электрондық кесте немесе бағандары бар мәтін (.xlsx, .xls, .ods, .csv, .tsv). Не өзгеретінін көргеніңізше ештеңе өзгермейді.
dialog-import-accept = Қарап шығу
dialog-new-table = Электрондық кестеден…
dialog-new-table-text = Кез келген түрдегі кестенің қызметтері жаңа сценарийдің үміткерлері ретінде.
import-nothing = Қазір ештеңе енгізіліп жатқан жоқ. Әр қызметке бір жолы бар кестені таңдаңыз немесе оны терезеге сүйреп апарыңыз.
import-reading = Кесте оқылуда…
import-comparing = Салыстырылуда…
import-other-file = Басқа файлды таңдау…
import-heading = { $file } импорты
import-accept = { $count } жобаны қабылдау
import-destination = Қайда
import-into-present = { $name }
import-into-new = Жаңа сценарий
import-sheet = Парақ
import-as-in = Бағандар { $file } файлындағыдай
import-keep-map = Сәйкестікті { $file } файлында сақтау
import-keep-map-help = Сонда осындай бағандары бар келесі жылғы кесте бірден танылады.
import-no-names = Бірде-бір баған атау немесе код ретінде қолданылмайды, сондықтан ештеңе қабылданбайды. Атаулары бар бағанды көрсетіңіз: { $columns }
import-went-out = Бұл кітап министрлікке жіберілген. Одан не сұралғаны белгілі, сондықтан қай бағанда не тұрғанын көрсетпей-ақ жауаптарын қабылдауға болады.
import-collect = Жауаптарын жинау
import-columns = { $all } бағанның { $used } қолданылады
import-column-theirs = Кесте бағаны
import-column-ours = Толтырады
import-column-times = Көбейту
import-owner-from-headings = Жолдар үстіндегі тақырыптар иесін атайды
import-field-of = { $column } нені толтырады
import-times-of = { $column } сандары неге көбейтіледі
import-not-used = Қолданылмайды
import-new-criterion = Жаңа критерий: { $name }
import-fill-down = Бос ұяшық үстіндегісін білдіреді
import-shown-all = Барлығы { $count }
import-shown-new = Жаңа { $count }
import-shown-changed = Өзгерген { $count }
import-shown-unchanged = Өзгермеген { $count }
import-shown-suspicious = Күмәнді { $count }
import-shown-missing = Жоқ { $count }
import-shown-skipped = Өткізілген { $count }
import-take-sound = Сенімдінің бәрі
import-take-sound-help = Адам растауы керектен басқасының бәрін қабылдайды.
import-take-all = Бәрі
import-take-all-help = Күмәндіні де қабылдайды.
import-take-none = Ештеңе
import-take-none-help = Бір-бірлеп таңдау үшін ештеңе қабылдамайды.
import-row = Жол
import-what = Не өзгереді
import-taken = Қабылданады: жаңа { $new }, өзгерген { $changed }, алынатын { $removed }
import-take-row = { $name } қабылдау
import-remove-item = { $name } алып тастау
import-state-new = жаңа
import-state-changed = өзгерді
import-state-unchanged = Ештеңе өзгермейді
import-missing-stays = Кестеде жоқ; қалады
import-missing-goes = Кестеде жоқ; алынады
import-row-title = { $row }-жол: { $name }
said-imported = { $file }: { $new } қосылды, { $changed } өзгерді, { $removed } алынды. Мұның бәрін бір қадаммен қайтаруға болады.
