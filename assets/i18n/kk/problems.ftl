# Сценарийде не қате немесе назар аударуға тұрарлық және не істеу керек.

## Файлдар

problem-file-unreadable = { $file } файлын оқу мүмкін емес: { $why }.
problem-file-unreadable-remedy = Файл атын және оны оқу құқығын тексеріңіз.

problem-file-too-large = { $file } файлы сценарий үшін тым үлкен: { $megabytes } МБ; ең көбі { $limit } МБ оқылады.
problem-file-too-large-remedy = Бұл сценарий файлы екенін тексеріңіз.

problem-schema-newer = Файлды бағдарламаның жаңарақ нұсқасы жазған: оның пішімі — { $found }, бұл нұсқа { $known } пішіміне дейін біледі.
problem-schema-newer-remedy = Оны жаңа нұсқада ашыңыз. Файлда ештеңе өзгертілген жоқ.

## Идентификаторлар мен сілтемелер

problem-id-empty = Осы тізімдегі № { $number } элементтің идентификаторы жоқ (әрбір { $what ->
    [criterion] критерий
    [weight-set] салмақ жиыны
    [phase] кезең
    [fund] қаржы көзі
    [agency] мекеме
    [goal] мақсат
    [measure] болжам көрсеткіші
    [channel] арна
    [register] тізілім
    [indicator] индикатор
    [risk] тәуекел
    [fact] дерек
    [benchmark] салыстыру мысалы
    [rule] қағида
    [contradiction] қайшылық
    [index] дайындық индексі
    [component] құрамдас
    [level] деңгей
    [speed] жылдамдық кестесінің жолы
    [function] басқару функциясы
   *[other] бастама
    } үшін міндетті).
problem-id-empty-remedy = Оған тізімде кездеспейтін, бос орынсыз қысқа атау беріңіз.

problem-id-duplicate = «{ $id }» идентификаторы тізімде екі рет тұр: № { $first } және № { $second } (әрбір { $what ->
    [criterion] критерий
    [weight-set] салмақ жиыны
    [phase] кезең
    [fund] қаржы көзі
    [agency] мекеме
    [goal] мақсат
    [measure] болжам көрсеткіші
    [channel] арна
    [register] тізілім
    [indicator] индикатор
    [risk] тәуекел
    [fact] дерек
    [benchmark] салыстыру мысалы
    [rule] қағида
    [contradiction] қайшылық
    [index] дайындық индексі
    [component] құрамдас
    [level] деңгей
    [speed] жылдамдық кестесінің жолы
    [function] басқару функциясы
   *[other] бастама
    } өз идентификаторын қажет етеді).
problem-id-duplicate-remedy = Екеуінің бірін оған сілтемелермен бірге қайта атаңыз немесе жойыңыз.

problem-id-unknown = «{ $id }» ештеңеге апармайды: мұндай { $what ->
    [criterion] критерий
    [weight-set] салмақ жиыны
    [phase] кезең
    [fund] қаржы көзі
    [agency] мекеме
    [goal] мақсат
    [measure] болжам көрсеткіші
    [channel] арна
    [register] тізілім
    [indicator] индикатор
    [risk] тәуекел
    [fact] дерек
    [benchmark] салыстыру мысалы
    [rule] қағида
    [contradiction] қайшылық
    [index] дайындық индексі
    [component] құрамдас
    [level] деңгей
    [speed] жылдамдық кестесінің жолы
    [function] басқару функциясы
   *[other] бастама
    } жоқ. { $near ->
    [yes] Мүмкін, «{ $nearest }» деп жазғыңыз келген шығар.
   *[no] Ұқсас аты бар ештеңе жоқ.
    }
problem-id-unknown-remedy = Атын түзетіңіз, жетіспейтінін тізіміне қосыңыз немесе сілтемені жойыңыз.

## Сандар

problem-number-not-finite = Мұнда { $value } тұр, бұл шекті сан емес.
problem-number-not-finite-remedy = Сан жазыңыз немесе мәні белгісіз болса, өрісті алып тастаңыз.

problem-number-negative = Мұнда { $value } тұр, бірақ 0-ден кіші санның бұл жерде мәні жоқ.
problem-number-negative-remedy = 0 немесе одан үлкен сан жазыңыз.

problem-number-outside = Мұнда { $value } тұр, ал { $least } мен { $most } аралығы ғана мүмкін.
problem-number-outside-remedy = { $least } мен { $most } аралығындағы санды жазыңыз. Өріс пайызды көрсетпесе, үлестер мен ықтималдықтар бірліктің бөліктерімен беріледі.

problem-range-order = Аралық реті бұзылған: төменгі { $low }, ең ықтимал { $best }, жоғарғы { $high }.
problem-range-order-remedy = Төменгі ≤ ең ықтимал ≤ жоғарғы болатындай етіп реттеңіз; деңгейлер мәндері бойынша реттеледі.

problem-discount-rate = Дисконттау мөлшерлемесі { $value } болса, кейінгі жылдардың құны нөл немесе нөлден кем болады.
problem-discount-rate-remedy = -1-ден үлкен мөлшерлеме жазыңыз, мысалы, жылына бес пайыз үшін 0.05.

problem-discount-rate-percent = Дисконттау мөлшерлемесі { $value } жылына { $percent } пайызды білдіреді.
problem-discount-rate-percent-remedy = Пайызды жазғыңыз келсе, 100-ге бөліңіз: бес пайыз — 0.05.

problem-phase-length = Кезең { $value } жылға созыла алмайды.
problem-phase-length-remedy = 0-ден үлкен ұзақтық жазыңыз, мысалы, бір жыл үшін 1, жарты жыл үшін 0.5.

## Критерий шкалалары

problem-scale-ends-equal = Шкаланың екі шеті де { $value }: барлық бағаның құны бірдей болар еді.
problem-scale-ends-equal-remedy = Ең нашар деңгейдің бағасын және одан өзгеше ең жақсысын көрсетіңіз.

problem-scale-log-end = Логарифмдік шкала { $value } мәнінде аяқтала алмайды.
problem-scale-log-end-remedy = 0-ден үлкен шет жазыңыз немесе сызықтық шкаланы қолданыңыз.

problem-scale-points-few = Нүктелер бойынша шкалаға кемінде екі нүкте керек, мұнда: { $count }.
problem-scale-points-few-remedy = [баға, мән] түрінде нүктелер қосыңыз немесе сызықтық шкаланы қолданыңыз.

problem-scale-points-order = Нүктелердің бағалары өсуі тиіс, бірақ { $before } санынан кейін { $score } тұр.
problem-scale-points-order-remedy = Нүктелерді баға бойынша реттеп, әр бағаға біреуін қалдырыңыз.

problem-scale-levels-empty = Шкаланың деңгейлері жоқ: онымен ештеңені бағалау мүмкін емес.
problem-scale-levels-empty-remedy = 0-ден 100-ге дейінгі мәндері бар деңгейлер қосыңыз.

problem-scale-missing = «{ $criterion }» есептеледі, бірақ шкаласы жоқ, сондықтан ештеңеге әсер етпейді.
problem-scale-missing-remedy = Құндылық функциясын беріңіз, мысалы, ең нашар және ең жақсы бағасы бар сызықтық.

problem-group-empty = «{ $criterion }» тобында критерий де, шкала да жоқ: онда бағаланатын ештеңе жоқ.
problem-group-empty-remedy = Бұл критерий болса, құндылық функциясын беріңіз; топ болса, критерийлерде parent етіп көрсетіңіз немесе жойыңыз.

problem-parent-is-leaf = «{ $criterion }» өз шкаласы бар «{ $parent }» астында тұр, ал ол топ бола алмайды.
problem-parent-is-leaf-remedy = Ата-ана ретінде топты таңдаңыз немесе «{ $parent }» құндылық функциясын алып тастаңыз.

problem-parent-cycle = { $what ->
    [goal] Мақсаттар
   *[other] Критерийлер
    } бір-біріне шеңбер бойымен бағынады: { $cycle }.
problem-parent-cycle-remedy = Ағаштың төбесі болуы үшін біреуінен parent өрісін алып тастаңыз.

## Жұмыс, ақша және үлестер

problem-duration-zero = Бастама 0 кезең ала алмайды.
problem-duration-zero-remedy = 1 немесе одан үлкен сан жазыңыз немесе өрісті алып тастаңыз.

problem-profile-length = Тізімдегі жазбалар: { $found }, ал жұмыс кезеңдері: { $duration }.
problem-profile-length-remedy = Жұмыстың әр кезеңіне бір жазбадан беріңіз немесе ұзақтығын түзетіңіз.

problem-profile-ignored = Бейін қолданылмайды: шығын кезеңдер бойынша берілген.
problem-profile-ignored-remedy = Бейінді жойыңыз немесе шығынды бір сомамен беріңіз.

problem-shares-sum = Үлестердің қосындысы 1 емес, { $sum }.
problem-shares-sum-remedy = Қосындысы 1 болатындай етіп өзгертіңіз.

problem-maturity-order = Қызметтің қазіргі деңгейі { $now }, мақсаты { $target }{ $bounded ->
    [yes] , мағыналы ең жоғарысы { $max }
   *[no] {""}
    }: реті өспейді.
problem-maturity-order-remedy = now ≤ target ≤ max болатындай етіп реттеңіз.

## Уақыт

problem-dates-reversed = Кезең басталатын { $start } күнінен бұрын, { $end } күні аяқталады.
problem-dates-reversed-remedy = Екі күннің бірін түзетіңіз.

problem-phases-order = «{ $phase }» кезеңі «{ $before }» кезеңінен кейін тұр, бірақ одан кеш басталмайды.
problem-phases-order-remedy = Кезеңдерді уақыт ретімен орналастырыңыз.

problem-phases-overlap = «{ $phase }» кезеңі { $start } күні басталады, ал «{ $before }» { $end } күніне дейін созылады.
problem-phases-overlap-remedy = Әр кезең алдыңғысы аяқталғаннан кейін басталсын.

problem-series-order = Қатардың жылдары өсуі тиіс, бірақ { $before } жылдан кейін { $year } тұр.
problem-series-order-remedy = Жазбаларды жыл бойынша реттеп, әр жылға біреуін қалдырыңыз.

## Бастамалар арасындағы байланыстар

problem-link-self = «{ $item }» өзін-өзі талап етеді.
problem-link-self-remedy = Байланысты жойыңыз немесе шын мәнінде қажет бастаманы көрсетіңіз.

problem-link-twice = «{ $item }» өз талаптарында «{ $needs }» атауын екі рет көрсетеді.
problem-link-twice-remedy = Екі байланыстың қатаңырағын қалдырыңыз.

problem-any-of-empty = «{ $item }» бірнеше бастаманың біреуін талап етеді, бірақ тізім бос: оны ешқашан бастау мүмкін болмас еді.
problem-any-of-empty-remedy = Баламаларды көрсетіңіз немесе тізімді жойыңыз.

problem-exclusive-few = Ең көбі біреуі басталатын топта кемінде екі түрлі бастама, әрқайсысы бір рет болуы керек; мұнда түрлісі: { $found }.
problem-exclusive-few-remedy = Бірін-бірі жоққа шығаратын бастамаларды көрсетіңіз немесе топты жойыңыз.

problem-synergy-pair = Синергия дәл екі түрлі бастаманы байланыстырады; мұнда түрлісі: { $found }.
problem-synergy-pair-remedy = Екі түрлі бастаманы көрсетіңіз; көбірек болса, бірнеше жұп жазыңыз.

problem-cycle-lag = Бұл бастамалар бірін-бірі шеңбер бойымен күтеді: { $cycle } (әрқайсысына келесісі керек). Шеңбердегі күту, кезеңмен: { $phases }; сондықтан ешқайсысы басталмайды.
problem-cycle-lag-remedy = Байланыстың бірін жойыңыз, оны қалаулы ретке (soft) айналдырыңыз немесе бірге басталуы үшін кідірісін алып тастаңыз.

problem-cycle-together = Бұл бастамалар бір-біріне кідіріссіз қажет, сондықтан бірге басталады немесе мүлде басталмайды: { $items }.
problem-cycle-together-remedy = Осылай ойластырылса, ештеңе істеу қажет емес; әйтпесе байланыстың бірін жойыңыз.

problem-exclusive-needed = «{ $item }» үшін «{ $one }» да, «{ $other }» да керек (бірі оның өзі болуы мүмкін), бірақ екеуінің біреуі ғана басталуы мүмкін.
problem-exclusive-needed-remedy = Оған кез келгені жеткілікті болсын (requires_any_of), не талапты жойыңыз, не тыйымды алып тастаңыз.

problem-never-starts = «{ $item }» ешбір кезеңде бастала алмайды: { $why ->
    [window] соңғы кезеңі бірінші кезеңінен бұрын тұр
    [pin] ол терезесінен тыс кезеңге бекітілген
    [gate] барлық қолжетімділік жобаларымен де қажет инфрақұрылымға терезесі ішінде ешбір арнада жетпейді
    [decided] оған бастамауға шешім қабылданған «{ $blocker }» керек
    [alternatives] қажет баламалардың ешқайсысы оның терезесінде кезең қалдырмайды
   *[late] оған терезесінде кезең қалдырмайтын «{ $blocker }» керек
    }.
problem-never-starts-remedy = Терезені кеңейтіңіз, бекітуді немесе шешімді өзгертіңіз, кідірісті қысқартыңыз не жетіспейтінін қосыңыз, мысалы, арна ретінде қызмет көрсету орталығын.

## Әдіс қағидалары

problem-review-missing = «{ $item }» «{ $criterion }» критерийі бойынша { $score } алады ({ $threshold } мәнінен бастап қайта қарау қажет), бірақ оның алдында үдерісті қайта қарау жоқ.
problem-review-missing-remedy = Талаптарына үдерісті қайта қарауды қосыңыз немесе жетіспейтіндерін бір пәрменмен қосыңыз. Нашар үдерісті автоматтандыру оны тек жылдамырақ нашар етеді.

problem-review-late = «{ $item }» «{ $criterion }» критерийі бойынша { $score } алады ({ $threshold } мәнінен бастап қайта қарау қажет), бірақ қайта қарау тым кеш басталуы мүмкін: арасындағы кезеңдер { $found }, ал { $lag } қажет.
problem-review-late-remedy = Қайта қарауға байланыстың кідірісін арттырыңыз.

problem-register-undelivered = «{ $register }» тізілімін «{ $reader }» оқиды (оқитын бастамалар саны: { $count }), бірақ ол әлі жоқ және оны ешбір бастама жасамайды.
problem-register-undelivered-remedy = Оны жасайтын бастаманы көрсетіңіз, қосыңыз немесе тізілімді бар деп белгілеңіз.

problem-register-not-required = «{ $item }» «{ $by }» жасайтын «{ $register }» тізілімін оқиды, бірақ { $preferred ->
    [yes] ол бастама тек қалаулы немесе баламалардың бірі
   *[no] ол бастама талаптарында жоқ
    }: ол деректерсіз басталуы мүмкін.
problem-register-not-required-remedy = Қызмет онсыз жұмыс істемесе, «{ $by }» бастамасын міндетті етіңіз; әйтпесе сол күйі қалдырыңыз.

problem-forecast-missing = «{ $item }» үшін «{ $measure }» деңгейі керек, бірақ оның болжамы жоқ.
problem-forecast-missing-remedy = Көрсеткішке жылдар қатарын қосыңыз немесе арнадан қажеттілікті алып тастаңыз.

## Бағалар мен салмақтар

problem-score-missing = «{ $item }» мына критерийлер бойынша бағаланбаған: { $criteria } (жетіспейді: { $count }). Бағаның болмауы нөл емес; ол сценарий қағидасы бойынша ескеріледі.
problem-score-missing-remedy = Бағалаңыз, күмәндансаңыз — аралықпен.

problem-score-outside = «{ $item }» бастамасының «{ $criterion }» бойынша { $value } бағасы { $least } пен { $most } аралығындағы шкаладан тыс және оның шеті деп саналады.
problem-score-outside-remedy = Баға бірлігін тексеріңіз немесе шкаланы кеңейтіп, салмағын қайта ойлаңыз.

problem-score-wants-level = «{ $item }» «{ $criterion }» бойынша { $value } санын алған, ал бұл критерий деңгейлермен бағаланады.
problem-score-wants-level-remedy = Деңгейлердің бірін жазыңыз: { $allowed }.

problem-score-wants-number = «{ $item }» «{ $criterion }» бойынша «{ $value }» деңгейін алған, ал бұл критерий санмен бағаланады.
problem-score-wants-number-remedy = Критерий бірлігіндегі санды жазыңыз.

problem-level-unknown = «{ $item }» бастамасының «{ $criterion }» бойынша «{ $id }» бағасы бұл критерий деңгейлерінің арасында жоқ. { $near ->
    [yes] Мүмкін, «{ $nearest }» деп жазғыңыз келген шығар.
   *[no] Ұқсас аты бар ештеңе жоқ.
    }
problem-level-unknown-remedy = Мыналардың бірін жазыңыз: { $allowed }.

problem-score-on-group = «{ $item }» «{ $criterion }» бойынша бағаланған, бірақ бұл топ: баға ештеңеге әсер етпейді.
problem-score-on-group-remedy = Оның орнына осы топтың критерийлерін бағалаңыз.

problem-score-on-computed = «{ $item }» «{ $criterion }» бойынша бағаланған, бірақ оны бағдарлама есептейді: енгізілгені ештеңеге әсер етпейді.
problem-score-on-computed-remedy = Бағаны жойыңыз немесе критерийді енгізілетін етіңіз.

problem-weights-no-criterion = «{ $set }» салмақ жиыны сценарийдің бірде-бір критерийін атамайды: барлығының салмағы бірдей болар еді.
problem-weights-no-criterion-remedy = Критерийлердің ауқымдарын беріңіз немесе жиынды жойыңыз.

problem-weights-all-zero = «{ $set }» жиынының барлық ауқымы 0: барлық критерийдің салмағы бірдей болар еді.
problem-weights-all-zero-remedy = Ең құнды ауқымға 100 беріңіз, қалғандарына — соған қатысты құнын.

problem-weights-highest = «{ $set }» жиынының ең үлкен ауқымы 100 емес, { $highest }. Тек қатынастары маңызды, бірақ 100-мен салыстыру оңайырақ.
problem-weights-highest-remedy = Ең үлкені 100 болатындай етіп ауқымдарды қайта есептеңіз.

problem-criterion-unweighted = «{ $criterion }» критерийі ешбір салмақ жиынында аталмаған, сондықтан ештеңеге әсер етпейді.
problem-criterion-unweighted-remedy = Маңызды жерде оған ауқым беріңіз немесе жойыңыз.
