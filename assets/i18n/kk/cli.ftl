# Командалар.

cli-rank-title = { $title }: { $count } жоба, әдісі { $method }
cli-check-summary = { $count ->
    [0] Ескерту жоқ.
    [one] { $count } ескерту.
   *[other] { $count } ескерту.
}
cli-unknown-weights = «{ $name }» салмақ жиыны жоқ. Бары: { $known }, blend.
cli-bad-seconds = Секунд саны 0-ден кем болмауы тиіс.
cli-infeasible = Міндеттінің бәрін орындайтын жоспар жоқ:
cli-no-phases = Сценарийде кезең жоқ, сондықтан саралауға болады, жоспарлауға болмайды. Бюджеті бар кезеңдер қосыңыз.
cli-no-plan = Жоспар табылмады.
cli-no-plan-to-explain = Түсіндіретін жоспар жоқ. «phasewise plan» мен «phasewise check» командаларын байқап көріңіз.
cli-no-item = «{ $item }» жобасы жоқ.
cli-no-item-near = «{ $item }» жобасы жоқ. Бәлкім, «{ $near }»?
cli-instance-summary = Мәні { $objective }, шегі { $bound }, алшақтық { $gap }.
cli-new-exists = { $file } бар. Басқа атау таңдаңыз.
cli-new-written = { $file } жазылды. «phasewise ФАЙЛ» командасымен ашыңыз.
plan-left-out = Жоспардан тыс
plan-value = Құны { $value }:
plan-verified = Тексерілді.
plan-not-verified = ТЕКСЕРУДЕН ӨТПЕДІ: хабарлаңызшы.

problem-file-unreadable = { $file } оқылмайды: { $why }.
problem-file-unreadable-remedy = Жолы мен құқықтарын тексеріңіз.
problem-journal-gone = { $file } ішіндегі сақталмаған жұмысты оқу мүмкін болмады немесе оны басқа Phasewise ашып тұр.
problem-journal-gone-remedy = Басқа терезені жабыңыз немесе жұмысты сол жерден іздеңіз.
problem-file-missing = { $file } файлы жоқ.
problem-file-missing-remedy = Жолын тексеріңіз.
problem-file-forbidden = { $file } файлын оқуға құқығыңыз жоқ.
problem-file-forbidden-remedy = Оқу құқығын сұраңыз немесе көшірмесін ашыңыз.
problem-file-is-folder = { $file } — бұл қалта.
problem-file-is-folder-remedy = Ішіндегі файлды таңдаңыз.
problem-file-not-opened = { $file } ашылмады: оқу үзіліп қалды.
problem-file-not-opened-remedy = Ештеңе өзгерген жоқ. Қайталап көріңіз; тағы ашылмаса, файлды қосып хабарлаңызшы.
problem-file-too-large = { $file } көлемі { $megabytes } МБ; ең көбі { $limit } МБ оқылады.
problem-file-too-large-remedy = Бұл сценарий файлы екенін тексеріңіз.
problem-schema-newer = Файл схемасы { $found }; бағдарлама { $known } біледі.
problem-schema-newer-remedy = Жаңарақ Phasewise нұсқасымен ашыңыз. Ештеңе өзгерген жоқ.
cli-waiting-portfolio = Күту тізімі портфель файлынан емес, сценарийден жасалады.
cli-problems-more = Осындай тағы { $count } бар. «phasewise check { $file }» бәрін тізеді.
