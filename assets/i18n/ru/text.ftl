# Что не так в тексте файла сценария и что с этим делать.
# Аргументы каждого сообщения — те же, что у проблемы с этим кодом.

problem-empty = Файл пуст.
problem-empty-remedy = Впишите хотя бы schema, title, criteria и items или начните с «phasewise new».

problem-too-large = В файле { $bytes } байт, а читается не больше { $limit }.
problem-too-large-remedy = Проверьте, что это файл сценария; если да, разделите его или уберите ненужное.

problem-not-utf8 = Файл — не текст в UTF-8{ $kind ->
    [utf-16] : это UTF-16
   *[other] : байт { $byte } по смещению { $offset } не образует символа
    }.
problem-not-utf8-remedy = Сохраните его заново в кодировке UTF-8.

problem-nul = По смещению { $offset } в файле стоит нулевой байт, значит, это не текст.
problem-nul-remedy = Проверьте, что это файл сценария и что он не повреждён прерванным сохранением.

problem-too-deep = Скобки вложены глубже { $limit } уровней.
problem-too-deep-remedy = Проверьте скобки перед этим местом: такая глубина не нужна ни одному сценарию.
problem-too-long = Здесь в одном списке или группе больше { $limit } элементов.
problem-too-long-remedy = Проверьте, что это файл сценария, или разделите программу.
problem-too-many-values = В файле больше { $limit } значений.
problem-too-many-values-remedy = Проверьте, что это файл сценария, или разделите программу.

problem-duplicate-field = Поле «{ $field }» стоит здесь второй раз; первое — в строке { $first_line }, столбце { $first_column }.
problem-duplicate-field-remedy = Удалите одно из двух.

problem-duplicate-alias = Поле «{ $field }» задано дважды, под двумя именами.
problem-duplicate-alias-remedy = Удалите одно из двух.

problem-syntax-expected-value = Здесь ожидается значение, но { $found ->
    [eof] файл заканчивается
   *[other] стоит «{ $found }»
    }.
problem-syntax-expected-value-remedy = Впишите число, текст в двойных кавычках, true или false либо список, таблицу или группу в скобках.

problem-syntax-expected-name = Здесь ожидается имя поля, но { $found ->
    [eof] файл заканчивается
   *[other] стоит «{ $found }»
    }.
problem-syntax-expected-name-remedy = Впишите имя, двоеточие и значение. Если здесь стоит число, учтите, что дробная часть отделяется точкой, а не запятой: 3.5.

problem-syntax-expected-colon = После имени «{ $name }» ожидается двоеточие, но { $found ->
    [eof] файл заканчивается
   *[other] стоит «{ $found }»
    }.
problem-syntax-expected-colon-remedy = Поставьте двоеточие между именем и его значением.

problem-syntax-equals = Между именем «{ $name }» и его значением стоит «=».
problem-syntax-equals-remedy = Поставьте вместо него двоеточие.

problem-syntax-missing-comma = Перед «{ $found }» не хватает запятой.
problem-syntax-missing-comma-remedy = Поставьте запятую между элементами или полями. Числа пишутся без пробелов, например 20000.

problem-syntax-extra-comma = Здесь стоит запятая, перед которой ничего нет.
problem-syntax-extra-comma-remedy = Уберите её или впишите недостающее значение перед ней.

problem-syntax-trailing-comma = В JSON перед закрывающей скобкой запятая не допускается.
problem-syntax-trailing-comma-remedy = Уберите запятую.

problem-syntax-unclosed = Скобка «{ $open }», открытая здесь, нигде не закрыта.
problem-syntax-unclosed-remedy = Поставьте закрывающую скобку «{ $close }» там, где ей место.

problem-syntax-mismatch = Здесь стоит «{ $found }», но сначала скобку «{ $open }» из строки { $open_line }, столбца { $open_column } нужно закрыть знаком «{ $expected }».
problem-syntax-mismatch-remedy = Приведите скобки в соответствие.

problem-syntax-after-end = Сценарий закончился, но дальше стоит «{ $found }».
problem-syntax-after-end-remedy = Заключите всё в одну пару скобок и удалите то, что стоит после неё.

problem-syntax-unclosed-text = У текста, который начинается здесь, нет закрывающей кавычки.
problem-syntax-unclosed-text-remedy = Закройте его двойной кавычкой; двойная кавычка внутри текста пишется как \".

problem-syntax-unclosed-comment = Комментарий, который начинается здесь, нигде не закрыт.
problem-syntax-unclosed-comment-remedy = Закройте его знаками */.

problem-syntax-escape = «{ $found }» — не та последовательность, которая возможна в тексте.
problem-syntax-escape-remedy = Пишите \\ для обратной косой черты, \" для кавычки, \n для новой строки.

problem-syntax-control = Управляющий символ { $found } не может стоять в тексте JSON как есть.
problem-syntax-control-remedy = Запишите его последовательностью: \n для новой строки, \t для табуляции.

problem-syntax-number = «{ $found }» — не число.
problem-syntax-number-remedy = Пишите цифры с десятичной точкой и без единиц, например 3.5, 20000 или 1e6. Даты и версии заключайте в двойные кавычки.

problem-syntax-quote = Здесь стоит кавычка { $found }, которая не обрамляет никакого текста.
problem-syntax-quote-remedy = Используйте прямые двойные кавычки: "…".

problem-syntax-word = В JSON слово «{ $found }» должно стоять в двойных кавычках.
problem-syntax-word-remedy = Пишите "{ $found }"; без кавычек стоят только true, false и null.

problem-syntax-hyphen = Имя «{ $found }» содержит дефис и стоит без кавычек.
problem-syntax-hyphen-remedy = Пишите "{ $found }".

problem-syntax-hash = Комментарии не начинаются с #.
problem-syntax-hash-remedy = Начните комментарий с //.

problem-syntax-header = Строка расширений, которая начинается здесь, не закончена.
problem-syntax-header-remedy = Запишите её как #![enable(implicit_some)] или уберите: она не нужна.

problem-syntax-comment = В JSON не бывает комментариев.
problem-syntax-comment-remedy = Удалите его или храните сценарий в файле .ron, где комментарии возможны.

problem-syntax-space = Здесь стоит символ { $found }, похожий на пробел, но не пробел.
problem-syntax-space-remedy = Замените его пробелом.

problem-syntax-byte-text = Текст из байтов, b"…", в сценарии ни к чему.
problem-syntax-byte-text-remedy = Уберите b.


problem-syntax-stopped = После { $shown } проблем такого рода остаток файла не просматривался.
problem-syntax-stopped-remedy = Сначала исправьте их, затем проверьте снова.

problem-too-many = Найдено больше { $shown } проблем; остальные не показаны.
problem-too-many-remedy = Сначала исправьте эти, затем проверьте снова.

problem-unknown-field = Поля «{ $found }» здесь нет. { $near ->
    [yes] Возможно, имелось в виду «{ $nearest }».
   *[no] Ничего с похожим именем здесь нет.
    }
problem-unknown-field-remedy = { $known ->
    [yes] Здесь возможны поля: { $allowed }.
   *[no] Удалите поле или исправьте его имя.
    }

problem-missing-field = Здесь не хватает поля «{ $field }».
problem-missing-field-remedy = Добавьте «{ $field }».

problem-wrong-type = Здесь { $found ->
    [nothing] ничего не задано
    [yes-no] стоит { $value }
    [number] стоит число { $value }
    [text] стоит текст "{ $value }"
    [word] стоит слово { $value } без кавычек
    [list] стоит список
    [map] стоит таблица
    [group] стоит группа полей
    [choice] стоит { $value }(…)
    [part] внутри стоит нечто другого типа: { $value }
   *[other] стоит нечто другое
    }, а { $expected ->
    [yes-no] нужно true или false.
    [number] нужно число.
    [whole-number] нужно целое число.
    [text] нужен текст в двойных кавычках.
    [character] нужен один символ.
    [list] нужен список.
    [group] нужна группа полей.
    [map] нужна таблица имён и значений.
    [choice] нужен один из вариантов.
    [nothing] ничего не нужно.
   *[other] нужно: { $expectation }.
    }
problem-wrong-type-remedy = { $expected ->
    [yes-no] Впишите true или false.
    [number] Впишите число без кавычек, например 3.5.
    [whole-number] Впишите число без дробной части, например 3.
    [text] Запишите как "…".
    [character] Запишите как "a".
    [list] Заключите в квадратные скобки, даже если элемент один: […].
    [group] Запишите поля в скобках, каждое со своим именем. { $known ->
        [yes] Поля: { $allowed }.
       *[no] { "" }
    }
    [map] Запишите в скобках пары из имени и значения.
    [choice] Впишите одно из: { $allowed }.
    [nothing] Уберите значение.
   *[other] Нужно вписать: { $expectation }.
    }

problem-wrong-name = Перед скобкой стоит имя «{ $found }», а здесь место для «{ $expected }».
problem-wrong-name-remedy = Уберите имя перед скобкой.

problem-unknown-variant = «{ $found }» нет среди вариантов. { $near ->
    [yes] Возможно, имелось в виду «{ $nearest }».
   *[no] Ничего с похожим именем здесь нет.
    }
problem-unknown-variant-remedy = { $known ->
    [yes] Варианты: { $allowed }.
   *[no] Выбирать здесь не из чего.
    }

problem-one-variant = Вариантов здесь { $count }, а нужен ровно один.
problem-one-variant-remedy = Оставьте один из: { $allowed }.

problem-variant-content = Вариант «{ $variant }» стоит без своего содержимого.
problem-variant-content-remedy = Впишите то, что к нему относится, в скобках после его имени.

problem-variant-bare = У варианта «{ $variant }» не бывает содержимого.
problem-variant-bare-remedy = Впишите только его имя.

problem-wrong-length = Элементов здесь { $found }, а нужно: { $expectation }.
problem-wrong-length-remedy = Добавьте или уберите элементы, чтобы число сошлось.

problem-not-finite = Здесь стоит { $found } — это не конечное число.
problem-not-finite-remedy = Впишите число; если ничего не известно, уберите поле.

problem-out-of-range = { $found } вне пределов: возможно от { $least } до { $most }.
problem-out-of-range-remedy = Впишите целое число в этих пределах.

problem-invalid-value = Значение { $value } не подходит; нужно: { $expectation }.
problem-invalid-value-remedy = Впишите: { $expectation }.

problem-no-form = То, что здесь стоит, не похоже ни на одну из допустимых записей.
problem-no-form-remedy = Сравните с примером, скажем, со сценарием, который создаёт «phasewise new».

problem-custom = { $message }
problem-custom-remedy = Исправьте то, что здесь стоит.
