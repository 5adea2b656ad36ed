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
