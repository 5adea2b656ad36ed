# Граф зависимостей.

graph-fit = Вписать
graph-empty = Проектов пока нет, и зависеть нечему.
graph-select = Выберите проект, чтобы увидеть, что должно быть до него и что он открывает.
graph-before = { $count ->
    [0] До него ничего не нужно
    [one] До него нужен { $count } проект: { $money }
    [few] До него нужны { $count } проекта: { $money }
   *[other] До него нужно { $count } проектов: { $money }
}
graph-one-of = Одно из этого, для «{ $item }»:
graph-unlocks = { $count ->
    [0] Он ничего не открывает
    [one] Он открывает { $count } проект: { $money }
    [few] Он открывает { $count } проекта: { $money }
   *[other] Он открывает { $count } проектов: { $money }
}
graph-columns = Что означают столбцы
graph-by-depth = По зависимостям
graph-by-phase = По этапам
graph-no-lanes = Без дорожек
lanes-phase = По этапам
graph-critical = Критическая цепь
graph-critical-help = Показывает цепь предпосылок, от которой зависит конец программы
graph-only-near = Только его связи
graph-only-near-help = Скрывает всё, что не связано с выбранным проектом
graph-redraw = Начертить заново
graph-redraw-help = Располагает всё заново, а не рядом с тем, что на экране
graph-working = Граф чертится…
graph-map = Карта всего графа
graph-page-selected = Выбранный
graph-page-all = Все проекты
graph-chain-one = Последний проект держит не связь, а деньги, люди, срок или инфраструктура. Выберите его, чтобы узнать, почему он начинается тогда.
graph-chain = { $count ->
    [one] Критическая цепь: { $count } проект
    [few] Критическая цепь: { $count } проекта
   *[other] Критическая цепь: { $count } проектов
}
graph-folded = свёрнуто
graph-details = место { $rank } · { $money }
graph-handle = Провести связь от { $item }
graph-handle-help = Перетащите на то, чему это нужно
graph-link-from = Связать с тем, чему это нужно…
graph-choose = Выберите в графе проект, которому это нужно, или нажмите Escape.
graph-link-title = Новая связь
graph-link-hard = { $to } не может начаться раньше, чем { $from }.
graph-link-soft = { $to } лучше начать после { $from }; иначе план за это платит.
graph-link-lag = Этапов между ними
graph-link-reason = Причина
graph-link-add = Добавить связь
graph-link-known = { $to } уже требует { $from }
graph-link-refused = { $to } не может требовать { $from }: тот уже прямо или косвенно требует его, и оба ждали бы друг друга: { $way }.
graph-link-as-soft = Добавить как желательный порядок…
