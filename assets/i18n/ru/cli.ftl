# Команды.

cli-rank-title = { $title }: проектов { $count }, метод { $method }
cli-check-summary = { $count ->
    [0] Замечаний нет.
    [one] { $count } замечание.
    [few] { $count } замечания.
   *[other] { $count } замечаний.
}
cli-unknown-weights = Набора весов «{ $name }» нет. Есть: { $known }, blend.
cli-bad-seconds = Число секунд должно быть не меньше 0.
cli-infeasible = Нет плана, который соблюдает всё обязательное:
cli-no-phases = В сценарии нет этапов, поэтому его можно ранжировать, но не планировать. Добавьте этапы с бюджетами.
cli-no-plan = План не найден.
cli-no-plan-to-explain = Нет плана, который можно объяснить. Попробуйте «phasewise plan» и «phasewise check».
cli-no-item = Проекта «{ $item }» нет.
cli-no-item-near = Проекта «{ $item }» нет. Может быть, «{ $near }»?
cli-instance-summary = Значение { $objective }, граница { $bound }, разрыв { $gap }.
cli-new-exists = { $file } уже есть. Выберите другое имя.
cli-new-written = Записано в { $file }. Откройте его командой «phasewise ФАЙЛ».
plan-left-out = Вне плана
plan-value = Ценность { $value }:
plan-verified = Проверено.
plan-not-verified = НЕ проверено: пожалуйста, сообщите об этом.

problem-file-unreadable = { $file } прочитать нельзя: { $why }.
problem-file-unreadable-remedy = Проверьте путь и права.
problem-journal-gone = Несохранённую работу в { $file } не удалось прочитать, или её открыл другой Phasewise.
problem-journal-gone-remedy = Закройте другое окно или ищите работу в нём.
problem-file-missing = Файла { $file } нет.
problem-file-missing-remedy = Проверьте путь.
problem-file-forbidden = У вас нет права читать { $file }.
problem-file-forbidden-remedy = Попросите права на чтение или откройте копию.
problem-file-is-folder = { $file } — это папка.
problem-file-is-folder-remedy = Выберите файл в ней.
problem-file-not-opened = { $file } открыть не удалось: чтение прервалось.
problem-file-not-opened-remedy = Ничего не изменено. Попробуйте ещё раз; если не получится снова, сообщите об этом и приложите файл.
problem-file-too-large = В { $file } { $megabytes } МБ; читается не больше { $limit } МБ.
problem-file-too-large-remedy = Проверьте, что это файл сценария.
problem-schema-newer = Файл имеет схему { $found }; программа знает { $known }.
problem-schema-newer-remedy = Откройте его более новой версией Phasewise. Ничего не изменено.
cli-waiting-portfolio = Список ожидания составляется по сценарию, а не по файлу портфеля.
cli-problems-more =
    { $count ->
        [one] И ещё { $count } такая же. «phasewise check { $file }» перечислит все.
        [few] И ещё { $count } такие же. «phasewise check { $file }» перечислит все.
       *[other] И ещё { $count } таких же. «phasewise check { $file }» перечислит все.
    }
