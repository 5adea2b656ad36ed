# Сценарий файлының мәтінінде не қате және не істеу керек.
# Әр хабардың аргументтері — осы коды бар мәселенің аргументтері.

problem-empty = Файл бос.
problem-empty-remedy = Кемінде schema, title, criteria және items жазыңыз немесе «phasewise new» пәрменінен бастаңыз.

problem-too-large = Файлда { $bytes } байт бар, ал ең көбі { $limit } байт оқылады.
problem-too-large-remedy = Бұл сценарий файлы екенін тексеріңіз; солай болса, оны бөліңіз немесе керексізін алып тастаңыз.

problem-not-utf8 = Файл UTF-8 мәтіні емес{ $kind ->
    [utf-16] : бұл UTF-16
   *[other] : { $offset } ығысуындағы { $byte } байты таңба құрамайды
    }.
problem-not-utf8-remedy = Оны UTF-8 кодтауында қайта сақтаңыз.

problem-nul = Файлдың { $offset } ығысуында нөлдік байт тұр, демек, бұл мәтін емес.
problem-nul-remedy = Бұл сценарий файлы екенін және үзілген сақтаудан бүлінбегенін тексеріңіз.

problem-too-deep = Жақшалар { $limit } деңгейден тереңірек салынған.
problem-too-deep-remedy = Осы жердің алдындағы жақшаларды тексеріңіз: мұндай тереңдік ешбір сценарийге керек емес.
problem-too-long = Мұнда бір тізімде немесе топта { $limit } элементтен көп.
problem-too-long-remedy = Бұл сценарий файлы екенін тексеріңіз немесе бағдарламаны бөліңіз.
problem-too-many-values = Файлда { $limit } мәннен көп.
problem-too-many-values-remedy = Бұл сценарий файлы екенін тексеріңіз немесе бағдарламаны бөліңіз.

problem-duplicate-field = «{ $field }» өрісі мұнда екінші рет тұр; біріншісі { $first_line }-жолдың { $first_column }-бағанында.
problem-duplicate-field-remedy = Екеуінің бірін жойыңыз.

problem-duplicate-alias = «{ $field }» өрісі екі атпен екі рет берілген.
problem-duplicate-alias-remedy = Екеуінің бірін жойыңыз.

problem-syntax-expected-value = Мұнда мән күтіледі, бірақ { $found ->
    [eof] файл аяқталады
   *[other] «{ $found }» тұр
    }.
problem-syntax-expected-value-remedy = Сан, қос тырнақшадағы мәтін, true немесе false, не жақшадағы тізім, кесте немесе топ жазыңыз.

problem-syntax-expected-name = Мұнда өріс аты күтіледі, бірақ { $found ->
    [eof] файл аяқталады
   *[other] «{ $found }» тұр
    }.
problem-syntax-expected-name-remedy = Ат, қос нүкте және мән жазыңыз. Мұнда сан тұрса, бөлшек бөлігі үтірмен емес, нүктемен бөлінетінін ескеріңіз: 3.5.

problem-syntax-expected-colon = «{ $name }» атынан кейін қос нүкте күтіледі, бірақ { $found ->
    [eof] файл аяқталады
   *[other] «{ $found }» тұр
    }.
problem-syntax-expected-colon-remedy = Ат пен оның мәнінің арасына қос нүкте қойыңыз.

problem-syntax-equals = «{ $name }» аты мен оның мәнінің арасында «=» тұр.
problem-syntax-equals-remedy = Оның орнына қос нүкте қойыңыз.

problem-syntax-missing-comma = «{ $found }» алдында үтір жетіспейді.
problem-syntax-missing-comma-remedy = Элементтер немесе өрістер арасына үтір қойыңыз. Сандар бос орынсыз жазылады, мысалы 20000.

problem-syntax-extra-comma = Мұнда алдында ештеңе жоқ үтір тұр.
problem-syntax-extra-comma-remedy = Оны алып тастаңыз немесе алдына жетіспейтін мәнді жазыңыз.

problem-syntax-trailing-comma = JSON-да жабатын жақшаның алдында үтір болмайды.
problem-syntax-trailing-comma-remedy = Үтірді алып тастаңыз.

problem-syntax-unclosed = Осы жерде ашылған «{ $open }» жақшасы еш жерде жабылмаған.
problem-syntax-unclosed-remedy = Жабатын «{ $close }» жақшасын өз орнына қойыңыз.

problem-syntax-mismatch = Мұнда «{ $found }» тұр, бірақ алдымен { $open_line }-жолдың { $open_column }-бағанындағы «{ $open }» жақшасын «{ $expected }» белгісімен жабу керек.
problem-syntax-mismatch-remedy = Жақшаларды сәйкестендіріңіз.

problem-syntax-after-end = Сценарий аяқталды, бірақ одан кейін «{ $found }» тұр.
problem-syntax-after-end-remedy = Барлығын бір жұп жақшаға алып, одан кейін тұрғанды жойыңыз.

problem-syntax-unclosed-text = Осы жерден басталатын мәтіннің жабатын тырнақшасы жоқ.
problem-syntax-unclosed-text-remedy = Оны қос тырнақшамен жабыңыз; мәтін ішіндегі қос тырнақша \" деп жазылады.

problem-syntax-unclosed-comment = Осы жерден басталатын түсініктеме еш жерде жабылмаған.
problem-syntax-unclosed-comment-remedy = Оны */ белгісімен жабыңыз.

problem-syntax-escape = «{ $found }» — мәтінде бола алмайтын тізбек.
problem-syntax-escape-remedy = Кері қиғаш сызық үшін \\, тырнақша үшін \", жаңа жол үшін \n жазыңыз.

problem-syntax-control = JSON мәтінінде { $found } басқару таңбасы сол күйінде тұра алмайды.
problem-syntax-control-remedy = Оны тізбекпен жазыңыз: жаңа жол үшін \n, табуляция үшін \t.

problem-syntax-number = «{ $found }» — сан емес.
problem-syntax-number-remedy = Цифрларды ондық нүктемен және өлшем бірлігінсіз жазыңыз, мысалы 3.5, 20000 немесе 1e6. Күндер мен нұсқаларды қос тырнақшаға алыңыз.

problem-syntax-quote = Мұнда ешқандай мәтінді қоршамайтын { $found } тырнақшасы тұр.
problem-syntax-quote-remedy = Түзу қос тырнақшаны қолданыңыз: "…".

problem-syntax-word = JSON-да «{ $found }» сөзі қос тырнақшада тұруы керек.
problem-syntax-word-remedy = "{ $found }" деп жазыңыз; тырнақшасыз тек true, false және null тұрады.

problem-syntax-hyphen = «{ $found }» атында дефис бар, бірақ ол тырнақшасыз тұр.
problem-syntax-hyphen-remedy = "{ $found }" деп жазыңыз.

problem-syntax-hash = Түсініктемелер # белгісінен басталмайды.
problem-syntax-hash-remedy = Түсініктемені // белгісінен бастаңыз.

problem-syntax-header = Осы жерден басталатын кеңейтімдер жолы аяқталмаған.
problem-syntax-header-remedy = Оны #![enable(implicit_some)] деп жазыңыз немесе алып тастаңыз: ол керек емес.

problem-syntax-comment = JSON-да түсініктемелер болмайды.
problem-syntax-comment-remedy = Оны жойыңыз немесе сценарийді түсініктемелерге орын бар .ron файлында сақтаңыз.

problem-syntax-space = Мұнда бос орынға ұқсайтын, бірақ бос орын емес { $found } таңбасы тұр.
problem-syntax-space-remedy = Оны бос орынмен ауыстырыңыз.

problem-syntax-byte-text = Байттардан тұратын мәтіннің, b"…", сценарийде қолданысы жоқ.
problem-syntax-byte-text-remedy = b әрпін алып тастаңыз.


problem-syntax-stopped = Осындай { $shown } мәселеден кейін файлдың қалған бөлігі қаралмады.
problem-syntax-stopped-remedy = Алдымен соларды түзетіп, содан кейін қайта тексеріңіз.

problem-too-many = { $shown } мәселеден көп табылды; қалғандары көрсетілмеген.
problem-too-many-remedy = Алдымен осыларды түзетіп, содан кейін қайта тексеріңіз.

problem-unknown-field = Мұнда «{ $found }» өрісі жоқ. { $near ->
    [yes] «{ $nearest }» дегіңіз келді ме?
   *[no] Мұнда аты ұқсас ештеңе жоқ.
    }
problem-unknown-field-remedy = { $known ->
    [yes] Мұнда мына өрістер бола алады: { $allowed }.
   *[no] Өрісті жойыңыз немесе атын түзетіңіз.
    }

problem-missing-field = Мұнда «{ $field }» өрісі жетіспейді.
problem-missing-field-remedy = «{ $field }» қосыңыз.

problem-wrong-type = Мұнда { $found ->
    [nothing] ештеңе берілмеген
    [yes-no] { $value } тұр
    [number] { $value } саны тұр
    [text] "{ $value }" мәтіні тұр
    [word] { $value } сөзі тырнақшасыз тұр
    [list] тізім тұр
    [map] кесте тұр
    [group] өрістер тобы тұр
    [choice] { $value }(…) тұр
    [part] ішінде басқа типті нәрсе тұр: { $value }
   *[other] басқа нәрсе тұр
    }, ал { $expected ->
    [yes-no] true немесе false керек.
    [number] сан керек.
    [whole-number] бүтін сан керек.
    [text] қос тырнақшадағы мәтін керек.
    [character] бір таңба керек.
    [list] тізім керек.
    [group] өрістер тобы керек.
    [map] аттар мен мәндердің кестесі керек.
    [choice] нұсқалардың бірі керек.
    [nothing] ештеңе керек емес.
   *[other] мынау керек: { $expectation }.
    }
problem-wrong-type-remedy = { $expected ->
    [yes-no] true немесе false жазыңыз.
    [number] Санды тырнақшасыз жазыңыз, мысалы 3.5.
    [whole-number] Бөлшексіз сан жазыңыз, мысалы 3.
    [text] Оны "…" түрінде жазыңыз.
    [character] Оны "a" түрінде жазыңыз.
    [list] Элемент біреу болса да, тік жақшаға алыңыз: […].
    [group] Өрістерді жақшада, әрқайсысын өз атымен жазыңыз. { $known ->
        [yes] Өрістер: { $allowed }.
       *[no] { "" }
    }
    [map] Жақшада ат пен мән жұптарын жазыңыз.
    [choice] Мынаның бірін жазыңыз: { $allowed }.
    [nothing] Мәнді алып тастаңыз.
   *[other] Мынаны жазу керек: { $expectation }.
    }

problem-wrong-name = Жақшаның алдында «{ $found }» аты тұр, ал бұл — «{ $expected }» орны.
problem-wrong-name-remedy = Жақшаның алдындағы атты алып тастаңыз.

problem-unknown-variant = Мұндағы нұсқалардың арасында «{ $found }» жоқ. { $near ->
    [yes] «{ $nearest }» дегіңіз келді ме?
   *[no] Мұнда аты ұқсас ештеңе жоқ.
    }
problem-unknown-variant-remedy = { $known ->
    [yes] Нұсқалар: { $allowed }.
   *[no] Мұнда таңдайтын ештеңе жоқ.
    }

problem-one-variant = Мұнда { $count } нұсқа тұр, ал тура біреуі керек.
problem-one-variant-remedy = Мынаның бірін қалдырыңыз: { $allowed }.

problem-variant-content = «{ $variant }» нұсқасы мұнда мазмұнынсыз тұр.
problem-variant-content-remedy = Оған тиістісін атынан кейін жақшада жазыңыз.

problem-variant-bare = «{ $variant }» нұсқасының мазмұны болмайды.
problem-variant-bare-remedy = Тек атын жазыңыз.

problem-wrong-length = Мұнда { $found } элемент тұр, ал мынау керек: { $expectation }.
problem-wrong-length-remedy = Саны дұрыс болғанша элемент қосыңыз немесе алып тастаңыз.

problem-not-finite = Мұнда { $found } тұр — бұл шекті сан емес.
problem-not-finite-remedy = Сан жазыңыз; ештеңе белгісіз болса, өрісті алып тастаңыз.

problem-out-of-range = { $found } шектен тыс: { $least } мен { $most } аралығында болуы керек.
problem-out-of-range-remedy = Осы аралықтағы бүтін сан жазыңыз.

problem-invalid-value = { $value } мәні сай емес; керегі: { $expectation }.
problem-invalid-value-remedy = Мынаны жазыңыз: { $expectation }.

problem-no-form = Мұнда тұрған жазба рұқсат етілген түрлердің ешқайсысына келмейді.
problem-no-form-remedy = Оны мысалмен, айталық, «phasewise new» жасайтын сценариймен салыстырыңыз.

problem-custom = { $message }
problem-custom-remedy = Мұнда тұрғанды түзетіңіз.
