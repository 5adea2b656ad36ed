# Окно: меню, виды, элементы.

unit-thousand = тыс.
unit-million = млн
unit-billion = млрд
unit-months = мес.
amount-months = { $months } чел.-мес.

severity-error = Ошибка
severity-warning = Предупреждение
severity-hint = Замечание

kind-service = Услуга
kind-register = Реестр
kind-infrastructure = Инфраструктура
kind-legal = Правовой акт
kind-process-review = Пересмотр процесса
kind-standard = Стандарт
kind-capacity = Кадры и обучение
kind-access = Доступ

source-stated = Указано
source-derived = Выведено
source-assumption = Допущение

menu-file = Файл
menu-edit = Правка
menu-view = Вид
menu-scenario = Сценарий
menu-help = Справка
menu-language = Язык
menu-recent = Последние файлы
menu-recent-empty = Пока нет

view-decide = Решение
view-dependencies = Зависимости
view-roadmap = Дорожная карта
view-problems = Замечания

command-new = Создать…
command-open = Открыть…
command-save = Сохранить
command-save-as = Сохранить как…
command-export = Выгрузить дорожную карту…
command-reload = Перечитать с диска
command-duplicate = Попробовать на копии
command-next-tab = Следующий сценарий
command-last-tab = Предыдущий сценарий
command-close-tab = Закрыть сценарий
command-quit = Выход
command-undo = Отменить
command-redo = Повторить
command-find = Найти
command-palette = Найти или выполнить команду
palette-nothing = Ничего не подходит
command-add-item = Добавить проект
command-delete-item = Удалить выбранный проект
command-prove-further = Доказывать дальше
command-show-frontier = Ценность против денег и людей
command-add-reviews = Добавить недостающие пересмотры процессов
menu-panes = Панели
command-toggle-weights = Показать или скрыть веса
command-toggle-inspector = Показать или скрыть сведения о проекте
command-toggle-roadmap = Показать или скрыть малую дорожную карту
command-toggle-graph-list = Показать или скрыть список у графа
command-move-weights = Веса на другую сторону
command-move-inspector = Сведения о проекте на другую сторону
command-move-roadmap = Малая дорожная карта сверху или снизу
command-move-graph-list = Список у графа на другую сторону
command-panes-back = Вернуть панели на место
command-light = Светлая тема
command-dark = Тёмная тема
command-follow-system = Как в системе
command-zoom-in = Крупнее
command-zoom-out = Мельче
command-zoom-reset = Обычный размер
command-shortcuts = Клавиши
command-about = О программе

document-no-file = Ещё не сохранён в файл
documents-close = Закрыть { $name }
documents-new = Новый сценарий…
new-item-name = Новый проект
nothing-selected = Сначала выберите проект
no-reviews-missing = Все пересмотры процессов на месте

dialog-path = Путь
dialog-browse = Обзор…
dialog-cancel = Отмена
dialog-close = Закрыть
dialog-new-title = Новый сценарий
template-frame = Пустая основа
template-frame-text = Четыре критерия со шкалами, три этапа и четыре проекта, которые можно заменить своими
template-eu20 = 20 базовых услуг ЕС
template-eu20-text = Двенадцать услуг для граждан и восемь для фирм с их регистрами и платформами в вымышленной стране на пять миллионов жителей
template-kazakhstan = Казахстан 2005–2010
template-kazakhstan-text = Программа электронного правительства по отчёту Всемирного банка: 62 проекта, шесть этапов
dialog-open-title = Открыть сценарий
dialog-open-recent = Последние файлы
dialog-open-accept = Открыть
dialog-save-title = Сохранить сценарий как
dialog-save-accept = Сохранить
dialog-export-title = Выгрузить дорожную карту
dialog-exported-title = Выгружено
export-form-pdf = Записка для решения и приложение, на печать
export-form-xlsx = Книга с живыми формулами
export-form-csv = Таблица
export-form-md = Текст с заголовками и таблицами
export-form-html = Страница, которая откроется везде
export-form-svg = Рисунок из линий и текста
export-form-png = Рисунок из точек
export-form-mmd = Диаграмма для Mermaid
export-form-dot = Граф для Graphviz
export-form-xml = Проект для MS Project
export-form-ics = Вехи для календаря
export-form-portfolio-json = Задача для других решателей
export-form-ron = Сам сценарий
export-form-json = Сценарий для скриптов
export-part = Часть
export-part-all = Всё
export-part-roadmap = Дорожная карта
export-part-graph = Зависимости
export-part-ranking = Рейтинг
export-part-robustness = Твёрдость порядка
export-part-note = Записка для решения
export-bom = Метка для Excel
export-bom-help = В начале файла стоит метка, по которой Excel узнаёт буквы
export-looking = Готовится просмотр…
export-look-bytes = Файл на { $size } КБ; откройте его, чтобы увидеть
export-look-pages = { $pages ->
    [one] { $pages } страница, файл на { $size } КБ; откройте его, чтобы увидеть
    [few] { $pages } страницы, файл на { $size } КБ; откройте его, чтобы увидеть
   *[other] { $pages } страниц, файл на { $size } КБ; откройте его, чтобы увидеть
}
export-paper = Бумага
export-sheet-of-a4 = A4
export-sheet-of-letter = Letter
export-copy = Скопировать текст
export-writing = Запись…
export-open-file = Открыть файл
export-open-folder = Открыть папку
dialog-export-accept = Выгрузить
dialog-unsaved-title = Несохранённые изменения
dialog-unsaved-text = В «{ $name }» есть несохранённые изменения.
dialog-unsaved-save = Сохранить
dialog-unsaved-discard = Уйти без сохранения
dialog-changed-title = Файл изменился на диске
dialog-changed-text = Кто-то изменил «{ $name }» после того, как вы его открыли. Ваши изменения целы.
dialog-changed-overwrite = Записать поверх
dialog-changed-reload = Взять чужую версию
dialog-changed-save-as = Сохранить как…
dialog-shortcuts-title = Клавиши
dialog-about-title = О программе
dialog-about-text = Phasewise { $version }. Помогает решить, какие электронные услуги страна строит сначала. Лицензия: MIT или Apache-2.0. Шрифт: Inter, SIL Open Font License.

said-opening = Открывается { $file }…
said-last-not-opened = { $file } открыть не удалось; это сценарий, поставляемый с Phasewise
said-saved = Сохранено в { $file }
said-exported = Выгружено в { $file }
said-id-taken = Это обозначение пустое или уже занято
said-already-proven = План уже оптимален, и это доказано: лучшего порядка нет
settings-not-stored = Настройки не удалось записать: { $why }
save-no-path = Выберите файл для сохранения.
save-changed = { $file } изменён кем-то другим. Сохраните под другим именем или запишите поверх.
save-ending = { $file } не оканчивается ни на .ron, ни на .json. Добавьте одно из этих окончаний.
save-failed = { $file } записать не удалось: { $why }. Выберите другую папку или освободите место; ничего не потеряно.
save-not-finite = Число в { $path } не конечно. Исправьте его и сохраните снова.

weights-title = Веса
weights-help = Вес говорит, сколько стоит размах шкалы от худшего к лучшему по сравнению с другими; самый сильный равен 100. Это не «важность» вообще.
weights-active = Действующие веса
weights-blend = Смесь всех
weights-reset = Вернуть
weights-scale = Сильнейший до 100
weights-scale-help = Растягивает все размахи так, чтобы сильнейший стал 100; веса от этого не меняются
weights-empty = Критериев пока нет. Для ранжирования нужен хотя бы один.
weights-influence = Влияние каждого набора в смеси
weights-influence-of = Влияние: { $name }
weights-swing-of = Размах: { $name }
weights-lock = Закрепить долю: { $name }
weights-unlock = Отпустить долю: { $name }
weights-solo = Что, если считать только { $name }
weights-solo-on = Что, если: считается только { $name }. Файл не меняется.
weights-solo-off = Закончить
weights-open-scale = Нажмите, чтобы увидеть шкалу
weights-distribution = Каждая черта — проект на этой шкале; выбранный выделен

ranking-title = Ранжирование
ranking-count = { $count ->
    [one] { $count } проект
    [few] { $count } проекта
   *[other] { $count } проектов
}
ranking-search = Поиск проектов
ranking-kind = Показать один вид
ranking-all-kinds = Все виды
ranking-owner = Показать одного владельца
ranking-all-owners = Все владельцы
ranking-scores = Столбец оценок
ranking-no-scores = Оценки: нет
ranking-empty = Проектов пока нет. Проекты — это услуги, реестры, платформы, законы и пересмотры, которые можно построить.
ranking-none-pass = Ни один проект не проходит отбор.
ranking-clear-filter = Снять отбор
ranking-missing = У этого проекта не хватает оценок
rank-up = Выше на { $by } с последнего шага
rank-down = Ниже на { $by } с последнего шага

column-rank = №
column-item = Проект
column-value = Ценность
column-contributions = Из чего складывается
column-phase = Этап
column-id = Обозначение
column-strongest = Сильнее всего
column-severity = Степень
column-place = Место
column-problem = Что не так и что делать
column-line = строка
column-owner = Владелец
column-capex = Стоимость

score-of = { $criterion }: { $item }
score-computed = Вычислено программой
score-clamped = За пределами шкалы: считается её концом
score-missing = Нет
score-value = Ценность на шкале, от 0 до 100
score-contribution = Баллы, которые он добавляет ценности проекта
cell-wrong = Это не число. Исправьте или нажмите Escape, чтобы оставить прежнее.

roadmap-title = Дорожная карта
roadmap-baseline = Базовый план: план другого сценария пунктиром
roadmap-no-baseline = Без базового плана
roadmap-baseline-is = Базовый план: { $name }
roadmap-links = Связи
roadmap-links-help = Показывает, чего ждёт выбранный проект и что ждёт его
roadmap-ghost = { $item }: здесь в базовом плане
roadmap-in-baseline = в базовом плане { $place }
roadmap-all-gauges = Ведомства и фонды
roadmap-left-out = Вне плана ({ $count })
roadmap-not-planned = вне плана
roadmap-no-phases = В сценарии нет этапов: его можно ранжировать, но не планировать. Добавьте этапы в файл.
roadmap-working = Составляется первый план…
roadmap-invalid = Ошибки в сценарии не дают его спланировать.
roadmap-show-problems = Показать замечания
roadmap-infeasible = Нет плана, который соблюдает всё обязательное:
lanes-by = Дорожки означают
lanes-goal = По целям
lanes-owner = По владельцам
lanes-kind = По видам
lane-rest = Прочее
lane-fold = Свернуть: { $name }
lane-unfold = Развернуть: { $name }
frontier-title = Ценность против денег и людей
frontier-budget = Деньги
frontier-staff = Люди
frontier-no-plan = Плана пока нет, менять нечего
frontier-no-limit = Ни в одном этапе это не ограничено, менять нечего
frontier-working = Планирование для меньшего и для большего…
frontier-progress = { $done } из { $of } точек
frontier-progress-exact = точно: { $done } из { $of } точек
frontier-stop = Остановить
frontier-legend = Линия: найденные планы. Штрихи: чего не превзойдёт ни один план (доказано). Передвиньте ручку мышью или стрелками и отпустите (или нажмите Enter), чтобы изменить все этапы.
frontier-handle-budget = Бюджеты всех этапов, в процентах от нынешних
frontier-handle-staff = Люди во всех этапах, в процентах от нынешних
frontier-at = При { $percent } ({ $amount }) лучший план стоит { $value } балла
frontier-at-unknown = При { $percent } ({ $amount }) план пока неизвестен
frontier-share = Доля
frontier-amount = Сколько
frontier-value = Ценность
frontier-bound = Не более
frontier-table = Таблицей
frontier-copy = Скопировать таблицу
gauge-capex = Деньги, { $unit }
gauge-opex = Содержание, { $unit }
gauge-staff = Люди, { $unit }
gauge-named = { $name }, { $unit }
gauge-full = исчерпано
gauge-over = сверх предела
gauge-buys = +{ $step }: { $points } балла
gauge-buys-about = +{ $step }: около { $points } балла
gauge-buys-short = +{ $step }: { $points }
gauge-buys-about-short = +{ $step }: ≈{ $points }
gauge-users = Кто расходует

inspector-empty = Выберите проект в ранжировании, на дорожной карте или в графе, чтобы увидеть, где он, почему и из чего складывается.
inspector-scores = Оценки
inspector-links = Связи
inspector-money = Деньги и люди
inspector-sources = Источники

field-name = Название
field-id = Обозначение
field-kind = Вид
field-owner = Владелец
field-nobody = Никто
field-mandatory = Обязателен
field-best = { $name }
field-low = { $name }, наименьшее
field-high = { $name }, наибольшее

why-starts = Начало: { $phase }
why-left-out = Вне плана
why-no-plan = Плана пока нет
why-value = Ценность { $value }, место { $rank } из { $of }
why-dominated = Ни в чём не лучше, чем { $item }
why-because = потому что
why-show = Показать: { $item }
pin-title = Закрепить за
pin-none = Не закреплён
pin-never = Никогда
pin-reason = Причина
pin-by = Решил
what-if-title = Что если
what-if-working = План считается заново: сколько стоило бы другое место…
what-if-more = Поиск продолжается…
pin-help = Перетащите или нажмите Alt со стрелкой, чтобы увидеть цену другого этапа
pin-preview = Закрепить, { $place }: { $price }
pin-preview-share = Закрепить, { $place }: { $share } ценности плана, { $price }
pin-preview-here = { $place }: он уже здесь
pin-preview-working = Закрепить, { $place }: цена считается…

links-needs = Нужно
links-needs-nothing = Ничего
links-remove = Убрать связь с { $item }
links-add = Добавить условие
links-add-hint = Введите название
links-any-of = Нужно одно из
links-unlocks = { $count ->
    [0] Ничего не открывает
    [one] Открывает { $count } проект
    [few] Открывает { $count } проекта
   *[other] Открывает { $count } проектов
}
links-reads = Читает реестры
links-keeps = Ведёт реестры
links-channels = Каналы
link-hard = Обязан быть раньше
link-soft = Лучше бы раньше
link-type-of = Вид связи с { $item }
link-lag = этапов между
link-lag-of = Этапов до { $item }
link-after = после его конца
channel-reach-only = только охват
channel-needs = требует
channel-need-of = Потребность канала { $channel }

money-title = Деньги, { $currency }
money-capex = Построить
money-capex-of-phase = Построить, этап работ { $number }
money-opex = Содержать, в год
money-staff = Человеко-месяцы
money-no-staff = Нет
money-staff-programme = Программа
time-title = Время
time-duration = Этапов работ
time-earliest = Не раньше
time-latest = Не позже
time-any = Любой

sources-none = Источники не указаны.
sources-scores = Оценки

problems-all = Все
problems-none = Замечаний нет. Сценарий можно ранжировать и планировать.
problems-more = … и ещё { $count }

status-planned = в плане { $planned } из { $items }
status-money = { $used } из { $available }
status-value = ценность { $value }
status-optimal = оптимум доказан: лучшего порядка нет
status-gap = никакой порядок не лучше более чем на { $gap } (доказано)
status-gap-improving = никакой порядок не лучше более чем на { $gap }, улучшается…
status-gap-rough = никакой порядок не лучше более чем на { $gap } (грубая граница)
status-gap-rough-improving = никакой порядок не лучше более чем на { $gap } (грубая граница), улучшается…
status-improving = План ещё улучшается
status-improving-share = План ещё улучшается: потрачено { $percent } усилий
status-time = { $time } мс
status-findings = { $count ->
    [one] { $count } замечание
    [few] { $count } замечания
   *[other] { $count } замечаний
}
status-no-phases = Этапов нет: есть ранги, нет плана
status-invalid = В сценарии есть ошибки: см. «Замечания»
status-working = Планирование…
status-infeasible = Нет плана, который соблюдает всё обязательное: см. дорожную карту

edit-active-weights = веса: { $what }
edit-weight = вес: { $what }
edit-influence = влияние: { $what }
edit-lock = закрепление: { $what }
edit-weights-reset = возврат весов: { $what }
edit-weights-scale = растяжение весов: { $what }
edit-score = оценка: { $what }
edit-name = название: { $what }
edit-id = обозначение { $what }
edit-kind = вид: { $what }
edit-owner = владелец: { $what }
edit-capex = стоимость: { $what }
edit-opex = содержание: { $what }
edit-co-funding = софинансирование: { $what }
edit-staff = люди: { $what }
edit-duration = длительность: { $what }
edit-window = сроки: { $what }
edit-budgets = бюджеты всех этапов: { $what }
edit-all-staff = люди во всех этапах: { $what }
edit-pin = закрепление за этапом: { $what }
edit-mandatory = обязательность: { $what }
edit-need = канал: { $what }
edit-link = связь: { $what }
edit-link-add = новая связь: { $what }
edit-link-remove = убрана связь: { $what }
edit-add-item = новый проект { $what }
edit-delete-item = удаление { $what }
edit-add-reviews = пересмотры процессов: { $what }

# What has begun, and what waits.
waiting-heading = Лист ожидания
command-show-waiting = Лист ожидания
waiting-working = Поиск того, что впустило бы каждый проект…
waiting-by-worth = По их ценности; каждая строка проверена повторным планированием
waiting-progress = Просмотрено: { $done } из { $of }
waiting-enters = Войдёт: { $what }
today-is = Сегодня: { $phase }
today-none = Сегодня: не указано
today-help = Текущий этап: начатое остаётся, остальное планируется отсюда
today-not-said = Не указано
today-as-planned = Считать запланированное до него начатым
today-mark = сегодня
progress-began = Начат в
progress-ends = Окончание
progress-ends-as-planned = как запланировано
progress-percent = Выполнено, процентов
edit-progress = ход работ: { $what }
edit-today = текущий этап
edit-progress-as-planned = ход работ по плану
command-copy-table = Скопировать как таблицу
said-nothing-to-copy = В этом виде нет таблицы для копирования.
said-copied = Строк в буфере обмена: { $count }.
command-copy-picture = Скопировать как картинку
said-no-picture = У этого вида нет картинки; она есть у рейтинга, зависимостей и дорожной карты.
said-drawing = Картинка рисуется…
said-picture-copied = Картинка { $width } × { $height } точек в буфере обмена.
