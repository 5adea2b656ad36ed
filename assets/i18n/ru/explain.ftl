# Почему проект там, где он есть.

held-first-phase = он начинается в самом первом этапе
held-pin = его закрепили за этапом { $phase }
held-running = он начат в { $phase } и выполняется, окончание в { $end }
held-running-percent = он начат в { $phase } и выполняется, сделано { $percent }, остальное к { $end }
held-done = он начат в { $phase } и завершён в { $end }
held-stopped = его остановили
held-today = ничто не может начаться раньше сегодняшнего этапа, { $phase }
held-excluded = решено его не начинать
held-window = он не может начаться раньше этапа { $phase }
held-deadline = он не может начаться позже этапа { $phase }
held-gate = порог инфраструктуры открывается в { $phase }
held-gate-shut = порог инфраструктуры не открывается ни в одном этапе
held-gate-figures = { $measure }: нужно { $need }, { $levels }
held-gate-level = { $level } в { $phase }
held-prerequisite = { $item }: не готово раньше { $phase }
held-prerequisite-out = { $item }: нужно, но не в плане
held-any-of = нужно одно из этого, и ничто не готово: { $items }
held-exclusive = в плане { $item }, что его исключает
held-resource = { $resource }, { $phase }: не хватает { $short } при пределе { $limit }
held-horizon = работа не закончится к последнему этапу

resource-capex = Деньги на строительство
resource-opex = Содержание
resource-staff = Люди
resource-agency = Люди: { $agency }

conflict-mandatory = { $item } — обязательный проект
conflict-window = { $item }: не осталось этапа, в котором его можно начать
conflict-needs = { $item }: нужно { $other }
conflict-cycle = { $item } лежит в круге условий, который требует времени
conflict-any-of = { $item }: ни одно из нужного не успевает начаться
conflict-exclusive = { $item } и { $other } исключают друг друга
conflict-resource = { $item } не помещается: { $resource }, { $phase }
conflict-helper = открытие порога

explain-starts = { $item }: начало в { $phase }, потому что
explain-out = { $item }: вне плана, потому что
explain-force = Цена принуждения
explain-never = никогда
explain-loss = { $points } балла, { $pushes ->
    [0] ничего больше не сдвигает
    [one] сдвигает ещё { $pushes } проект
    [few] сдвигает ещё { $pushes } проекта
   *[other] сдвигает ещё { $pushes } проектов
}
explain-loss-nothing = ничего, { $pushes ->
    [0] и ничего больше не сдвигает
    [one] но сдвигает ещё { $pushes } проект
    [few] но сдвигает ещё { $pushes } проекта
   *[other] но сдвигает ещё { $pushes } проектов
}
explain-impossible = невозможно
explain-impossible-because = невозможно: { $why }
explain-not-found = за отведённое время план не найден; невозможность не доказана
explain-pin = Цена закрепления
explain-pin-price = { $points } балла против плана без него
explain-pin-nothing = ничего: план без него не лучше
explain-displaces = Он теснит
explain-displaced-by = Более раннее начало отодвинет
explain-changes = Одно изменение, которое сдвинуло бы его
explain-moved = Что сдвинулось и из-за чего
explain-moved-nothing = Ничего не сдвинулось
explain-cause = { $inputs } ({ $points } балла): сдвигает { $moves }
explain-cause-worth = { $inputs }: ничего не сдвигает, { $points } балла
range-points = от { $least } до { $most }
range-at-most = не более { $most }
explain-places = { $first } – { $last }
chain-behind = { $item }: { $reason }
displaced-line = { $item }: { $from } → { $to }

held-worth-gains = ни одно правило его не держит: план выиграл бы { $points } балла, значит, лучший план ещё не найден
held-worth-nothing = ни одно правило его не держит: раньше он не принёс бы больше
held-worth-order = ни одно правило его не держит, но раньше потерялось бы { $points } балла: желательный порядок или пара
held-worth-loses = сам по себе он приносит больше хлопот, чем пользы: { $points } балла
held-together = он начинается вместе с { $item }
held-gate-by = порог инфраструктуры открывается в { $phase }, его открывает { $item }
held-gate-shut-by = порог инфраструктуры не открывается ни в одном этапе: нужно { $item }, а его нет в плане или его мало

change-resource = ещё { $amount } в { $phase } ({ $what })
change-resource-less = на { $amount } меньше в { $phase } ({ $what })
change-gate = на { $more } больше в { $phase } ({ $what })
change-lag = { $what }: готово на этап раньше для { $of }
change-window = { $what }: можно начать с { $phase }
change-pin = без закрепления: { $what }
change-weight = вес «{ $what }» с { $from } до { $to } ({ $set })
change-then-starts = { $change }: тогда начало в { $phase }
change-then-may-start = { $change }: тогда в найденном плане начало в { $phase }
change-then-out = { $change }: тогда он вне плана
change-then-may-be-out = { $change }: тогда найденный план обходится без него

scarce-title = Чего не хватает
scarce-line = ещё { $step } в { $phase } ({ $what }): { $effect }
scarce-about = около { $points } балла по множителю
scarce-buys = даёт { $points } балла, проверено
scarce-nothing = не даёт ничего, проверено
scarce-none = Всего хватает: ни один предел план не держит

waiting-title = Вне плана: почему и что помогло бы войти
waiting-none = Всё вошло в план
waiting-never = ни деньги, ни люди его в план не введут
waiting-not-found = не найдено, сколько денег или людей ввело бы его в план

clash-musts = эти проекты обязательны ({ $count }): { $items }
clash-pin = { $item }: закреплено за этапом { $phase }
clash-never = { $item }: решено не начинать
clash-stopped = { $item }: остановлено
clash-begun = { $item }: начато в { $phase }
clash-today = { $item }: не начато, а раньше сегодняшнего этапа ({ $phase }) ничто не может начаться
clash-no-phase = { $item }: нет этапа, в котором можно начать
clash-earliest = { $item }: начало не раньше { $phase }
clash-latest = { $item }: начало не позже { $phase }
clash-gate = { $item }: ждёт инфраструктуры, которая будет не раньше { $phase }
clash-gate-channel = { $item }: начать можно только там, где открыт канал к пользователям
clash-gate-shut = { $item }: ждёт инфраструктуры, которой не будет ни на одном этапе
clash-needs-lag = { $item }: нужно { $other }, начатое раньше на { $phases ->
    [one] { $phases } этап
    [few] { $phases } этапа
   *[other] { $phases } этапов
}
clash-needs-done = { $item }: нужно { $other }, законченное { $phases ->
    [0] не позже того же этапа
    [one] раньше на { $phases } этап
    [few] раньше на { $phases } этапа
   *[other] раньше на { $phases } этапов
}
clash-any-of = { $item }: нужно одно из этого: { $items }
clash-exclusive = начать можно только одно из этого: { $items }
clash-limit = { $resource }, { $phase }: есть не больше { $amount }
clash-limit-all = { $resource } на все этапы, остаток переходит дальше: есть не больше { $amount }
clash-end = { $phase } — последний этап
clash-title = Противоречие { $number } из { $count }:
clash-minimal = Без любого из этих условий противоречия нет: для остальных план существует.
clash-not-minimal = Вместе это соблюсти нельзя; не доказано, что для противоречия нужно каждое условие.
clash-not-proven = За отведённое время план с этими условиями не найден; не доказано, что его нет.
impasse-working = Ищем наименьший набор условий, которые нельзя соблюсти вместе …
impasse-plan-exists = План, который соблюдает все условия, существует, но поиск хорошего плана его пропустил. Дайте поиску больше времени.
ways-title = Достаточно любого одного из этих изменений (проверено планированием):
ways-title-among = Любое одно из этих изменений снимает это противоречие; возможно, уступить должны и другие условия:
ways-title-of-clash = Это противоречие снимает любое одно из этих изменений (проверено планированием):
ways-none = Одного изменения этих условий не хватило; возможно, уступить должно не одно.
ways-working = Ищем наименьшие изменения, которых было бы достаточно …
way-more = на { $amount } больше, { $phase } ({ $resource })
way-more-until = на { $amount } больше не позже { $phase } ({ $resource })
way-about = примерно { $amount }
way-latest = { $item }: разрешить начало вплоть до { $phase }
way-earliest = { $item }: разрешить начало с { $phase }
way-pin-to = { $item }: закрепить за этапом { $phase }
way-pin = { $item }: снять закрепление
way-must = { $item }: сделать необязательным
way-never = { $item }: разрешить начало на любом этапе
way-resume = { $item }: возобновить
way-gate = { $item }: не ждать инфраструктуры
way-lag = { $other }: начать { $phases ->
    [0] не позже того же этапа, что и { $item }
    [one] всего на { $phases } этап раньше, чем { $item }
    [few] всего на { $phases } этапа раньше, чем { $item }
   *[other] всего на { $phases } этапов раньше, чем { $item }
}
way-lag-done = { $other }: закончить { $phases ->
    [0] не позже того же этапа, в котором начинается { $item }
    [one] всего на { $phases } этап раньше, чем начать { $item }
    [few] всего на { $phases } этапа раньше, чем начать { $item }
   *[other] всего на { $phases } этапов раньше, чем начать { $item }
}
way-needs = { $item }: обойтись без { $other }
way-any-of = { $item }: обойтись без всего этого: { $items }
way-exclusive = разрешить больше одного из этого: { $items }
way-limit = без ограничения ({ $resource })
