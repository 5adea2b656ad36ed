# Импорт таблиц: что не так с файлом, для чего его столбцы, что он изменит.

problem-table-no-file = { $file } — не файл, а устройство или канал.
problem-table-no-file-remedy = Сохраните таблицу в файл и выберите его.
problem-table-too-large = { $file } занимает { $megabytes } МБ; таблица читается не больше { $limit } МБ.
problem-table-too-large-remedy = Сохраните только лист с услугами, без картинок.
problem-table-empty = { $file } пуст.
problem-table-empty-remedy = Выгрузите таблицу ещё раз или выберите другой файл.
problem-table-not-text = { $file } — не таблица и не текст.
problem-table-not-text-remedy = Выберите файл .xlsx, .xls, .ods, .csv или .tsv либо сохраните таблицу в одном из этих видов.
problem-table-other-kind = { $file } — { $kind ->
    [pdf] документ PDF
    [picture] изображение
    [archive] архив с другими файлами
    [html] веб-страница, что бы ни говорило расширение
    [xml] документ XML
    [json] документ JSON
    [scenario] сценарий Phasewise
    [word] текстовый документ
    [slides] презентация
    [numbers] документ Apple Numbers
    [xlsb] двоичная книга Excel (.xlsb)
    [old-excel] книга Excel старше 1997 года
   *[other] файл другого вида
    }, а не таблица, которую можно прочитать.
problem-table-other-kind-remedy = { $kind ->
    [archive] Распакуйте его и выберите таблицу из него.
    [scenario] Откройте его как сценарий.
   *[other] Откройте его там, где он сделан, и сохраните таблицу как .xlsx или .csv.
    }
problem-table-password = { $file } защищён паролем.
problem-table-password-remedy = Откройте его с паролем, сохраните без пароля и выберите этот файл.
problem-table-broken = { $file } испорчен: то, что он говорит о себе, не сходится.
problem-table-broken-remedy = Откройте его в табличной программе, сохраните как новый файл .xlsx и выберите его или запросите файл заново.
problem-table-unpacks-too-large = { $file } распаковывается больше чем в { $limit } МБ; таблице услуг столько не нужно.
problem-table-unpacks-too-large-remedy = Если вы знаете, кто его сделал, сохраните только лист с услугами.
problem-table-no-sheets = В { $file } нет листа с ячейками.
problem-table-no-sheets-remedy = Выберите файл с таблицей.
problem-table-no-such-sheet = В { $file } нет листа «{ $name }». Есть: { $known }.
problem-table-no-such-sheet-remedy = Выберите один из них.
problem-table-no-rows = В { $file } нет строк под заголовком.
problem-table-no-rows-remedy = Выберите файл или лист, где каждой услуге отведена строка.
problem-table-no-names = В { $file } нет столбца, похожего на названия или коды услуг. Столбцы: { $columns }.
problem-table-no-names-remedy = Укажите в файле соответствий, в каком столбце названия: field: "name".
problem-table-too-long = В { $file } заполнены ячейки до строки { $cell }; читается не больше { $limit } строк.
problem-table-too-long-remedy = Удалите то, что стоит далеко под таблицей, или разделите её.
problem-table-too-wide = В { $file } заполнена ячейка { $cell }; читается не больше { $limit } столбцов.
problem-table-too-wide-remedy = Удалите то, что стоит далеко справа от таблицы.
problem-table-too-many-cells = В { $file } между первой и последней заполненной ячейкой больше { $limit } ячеек.
problem-table-too-many-cells-remedy = Удалите то, что стоит далеко от таблицы, или сохраните только её лист.
problem-table-cell-too-long = В { $file } в ячейке { $cell } больше { $limit } букв: вероятно, кавычка не закрыта.
problem-table-cell-too-long-remedy = Посмотрите на эту ячейку в текстовом редакторе или сохраните таблицу как .xlsx.
problem-map-field-unknown = Столбец «{ $column }» должен заполнять «{ $field }», а такого поля нет.
problem-map-field-unknown-remedy = Напишите одно из: id, name, name.ru, description, kind, owner, owner.name, capex, opex_per_year, staff_months, duration, earliest_phase, latest_phase, mandatory, goals, requires, scores.КРИТЕРИЙ, channels.КАНАЛ, year, note; числа также с .low или .high.
problem-map-factor = Числа столбца «{ $column }» должны умножаться на { $factor }, а это не больше 0.
problem-map-factor-remedy = Напишите число больше 0, например 1000000, если в столбце миллионы.

import-field-id = Код
import-field-name = Название
import-field-name-in = Название ({ $language })
import-field-description = Описание
import-field-description-in = Описание ({ $language })
import-field-kind = Вид
import-field-owner = Владелец
import-field-owner-name = Название владельца
import-field-capex = Стоимость создания
import-field-opex = Годовые расходы на работу
import-field-staff = Человеко-месяцы
import-field-duration = Этапы работ
import-field-earliest = Начало не раньше
import-field-latest = Начало не позже
import-field-mandatory = Обязательно
import-field-goals = Цели
import-field-requires = Нужно до него
import-field-year = Год строки
import-field-note = Примечание
import-field-channel = Доля канала { $channel }
import-field-low = { $name }, наименьшее
import-field-high = { $name }, наибольшее
import-yes = да
import-no = нет

import-reason-told = Так указано
import-reason-own-name = Заголовок — имя поля
import-reason-title = Об этом говорит заголовок
import-reason-criterion = Заголовок — название критерия
import-reason-whole = Целое из { $parts } столбцов, которые в сумме его дают
import-reason-part = Часть; части складываются
import-reason-part-of = Не используется: часть столбца «{ $column }»
import-reason-latest-year = Последний из нескольких лет
import-reason-lesser = Не используется: взят «{ $column }»
import-reason-only-numbers = Единственные числа в таблице
import-reason-looks-like-names = Больше всего похож на названия
import-reason-counter = Не используется: только нумерует строки
import-reason-unknown = Не используется: ничего знакомого
import-reason-not-in-file = Не используется: в соответствиях его нет

import-skip-blank = В ней ничего нет
import-skip-total = Она складывает другие строки
import-skip-numbering = Она нумерует столбцы
import-skip-header = Она повторяет заголовок
import-skip-heading = Это подзаголовок над строками
import-skip-note = Это примечание под таблицей
import-skip-no-name = В ней нет ни названия, ни кода
import-skip-earlier-year = В строке { $row } та же услуга за более поздний год
import-skip-repeats = В строке { $row } то же самое
import-skip-same-id = В строке { $row } тот же код { $id }, но другие значения

import-doubt-not-a-number = { $place }: «{ $text }» — не число; не взято.
import-doubt-cell-error = { $place }: таблица показывает ошибку { $text }; не взято.
import-doubt-negative = { $place }: { $number } меньше 0; не взято.
import-doubt-not-understood = { $place }: «{ $text }» не подходит для поля «{ $field }»; не взято.
import-doubt-range-order = { $place }: наименьшее, лучшее и наибольшее значения стоят не по порядку; диапазон не взят.
import-doubt-out-of-line = { $place }: { $number } далеко от остальных, у которых около { $usual }. Верна ли единица?
import-doubt-far = { $place }: { $field } изменится с { $was } на { $becomes }, разница в сто раз. Верна ли единица? Пока вы не примете, останется как было.
import-doubt-near-name = Название почти как у «{ $name }» ({ $item }), которого в таблице иначе нет. Пока вы не примете, не добавляется.
import-doubt-same-name = В строке { $row } то же название, но другие значения; взяты обе.
import-doubt-breaks = С этой строкой сценарием нельзя было бы пользоваться: { $why }

import-column-lacking = В соответствиях есть столбец «{ $column }», а в таблице его нет.
import-line-column = { $column } → { $field }
import-line-skipped = Строка { $row } ничего не даёт. { $why }
import-line-suspicious = Строка { $row } подозрительна. { $why }
import-line-more = … и ещё { $count }.
import-line-missing = { $count ->
    [one] { $count } позиции сценария нет в таблице; она остаётся.
    [few] { $count } позиций сценария нет в таблице; они остаются.
   *[other] { $count } позиций сценария нет в таблице; они остаются.
}
import-line-map = Столбцы по файлу { $file }.
import-done = { $file }: добавлено { $added }, изменено { $changed }, без изменений { $unchanged }; пропущено строк: { $skipped }.
import-dry-run = Ничего не изменено. В { $file } было бы добавлено { $added }, изменено { $changed }, без изменений { $unchanged }; пропущено строк: { $skipped }.
edit-import = импорт { $what }

view-import = Импорт
command-import = Импортировать таблицу…
dialog-import-title = Загрузить таблицу
dialog-import-text = Электронная таблица или текст со столбцами (.xlsx, .xls, .ods, .csv, .tsv) в любом виде. Ничего не изменится, пока вы не увидите, что изменилось бы.
dialog-import-accept = Посмотреть
dialog-new-table = Из электронной таблицы…
dialog-new-table-text = Услуги из таблицы любого вида как кандидаты нового сценария.
import-nothing = Сейчас ничего не загружается. Выберите таблицу, где на каждую услугу одна строка, или перетащите её на окно.
import-reading = Чтение таблицы…
import-comparing = Сравнение…
import-other-file = Выбрать другой файл…
import-heading = Импорт { $file }
import-accept = { $count ->
    [one] Принять { $count } проект
    [few] Принять { $count } проекта
   *[many] Принять { $count } проектов
}
import-destination = Куда
import-into-present = { $name }
import-into-new = Новый сценарий
import-sheet = Лист
import-as-in = Столбцы как в { $file }
import-keep-map = Сохранить соответствие в { $file }
import-keep-map-help = Тогда таблица следующего года с этими столбцами разберётся сразу.
import-no-names = Ни один столбец не используется как название или код, поэтому принять ничего нельзя. Укажите столбец с названиями: { $columns }
import-went-out = Эта книга уходила в министерство. О чём оно спрошено, известно, поэтому ответы можно принять, не указывая, что в каком столбце.
import-collect = Собрать её ответы
import-columns = Используется столбцов: { $used } из { $all }
import-column-theirs = Столбец таблицы
import-column-ours = Заполняет
import-column-times = Умножить
import-owner-from-headings = Заголовки над строками называют владельца
import-field-of = Что заполняет { $column }
import-times-of = На что умножаются числа столбца { $column }
import-not-used = Не используется
import-new-criterion = Новый критерий: { $name }
import-fill-down = Пустая ячейка означает то, что стоит над ней
import-shown-all = Все { $count }
import-shown-new = Новые { $count }
import-shown-changed = Изменённые { $count }
import-shown-unchanged = Без изменений { $count }
import-shown-suspicious = Сомнительные { $count }
import-shown-missing = Отсутствуют { $count }
import-shown-skipped = Пропущены { $count }
import-take-sound = Всё надёжное
import-take-sound-help = Принимает всё, кроме того, что должен подтвердить человек.
import-take-all = Всё
import-take-all-help = Принимает и сомнительное.
import-take-none = Ничего
import-take-none-help = Не принимает ничего, чтобы выбрать по одному.
import-row = Строка
import-what = Что изменится
import-taken = Принимается: новых { $new }, изменённых { $changed }, удаляемых { $removed }
import-take-row = Принять { $name }
import-remove-item = Удалить { $name }
import-state-new = новая
import-state-changed = изменена
import-state-unchanged = Ничего не меняется
import-missing-stays = В таблице нет; остаётся
import-missing-goes = В таблице нет; удаляется
import-row-title = Строка { $row }: { $name }
said-imported = { $file }: добавлено { $new }, изменено { $changed }, удалено { $removed }. Всё это отменяется одним шагом.
