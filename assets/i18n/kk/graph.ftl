# Тәуелділіктер графы.

graph-fit = Сыйғызу
graph-empty = Жоба әзірге жоқ, тәуелділік те жоқ.
graph-select = Алдында не болуы керегін және не ашатынын көру үшін жобаны таңдаңыз.
graph-before = { $count ->
    [0] Алдында ештеңе керек емес
    [one] Алдында { $count } жоба керек: { $money }
   *[other] Алдында { $count } жоба керек: { $money }
}
graph-one-of = «{ $item }» үшін мыналардың бірі:
graph-unlocks = { $count ->
    [0] Ештеңе ашпайды
    [one] { $count } жоба ашады: { $money }
   *[other] { $count } жоба ашады: { $money }
}
graph-columns = Бағандар нені білдіреді
graph-by-depth = Тәуелділік бойынша
graph-by-phase = Кезең бойынша
graph-no-lanes = Жолақсыз
lanes-phase = Кезең бойынша
graph-critical = Шешуші тізбек
graph-critical-help = Бағдарламаның соңы тәуелді алғышарттар тізбегін көрсетеді
graph-only-near = Тек оның байланыстары
graph-only-near-help = Таңдалған жобаға қатысы жоқтың бәрін жасырады
graph-redraw = Қайта сызу
graph-redraw-help = Бәрін экрандағыға қарамай жаңадан орналастырады
graph-working = Граф сызылуда…
graph-map = Бүкіл графтың картасы
graph-page-selected = Таңдалған
graph-page-all = Барлық жоба
graph-chain-one = Соңғы жобаны байланыс емес, ақша, адамдар, мерзім не инфрақұрылым ұстап тұр. Неге сол кезде басталатынын білу үшін оны таңдаңыз.
graph-chain = { $count ->
    [one] Шешуші тізбек: { $count } жоба
   *[other] Шешуші тізбек: { $count } жоба
}
graph-folded = жиналған
graph-details = { $rank }-орын · { $money }
graph-handle = { $item } жобасынан байланыс сызу
graph-handle-help = Оны қажет ететінге сүйреңіз
graph-link-from = Оны қажет ететінмен байланыстыру…
graph-choose = Графтан оны қажет ететін жобаны таңдаңыз немесе Escape басыңыз.
graph-link-title = Жаңа байланыс
graph-link-hard = { $to } жобасы { $from } жобасынан бұрын басталмайды.
graph-link-soft = { $to } жобасы { $from } жобасынан кейін болғаны жөн; болмаса жоспар төлейді.
graph-link-lag = Арадағы кезең саны
graph-link-reason = Себебі
graph-link-add = Байланыс қосу
graph-link-known = { $to } жобасына { $from } онсыз да қажет
graph-link-refused = { $to } жобасына { $from } қажет бола алмайды: ол оны тікелей немесе жанама қажет етеді, екеуі бірін-бірі күтер еді: { $way }.
graph-link-as-soft = Қалаулы рет ретінде қосу…
