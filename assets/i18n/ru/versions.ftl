# Версии сценария: слияние и сравнение.

merge-done = { $count ->
    [0] Слито: из THEIRS брать было нечего.
    [one] Слито: из THEIRS взято { $count } изменение.
    [few] Слито: из THEIRS взято { $count } изменения.
   *[other] Слито: из THEIRS взято { $count } изменений.
}
merge-conflicts-left = { $count ->
    [one] Остался { $count } конфликт. В этом месте в файле стоит то, что было в MINE.
    [few] Осталось { $count } конфликта. В этих местах в файле стоит то, что было в MINE.
   *[other] Осталось { $count } конфликтов. В этих местах в файле стоит то, что было в MINE.
}
merge-changed-by-both = { $path }: было { $base }, в MINE стоит { $mine }, в THEIRS — { $theirs }.
merge-added-by-both = { $path }: добавлено обоими, в MINE — { $mine }, в THEIRS — { $theirs }.
merge-removed-by-mine = { $path }: в MINE удалено, в THEIRS изменено на { $theirs }.
merge-removed-by-theirs = { $path }: в MINE изменено на { $mine }, в THEIRS удалено.
merge-only-in-mine = { $path }: есть только в MINE: { $mine }; что было вначале, неизвестно.
merge-only-in-theirs = { $path }: есть только в THEIRS: { $theirs }; что было вначале, неизвестно.
merge-breaks-changed = { $path }: изменение из THEIRS не сочетается с MINE и поэтому не взято. { $place }: { $message }
merge-breaks-added = { $path }: добавленное в THEIRS не сочетается с MINE и поэтому не взято. { $place }: { $message }
merge-breaks-removed = { $path }: в THEIRS удалено, но это не сочетается с MINE, поэтому оставлено. { $place }: { $message }

compare-a = A: { $title } ({ $file })
compare-b = B: { $title } ({ $file })
compare-words = Слова, которые различаются
compare-inputs = Разные данные
compare-inputs-none = Данные, от которых зависят места и план, одинаковы
compare-ranks = Разные места
compare-ranks-none = Все места одинаковы
compare-totals = За все этапы
compare-bound = Не превысит ни один план
compare-planned = Проектов в плане
compare-proof = План B против плана A, в баллах: { $points }. A: { $a }. B: { $b }.
compare-causes-none = Ни одно из этих данных не меняет план и его ценность
compare-no-phases = В { $file } нет этапов, поэтому он ранжирован, но не спланирован.
compare-no-plan = Для { $file } нет плана, который соблюдает всё обязательное; почему — скажет «phasewise plan». С ним планы не сравнивались.

compare-own = { $name } (впереди)
compare-empty = Для сравнения нужны два открытых сценария. Попробуйте что-то на копии этого или откройте другой файл.
compare-none-chosen = Выберите хотя бы один сценарий для сравнения
compare-with = { $name } в сравнении с
compare-page-items = Проекты
compare-page-ranks = Места
compare-page-totals = Итоги
compare-pair = От { $other } к { $own }
compare-side-inputs = Различия в исходных данных
compare-moved = { $count } из { $of } проектов начинаются в другое время или есть лишь в одном сценарии
compare-all-items = Показать все проекты
compare-same-plan = Все проекты начинаются в одном и том же этапе
compare-not-there = нет в нём
compare-rank = место { $rank }
compare-value = Ценность плана
compare-points = Баллы: { $points }
compare-proven = Доказательство
compare-started = Запланировано
compare-at-limit = Предел достигнут
compare-used-of = { $used } из { $limit }
compare-looking = Поиск различий…
compare-failed = Сравнить нельзя: число не конечно в { $place }.
compare-no-inputs = Содержание одинаково
compare-inputs-count = Исходных данных, от которых зависит план: { $count }; различий в словах и источниках: { $words }
compare-copy-help = «Перенять» копирует значение другого сценария в тот, что впереди; шаг можно отменить.
compare-copy = Перенять
compare-copy-what = Перенять из другого: { $what }
compare-copy-gone = Перенять нельзя: того, частью чего это является, в этом сценарии нет. Сначала переймите его.
compare-copy-breaks = Отдельно перенять нельзя: { $why }
compare-ranks-moved = { $count ->
    [one] Другое место у { $count } проекта
   *[other] Другое место у { $count } проектов
}

view-library = Библиотека
command-show-library = Библиотека папки
library-folder = Папка
library-look = Показать
library-above = Папка выше
library-recent = Недавние:
library-no-folder = Укажите папку: каждый сценарий в ней показан с маленькой картинкой дорожной карты
library-looking = Папка просматривается…
library-empty = В этой папке нет сценариев. Файлы сценариев оканчиваются на .ron или .json.
library-trouble = Папку не удалось прочитать ({ $why }). Проверьте название или выберите другую.
library-broken = Не читается
library-facts = { $items ->
    [one] { $items } проект
    [few] { $items } проекта
   *[other] { $items } проектов
} · { $phases ->
    [0] без этапов
    [one] { $phases } этап
    [few] { $phases } этапа
   *[other] { $phases } этапов
}
library-left-out = { $count ->
    [one] Ещё { $count } файл не показан: их в этой папке слишком много
    [few] Ещё { $count } файла не показаны: их в этой папке слишком много
   *[other] Ещё { $count } файлов не показано: их в этой папке слишком много
}
