# Почему проект там, где он есть.

held-first-phase = он начинается в самом первом этапе
held-pin = его закрепили за этапом { $phase }
held-excluded = решено его не начинать
held-window = он не может начаться раньше этапа { $phase }
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
held-worth = его держит только план в целом: раньше он сам дал бы { $points } балла, а другие потеряли бы больше
held-worth-loses = сам по себе он приносит больше хлопот, чем пользы: { $points } балла

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
explain-loss = от { $least } до { $most } балла, { $pushes ->
    [0] ничего больше не сдвигает
    [one] сдвигает ещё { $pushes } проект
    [few] сдвигает ещё { $pushes } проекта
   *[other] сдвигает ещё { $pushes } проектов
}
explain-impossible = невозможно, или план не найден
explain-changes = Одно изменение, которое приблизило бы его
change-resource = ещё { $more } ({ $what }) в { $phase }: тогда начало в { $to }
change-gate = ещё { $more } ({ $what }): тогда начало в { $to }
change-lag = { $what } на этап раньше: тогда начало в { $to }
