# Таблица всех проектов: ввод, копирование и вставка.

view-table = Таблица

sheet-name = Название
sheet-kind = Вид
sheet-owner = Ответственный
sheet-value = Ценность
sheet-phase = В плане
sheet-capex = Стоимость создания
sheet-opex = Содержание в год
sheet-staff = Человеко-месяцы
sheet-duration = Этапов работы
sheet-earliest = Не раньше
sheet-latest = Не позже
sheet-mandatory = Обязателен
sheet-yes = да
sheet-no = нет
sheet-left-out = не вошёл
sheet-of = { $field }: { $item }
sheet-range = от { $low } до { $high }

sheet-empty = Здесь всё, что известно о проектах, по строке на каждый: введите или вставьте из электронной таблицы
sheet-heading-hint = Щелчок: выделить столбец · двойной щелчок или Alt+стрелка вниз: упорядочить
sheet-cells = Ячеек: { $count }
sheet-sums = Ячеек: { $count } · чисел: { $numbers } · сумма { $sum } · среднее { $mean }
sheet-fill = { $count ->
    [one] Новое значение для { $count } ячейки
   *[other] Новое значение для { $count } ячеек
}
sheet-fill-name = Новое значение выделенных ячеек
sheet-fill-enter = Ввести
sheet-fill-hint = Значение для всех выделенных ячеек; +10 % или −10 % меняет каждое число на долю от него
sheet-copied = { $count ->
    [one] Скопирована { $count } ячейка
    [few] Скопировано { $count } ячейки
   *[other] Скопировано { $count } ячеек
}
sheet-some-refused = { $count ->
    [one] Осталась без изменения { $count } ячейка
    [few] Остались без изменения { $count } ячейки
   *[other] Осталось без изменения { $count } ячеек
}: { $why }

sheet-paste-title = Вставить эти ячейки?
sheet-paste-changing = { $count ->
    [one] Изменится { $count } ячейка
    [few] Изменятся { $count } ячейки
   *[other] Изменится { $count } ячеек
}
sheet-paste-same = { $count ->
    [one] { $count } уже такая
   *[other] { $count } уже такие
}
sheet-paste-refused = { $count ->
    [one] { $count } ввести нельзя
   *[other] { $count } ввести нельзя
}
sheet-paste-new = { $count ->
    [one] { $count } новый проект
    [few] { $count } новых проекта
   *[other] { $count } новых проектов
}
sheet-paste-accept = { $count ->
    [one] Изменить { $count } ячейку
    [few] Изменить { $count } ячейки
   *[other] Изменить { $count } ячеек
}
sheet-paste-nothing = Ничего не изменится: в ячейках это уже стоит
sheet-new-item = { $name } (новый)
sheet-column = Столбец
sheet-was = Было
sheet-becomes = Станет

sheet-refused-result = Это вычисляет программа; ввести ничего нельзя
sheet-refused-no-number = Это не число
sheet-refused-negative = Значение не может быть меньше 0
sheet-refused-not-whole = Нужно целое число от 1
sheet-refused-unknown = Нужно одно из: { $allowed }
sheet-refused-by-phase = Стоимость задана по этапам; измените её на странице «Решение» в разделе «Деньги»
sheet-refused-several-agencies = Людей дают несколько ведомств; измените это на странице «Решение» в разделе «Деньги»
sheet-refused-empty = Здесь не может быть пусто
sheet-refused-nothing-to-change = Здесь ещё нет числа, долю которого можно взять
sheet-refused-outside = Здесь нет ячейки; новой строке нужно название

edit-cell = { $what }
edit-cells = ячеек таблицы: { $what }
