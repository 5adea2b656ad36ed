# История шагов и работа, которой нет в файле

view-history = История
view-compare = Сравнение
history-hint = Всё, что здесь сделано, новое сверху. Нажмите на шаг, чтобы вернуться к нему или снова пойти вперёд: просмотр ничего не теряет.
history-empty = Шагов пока нет. Всё, что вы измените, появится здесь и останется после закрытия программы.
history-beginning = Как было вначале
history-here = Вы здесь
history-saved = Сохранено
history-taken-back = Отменено
history-go = Перейти: { $step }
history-go-hint = Перейти к состоянию после этого шага
history-reason-of = Причина: { $step }
history-log = В журнал
history-log-step = В журнал решений: { $step }
history-log-hint = Записывает этот шаг и его причину в журнал решений сценария
column-state = Состояние
column-when = Когда
column-step = Шаг
column-reason = Причина
edit-decision = журнал решений: { $what }

command-recover = Восстановить несохранённое…
said-nothing-to-recover = Несохранённой работы нет
said-recovered = Несохранённая работа восстановлена; сохраните её, чтобы она осталась в файле
status-journal = ⚠ Изменения не записываются на случай сбоя ({ $why }); сохраняйте чаще
dialog-recover-title = Несохранённая работа
dialog-recover-text = Этой работы нет ни в одном файле: программа завершилась раньше сохранения, или её оставили без сохранения.
dialog-recover-accept = Вернуть
dialog-recover-accept-of = Вернуть { $name }
dialog-recover-later = Позже
dialog-recover-forget = Удалить навсегда
dialog-recover-forget-of = Удалить { $name } навсегда
recover-not-deleted = Удалить не удалось: её открыл другой Phasewise, или папка доступна только для чтения
recover-steps = { $count ->
    [one] { $count } изменение
    [few] { $count } изменения
   *[other] { $count } изменений
}
recover-last = Не сохранено: { $count ->
    [one] { $count } изменение
    [few] { $count } изменения
   *[other] { $count } изменений
}. Последнее, { $when }: { $what }
recover-left = Оставлено без сохранения: { $count ->
    [one] { $count } изменение
    [few] { $count } изменения
   *[other] { $count } изменений
}. Последнее, { $when }: { $what }

status-changed-on-disk = Файл на диске изменился
command-look-at-disk = Сравнить с файлом на диске
said-same-on-disk = Файл на диске такой же, каким вы его открыли или сохранили
said-merged = { $count ->
    [0] Объединено; нового у них не было
    [one] Объединено: принято { $count } их изменение; сохраните, чтобы записать его в файл
    [few] Объединено: принято { $count } их изменения; сохраните, чтобы записать их в файл
   *[other] Объединено: принято { $count } их изменений; сохраните, чтобы записать их в файл
}
edit-merge = объединение с { $what } на диске
edit-copy-difference = перенять { $what }
dialog-changed-merge = Объединить
disk-reading = Читаю их версию…
disk-unreadable = Их версию прочитать не удалось. { $why }
disk-their-changes = Что изменили они
disk-words-only = Ни чисел, ни связей, ни пределов: разве что названия, примечания и источники
disk-more = и ещё { $count }
disk-conflicts = Изменено с обеих сторон: выберите
disk-keep-mine = Оставить моё
disk-take-theirs = Взять их
disk-keep-mine-at = Оставить моё: { $place }
disk-take-theirs-at = Взять их: { $place }

history-page-steps = Шаги
history-page-decisions = Решения
command-show-decisions = Журнал решений
decisions-hint = Что решили люди, когда и почему. Записано в файле сценария и попадает в отчёты.
decisions-empty = Решений ещё нет. Запишите решение здесь или перенесите шаг с причиной со страницы «Шаги».
decisions-add = Записать решение
decisions-new = Новое решение
decisions-cell = { $field } решения { $number }
decisions-delete = Удалить решение: { $what }
column-who = Кто
column-what = Что
column-items = Проекты
edit-delete-decision = удалено решение: { $what }
found-criterion = Критерий
found-agency = Ведомство
found-decision = Решение
found-problem = Замечание
found-scenario = Открытый сценарий
found-file = Недавний файл
