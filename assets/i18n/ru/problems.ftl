# Что не так в сценарии или заслуживает внимания и что с этим делать.

## Идентификаторы и ссылки

problem-id-empty = У элемента № { $number } этого списка нет идентификатора.
problem-id-empty-remedy = Дайте ему короткое имя без пробелов, не занятое в этом списке.

problem-id-duplicate = Идентификатор «{ $id }» встречается в списке дважды: № { $first } и № { $second } (у каждого элемента он должен быть свой).
problem-id-duplicate-remedy = Переименуйте один из двух вместе со ссылками на него или удалите его.

problem-id-unknown = «{ $id }» никуда не ведёт: нет { $what ->
    [criterion] критерия
    [weight-set] набора весов
    [phase] этапа
    [fund] источника средств
    [agency] ведомства
    [goal] цели
    [measure] прогнозного показателя
    [channel] канала
    [register] реестра
    [indicator] индикатора
    [risk] риска
    [fact] факта
    [benchmark] примера из практики
    [rule] правила
    [contradiction] противоречия
    [index] индекса готовности
    [component] компонента
    [level] уровня
    [speed] строки таблицы скорости
    [function] функции управления
   *[other] пункта
    } с таким именем. { $near ->
    [yes] Возможно, имелось в виду «{ $nearest }».
   *[no] Ничего с похожим именем нет.
    }
problem-id-unknown-remedy = Исправьте имя, добавьте недостающее в его список или удалите ссылку.

## Числа

problem-number-not-finite = Здесь стоит { $value } — это не конечное число.
problem-number-not-finite-remedy = Впишите число или удалите поле, если значение неизвестно.

problem-number-negative = Здесь стоит { $value }, но число меньше 0 тут не имеет смысла.
problem-number-negative-remedy = Впишите 0 или больше.

problem-number-outside = Здесь стоит { $value }, а возможно лишь от { $least } до { $most }.
problem-number-outside-remedy = Впишите число от { $least } до { $most }. Доли и вероятности — части единицы, а не проценты, если поле не говорит о процентах.

problem-range-order = Диапазон не по порядку: нижнее { $low }, лучшее { $best }, верхнее { $high }.
problem-range-order-remedy = Расположите так, чтобы нижнее ≤ лучшее ≤ верхнее; уровни упорядочены по их значениям.

problem-discount-rate = При ставке дисконтирования { $value } последующие годы не стоят ничего или меньше нуля.
problem-discount-rate-remedy = Впишите ставку больше -1, например 0.05 для пяти процентов в год.

problem-discount-rate-percent = Ставка дисконтирования { $value } означает { $percent } процентов в год.
problem-discount-rate-percent-remedy = Если имелись в виду проценты, разделите на 100: пять процентов — это 0.05.

problem-phase-length = Этап не может длиться { $value } лет.
problem-phase-length-remedy = Впишите длину больше 0, например 1 для года или 0.5 для полугодия.

## Шкалы критериев

problem-scale-ends-equal = Оба конца шкалы равны { $value }: все оценки стоили бы одинаково.
problem-scale-ends-equal-remedy = Укажите оценку худшего уровня и отличную от неё оценку лучшего.

problem-scale-log-end = Логарифмическая шкала не может оканчиваться на { $value }.
problem-scale-log-end-remedy = Впишите конец больше 0 или возьмите линейную шкалу.

problem-scale-points-few = Шкале по точкам нужно не меньше двух точек, а указано: { $count }.
problem-scale-points-few-remedy = Добавьте точки в виде [оценка, значение] или возьмите линейную шкалу.

problem-scale-points-order = Оценки точек должны возрастать, но { $score } следует за { $before }.
problem-scale-points-order-remedy = Упорядочьте точки по оценке и оставьте по одной на каждую.

problem-scale-levels-empty = У шкалы нет уровней: по ней ничего нельзя оценить.
problem-scale-levels-empty-remedy = Добавьте уровни со значениями от 0 до 100.

problem-scale-missing = «{ $criterion }» вычисляется, но не имеет шкалы и потому ни на что не влияет.
problem-scale-missing-remedy = Задайте функцию ценности, например линейную с худшей и лучшей оценкой.

problem-group-empty = В группе «{ $criterion }» нет ни критериев, ни шкалы: в ней нечего оценивать.
problem-group-empty-remedy = Если это критерий, задайте функцию ценности; если группа — укажите её как parent у критериев или удалите.

problem-parent-is-leaf = «{ $criterion }» стоит под «{ $parent }», а у того своя шкала: группой он быть не может.
problem-parent-is-leaf-remedy = Выберите родителем группу или уберите функцию ценности у «{ $parent }».

problem-parent-cycle = { $what ->
    [goal] Цели
   *[other] Критерии
    } подчинены друг другу по кругу: { $cycle }.
problem-parent-cycle-remedy = Уберите parent у одного из них, чтобы у дерева была вершина.

## Работы, деньги и доли

problem-duration-zero = Пункт не может занимать 0 этапов.
problem-duration-zero-remedy = Впишите 1 или больше либо удалите поле.

problem-profile-length = Записей в списке: { $found }, а этапов работы: { $duration }.
problem-profile-length-remedy = Дайте по одной записи на каждый этап работы или исправьте длительность.

problem-profile-ignored = Профиль не используется: затраты уже даны по этапам.
problem-profile-ignored-remedy = Удалите профиль или дайте затраты одной суммой.

problem-shares-sum = Сумма долей равна { $sum }, а не 1.
problem-shares-sum-remedy = Измените доли так, чтобы в сумме была 1.

problem-maturity-order = Сейчас уровень услуги { $now }, цель { $target }{ $bounded ->
    [yes] , наивысший разумный { $max }
   *[no] {""}
    }: порядок не возрастает.
problem-maturity-order-remedy = Расположите так, чтобы now ≤ target ≤ max.

## Время

problem-dates-reversed = Этап кончается { $end }, раньше своего начала { $start }.
problem-dates-reversed-remedy = Исправьте одну из дат.

problem-phases-order = Этап «{ $phase }» стоит после «{ $before }», но начинается не позже него.
problem-phases-order-remedy = Расположите этапы по времени.

problem-phases-overlap = Этап «{ $phase }» начинается { $start }, а «{ $before }» длится до { $end }.
problem-phases-overlap-remedy = Пусть каждый этап начинается после окончания предыдущего.

problem-series-order = Годы ряда должны возрастать, но { $year } следует за { $before }.
problem-series-order-remedy = Упорядочьте записи по годам и оставьте по одной на год.

## Связи между пунктами

problem-link-self = «{ $item }» требует сам себя.
problem-link-self-remedy = Удалите связь или укажите пункт, который имелся в виду.

problem-link-twice = «{ $item }» дважды указывает «{ $needs }» среди своих требований.
problem-link-twice-remedy = Оставьте более строгую из двух связей.

problem-any-of-empty = «{ $item }» требует одного из нескольких пунктов, но их список пуст: начать его было бы нельзя.
problem-any-of-empty-remedy = Укажите варианты или удалите список.

problem-exclusive-few = В группе, из которой начинается не больше одного пункта, нужны хотя бы два разных, каждый один раз; разных здесь: { $found }.
problem-exclusive-few-remedy = Укажите пункты, исключающие друг друга, или удалите группу.

problem-synergy-pair = Синергия связывает ровно два разных пункта; разных здесь: { $found }.
problem-synergy-pair-remedy = Укажите два разных пункта; для большего числа напишите несколько пар.

problem-cycle-lag = Эти пункты ждут друг друга по кругу: { $cycle } (каждому нужен следующий). Ожидание по кругу, в этапах: { $phases }; поэтому ни один из них начать нельзя.
problem-cycle-lag-remedy = Удалите одну из связей, сделайте её предпочтением (soft) или снимите задержку, чтобы пункты могли начаться вместе.

problem-cycle-together = Эти пункты нужны друг другу без задержки и потому начинаются вместе или никак: { $items }.
problem-cycle-together-remedy = Если так и задумано, делать ничего не нужно; иначе удалите одну из связей.

problem-exclusive-needed = «{ $item }» требует и «{ $one }», и «{ $other }» (одним из них может быть он сам), но начаться может лишь один из двух.
problem-exclusive-needed-remedy = Пусть ему хватает любого из них (requires_any_of), либо удалите требование или снимите исключение.

problem-never-starts = «{ $item }» нельзя начать ни в одном этапе: { $why ->
    [window] его последний этап стоит раньше первого
    [over] он не начат, а последний допустимый для него этап уже прошёл
    [pin] он закреплён за этапом вне своего окна
    [gate] нужная инфраструктура не достигается ни на одном канале в пределах окна, даже со всеми проектами доступа
    [decided] ему нужен «{ $blocker }», который решено не начинать
    [alternatives] ни один из нужных вариантов не оставляет ему этапа в его окне
   *[late] ему нужен «{ $blocker }», который не оставляет ему этапа в его окне
    }.
problem-never-starts-remedy = Расширьте окно, измените закрепление или решение, сократите задержку или добавьте то, чего не хватает, например центр обслуживания как канал.

## Что уже произошло

problem-progress-started = «{ $item }» начат, но не сказано, в каком этапе.
problem-progress-started-remedy = Укажите этап, в котором начались работы, в поле started.

problem-progress-future = Сказано, что «{ $item }» начат в { $phase }, но сейчас { $today }.
problem-progress-future-remedy = Исправьте этап или передвиньте сегодняшний этап.

problem-progress-ends = { $why ->
    [order] Сказано, что «{ $item }» заканчивается в { $phase }, раньше своего начала в { $other }.
    [done] Сказано, что «{ $item }» завершён, но работы заканчиваются в { $phase }, позже сегодняшнего этапа ({ $other }).
   *[running] Сказано, что «{ $item }» выполняется, но работы закончились в { $phase }, раньше сегодняшнего этапа ({ $other }).
    }
problem-progress-ends-remedy = Исправьте этап окончания или состояние.

problem-progress-not-begun = «{ $item }» не начат, но задано поле { $field }; оно ничего не значит.
problem-progress-not-begun-remedy = Укажите, что он выполняется или завершён, или уберите поле.

problem-progress-percent = У «{ $item }» указана доля выполненных работ, хотя он не выполняется.
problem-progress-percent-remedy = Уберите долю или укажите, что он выполняется.

problem-progress-no-today = «{ $item }» начат или остановлен, но не сказано, какой этап идёт сейчас; план может начинать другое в прошедших этапах.
problem-progress-no-today-remedy = Укажите текущий этап в настройках как today.

problem-progress-beyond = Работы по «{ $item }» идут дольше последнего этапа, { $last }; план считает, что тогда они закончены.
problem-progress-beyond-remedy = Добавьте этапы, если это важно; иначе оставьте как есть.

problem-progress-pin = { $why ->
    [past] «{ $item }» был закреплён за прошедшим этапом { $phase } и не начат; закрепление больше не действует.
    [stopped] «{ $item }» остановлен, хотя закреплён за этапом { $phase }; в плане его нет.
    [excluded] «{ $item }» начат, хотя решено его не начинать; он остаётся там, где начался.
   *[elsewhere] «{ $item }» закреплён за этапом { $phase }, но начался в другом; он остаётся там, где начался.
    }
problem-progress-pin-remedy = Снимите закрепление или исправьте ход работ.

problem-progress-order = «{ $item }» начат в { $phase } без того, что ему нужно: { $needs }.
problem-progress-order-remedy = Проверьте ход работ обоих; начатое всё равно остаётся в плане.

problem-progress-exclusive = «{ $one }» и «{ $other }» начаты оба, хотя можно начать не больше одного из них.
problem-progress-exclusive-remedy = Остановите один из них или снимите исключение; до тех пор оба остаются в плане.

problem-overspent = Начатое требует { $used } в { $phase }, а есть { $limit }{ $what ->
    [budget] {""} на создание
    [opex_cap] {""} на эксплуатацию
    [co_funding] {""} из источника «{ $of }»
    [staff_by_agency] {""} человеко-месяцев ведомства «{ $of }»
   *[staff_months] {""} человеко-месяцев
    }. { $over ->
    [yes] Это уже израсходовано; план исходит из того, что столько и было.
   *[no] Больше ничего там начать нельзя.
    }
problem-overspent-remedy = Проверьте предел и ход начатых работ или остановите что-нибудь.

## Правила метода

problem-review-missing = «{ $item }» имеет { $score } по критерию «{ $criterion }» (с { $threshold } нужен пересмотр), но пересмотра процесса перед ним нет.
problem-review-missing-remedy = Добавьте в требования пересмотр процесса или добавьте недостающие пересмотры одной командой. Автоматизация плохого процесса лишь ускорит плохой процесс.

problem-review-late = «{ $item }» имеет { $score } по критерию «{ $criterion }» (с { $threshold } нужен пересмотр), но пересмотр может начаться слишком поздно: этапов между ними { $found }, а нужно { $lag }.
problem-review-late-remedy = Увеличьте задержку связи с пересмотром.

problem-register-undelivered = Реестр «{ $register }» читает «{ $reader }» (всего читающих пунктов: { $count }), но его ещё нет и ни один пункт его не создаёт.
problem-register-undelivered-remedy = Укажите пункт, который его создаёт, добавьте такой или отметьте реестр как существующий.

problem-register-not-required = «{ $item }» читает реестр «{ $register }», который создаёт «{ $by }», но { $preferred ->
    [yes] этот пункт для него лишь предпочтителен или один из вариантов
   *[no] этого пункта нет в его требованиях
    }: он может начаться без своих данных.
problem-register-not-required-remedy = Сделайте «{ $by }» обязательным, если без него услуга не работает; иначе оставьте как есть.

problem-forecast-missing = «{ $item }» требует уровня «{ $measure }», но его прогноза нет.
problem-forecast-missing-remedy = Добавьте к показателю ряд по годам или уберите потребность у канала.

## Оценки и веса

problem-score-missing = У «{ $item }» нет оценок по критериям: { $criteria } (не хватает: { $count }). Отсутствие оценки — не ноль; с ней поступают по правилу сценария.
problem-score-missing-remedy = Поставьте оценки, при сомнении — с диапазоном.

problem-score-outside = Оценка { $value } пункта «{ $item }» по «{ $criterion }» лежит вне шкалы от { $least } до { $most } и считается её концом.
problem-score-outside-remedy = Проверьте единицу оценки или расширьте шкалу и пересмотрите её вес.

problem-score-wants-level = У «{ $item }» по «{ $criterion }» стоит число { $value }, а этот критерий оценивается уровнями.
problem-score-wants-level-remedy = Впишите один из уровней: { $allowed }.

problem-score-wants-number = У «{ $item }» по «{ $criterion }» стоит уровень «{ $value }», а этот критерий оценивается числом.
problem-score-wants-number-remedy = Впишите число в единицах критерия.

problem-level-unknown = «{ $id }» — оценка «{ $item }» по «{ $criterion }» — не входит в уровни этого критерия. { $near ->
    [yes] Возможно, имелось в виду «{ $nearest }».
   *[no] Ничего с похожим именем нет.
    }
problem-level-unknown-remedy = Впишите один из уровней: { $allowed }.

problem-score-on-group = У «{ $item }» есть оценка по «{ $criterion }», но это группа: оценка ни на что не влияет.
problem-score-on-group-remedy = Оцените критерии этой группы.

problem-score-on-computed = У «{ $item }» есть оценка по «{ $criterion }», но его вычисляет программа: введённое ни на что не влияет.
problem-score-on-computed-remedy = Удалите оценку или сделайте критерий вводимым.

problem-weights-no-criterion = Набор весов «{ $set }» не называет ни одного критерия сценария: все они весили бы одинаково.
problem-weights-no-criterion-remedy = Задайте размахи критериев или удалите набор.

problem-weights-all-zero = Все размахи набора «{ $set }» равны 0: все критерии весили бы одинаково.
problem-weights-all-zero-remedy = Дайте 100 самому ценному размаху, остальным — сколько они стоят рядом с ним.

problem-weights-highest = Наибольший размах набора «{ $set }» — { $highest }, а не 100. Важны лишь отношения, но людям легче сравнивать со 100.
problem-weights-highest-remedy = Пересчитайте размахи так, чтобы наибольший был 100.

problem-criterion-unweighted = Критерий «{ $criterion }» не назван ни в одном наборе весов и потому ни на что не влияет.
problem-criterion-unweighted-remedy = Задайте ему размах там, где он важен, или удалите его.
