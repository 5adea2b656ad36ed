# Сценарий нұсқалары: біріктіру және салыстыру.

merge-done = { $count ->
    [0] Біріктірілді: THEIRS файлынан алатын ештеңе болмады.
   *[other] Біріктірілді: THEIRS файлынан { $count } өзгеріс алынды.
}
merge-conflicts-left = { $count ->
   *[other] { $count } қайшылық қалды. Бұл жерлерде файлда MINE дерегі тұр.
}
merge-changed-by-both = { $path }: { $base } болған, MINE файлында { $mine }, THEIRS файлында { $theirs }.
merge-added-by-both = { $path }: екеуі де қосқан, MINE файлында { $mine }, THEIRS файлында { $theirs }.
merge-removed-by-mine = { $path }: MINE файлында жойылған, THEIRS файлында { $theirs } болып өзгертілген.
merge-removed-by-theirs = { $path }: MINE файлында { $mine } болып өзгертілген, THEIRS файлында жойылған.
merge-only-in-mine = { $path }: тек MINE файлында бар: { $mine }; бастапқыда не болғаны белгісіз.
merge-only-in-theirs = { $path }: тек THEIRS файлында бар: { $theirs }; бастапқыда не болғаны белгісіз.
merge-breaks-changed = { $path }: THEIRS файлындағы өзгеріс MINE файлымен үйлеспейді, сондықтан алынбады. { $place }: { $message }
merge-breaks-added = { $path }: THEIRS файлында қосылған дерек MINE файлымен үйлеспейді, сондықтан алынбады. { $place }: { $message }
merge-breaks-removed = { $path }: THEIRS файлында жойылған, бірақ бұл MINE файлымен үйлеспейді, сондықтан қалдырылды. { $place }: { $message }

compare-a = A: { $title } ({ $file })
compare-b = B: { $title } ({ $file })
compare-words = Айырмашылығы бар сөздер
compare-inputs = Айырмасы бар деректер
compare-inputs-none = Орындар мен жоспар тәуелді деректер бірдей
compare-ranks = Айырмасы бар орындар
compare-ranks-none = Барлық орын бірдей
compare-totals = Барлық кезеңде
compare-bound = Ешбір жоспар аспайды
compare-planned = Жоспардағы жоба
compare-proof = B жоспары A жоспарымен салыстырғанда, ұпай: { $points }. A: { $a }. B: { $b }.
compare-causes-none = Бұл деректердің ешқайсысы жоспарды да, құнын да өзгертпейді
compare-no-phases = { $file } файлында кезең жоқ, сондықтан ол сараланды, бірақ жоспарланбады.
compare-no-plan = { $file } үшін міндеттінің бәрін орындайтын жоспар жоқ; себебін «phasewise plan» айтады. Жоспарлар онымен салыстырылмады.

compare-own = { $name } (алда)
compare-empty = Салыстыру үшін екі ашық сценарий керек. Осының көшірмесінде сынап көріңіз немесе басқа файлды ашыңыз.
compare-none-chosen = Салыстыру үшін кемінде бір сценарийді таңдаңыз
compare-with = { $name } мыналармен салыстырылады:
compare-page-items = Жобалар
compare-page-ranks = Орындар
compare-page-totals = Жиынтық
compare-pair = { $other } → { $own }
compare-side-inputs = Бастапқы деректердегі айырмашылық
compare-moved = { $of } жобаның { $count } басқа уақытта басталады немесе бір сценарийде ғана бар
compare-all-items = Барлық жобаны көрсету
compare-same-plan = Барлық жоба бірдей кезеңде басталады
compare-not-there = онда жоқ
compare-rank = { $rank }-орын
compare-value = Жоспардың құндылығы
compare-points = { $points } ұпай
compare-proven = Дәлел
compare-started = Жоспарланған
compare-at-limit = Шегіне жетті
compare-used-of = { $limit } ішінен { $used }
compare-looking = Айырмашылықтар ізделуде…
compare-failed = Салыстыру мүмкін емес: { $place } жеріндегі сан шексіз.
compare-no-inputs = Екеуінің мазмұны бірдей
compare-inputs-count = Жоспар тәуелді бастапқы деректер: { $count }; сөздер мен дереккөздердегі айырмашылық: { $words }
compare-copy-help = «Қабылдау» басқа сценарийдегі мәнді алдағы сценарийге көшіреді; бұл қадамды болдырмауға болады.
compare-copy = Қабылдау
compare-copy-what = Басқасынан қабылдау: { $what }
compare-copy-gone = Қабылдау мүмкін емес: ол бөлігі болып табылатын нәрсе бұл сценарийде жоқ. Алдымен соны қабылдаңыз.
compare-copy-breaks = Жеке қабылдау мүмкін емес: { $why }
compare-ranks-moved = { $count ->
    [one] { $count } жобаның орны басқа
   *[other] { $count } жобаның орны басқа
}

view-library = Кітапхана
command-show-library = Қалта кітапханасы
library-folder = Қалта
library-look = Көрсету
library-above = Жоғарғы қалта
library-recent = Соңғылары:
library-no-folder = Қалтаны атаңыз: ондағы әр сценарий жол картасының шағын суретімен көрсетіледі
library-looking = Қалта қаралуда…
library-empty = Бұл қалтада сценарий жоқ. Сценарий файлдары .ron не .json болып аяқталады.
library-trouble = Қалтаны оқу мүмкін болмады ({ $why }). Атауын тексеріңіз не басқасын таңдаңыз.
library-broken = Оқылмайды
library-facts = { $items } жоба · { $phases ->
    [0] кезеңсіз
   *[other] { $phases } кезең
}
library-left-out = Тағы { $count } файл көрсетілмеді: бұл қалтада олар тым көп
