# Варианты: сценарии, в которых записано только отличие от основы.

problem-variant-path = «{ $at }» не указывает ни на что в сценарии.
problem-variant-path-remedy = Пишите места именами и ключами, например items["e-tax"].capex.
problem-variant-overlap = Это место меняется дважды: { $other } — то же самое, содержит его или входит в него.
problem-variant-overlap-remedy = Объедините оба изменения или удалите одно.
problem-variant-other-key = У значения другой id, чем у места, в которое оно ставится.
problem-variant-other-key-remedy = Дайте значению id этого места. Чтобы сменить id, удалите старый элемент и добавьте новый.
problem-variant-two-places = В изменении указано и «after», и «first».
problem-variant-two-places-remedy = Оставьте одно из двух.
problem-variant-empty-change = В изменении не сказано, что стоит теперь, что удалено или куда перенесён элемент.
problem-variant-empty-change-remedy = Укажите «now», или «was» для удалённого, или «after» для перенесённого; либо удалите изменение.
problem-variant-circle = { $base } — вариант этого файла или сам этот файл: основы не было бы ни у кого.
problem-variant-circle-remedy = Укажите основу, которая не опирается на этот файл.
problem-variant-too-deep = { $base } — лишняя основа: вариант опирается не более чем на столько файлов подряд: { $most }.
problem-variant-too-deep-remedy = Сохраните одну из основ целиком или укажите основу ближе к началу.
problem-variant-base-missing = Основы этого варианта нет: { $file }.
problem-variant-base-missing-remedy = Верните её или исправьте «base»: это путь от папки этого файла.
problem-variant-base-unusable = Основу этого варианта нельзя использовать: { $base }, проблем: { $count }.
problem-variant-base-unusable-remedy = Сначала исправьте основу.
problem-variant-alone = Это вариант: в нём только отличия от основы, а она лежит в файле рядом.
problem-variant-alone-remedy = Откройте сам файл, а не его текст.
problem-variant-stale = { $had ->
    [yes] Вариант изменил это, когда в основе стояло { $was }
   *[no] Вариант добавил это, когда в основе здесь ничего не было
}{ $has ->
    [yes] , а теперь в основе { $now }.
   *[no] , а теперь в основе этого нет.
}{ $own ->
    [yes] { " " }В варианте остаётся { $ours }.
   *[no] { " " }В варианте это остаётся удалённым.
}
problem-variant-stale-remedy = Проверьте, что верно. Чтобы оставить значение варианта, впишите в «was» то, что сейчас в основе; чтобы следовать основе, удалите изменение.
problem-variant-gone = Вариант меняет это, но в основе этого больше нет. Изменение остаётся в файле и не действует.
problem-variant-gone-remedy = Удалите изменение или исправьте место, если в нём опечатка.

variant-in-base = В { $file }: { $message }
variant-merge-mixed = Часть этих файлов — варианты, в которых только отличия, часть — целые сценарии. Файлы оставлены как есть. Приведите их к одному виду и слейте снова.
variant-header = Это вариант: здесь записано только то, чем он отличается от основы.
save-is-base = Не записано: { $file } — основа этого варианта. Выберите другой файл.

command-try-variant = Попробовать вариант этого файла
command-save-as-variant = Сохранить как вариант…
command-save-as-whole = Сохранить целиком…
dialog-variant-title = Сохранить как вариант
dialog-variant-text = В файле будет только то, чем он отличается от основы, и он будет следовать за ней.
dialog-variant-base = Основа
dialog-variant-own = Куда сохранить вариант:
dialog-whole-title = Сохранить целиком
dialog-whole-text = В файле будет всё, и он больше не будет следовать за основой.
said-variant-needs-file = Сначала сохраните сценарий: вариант называет файл своей основы
said-variant = Это вариант: в его файле будет только то, чем он отличается от основы
variant-of = Вариант файла { $base }
variant-kept = { $count ->
    [one] { $count } изменение относится к тому, чего в основе больше нет; оно ждёт в файле
    [few] { $count } изменения относятся к тому, чего в основе больше нет; они ждут в файле
   *[other] { $count } изменений относятся к тому, чего в основе больше нет; они ждут в файле
}
variant-stale-title = Места, где основа с тех пор изменилась
variant-stale = в основе было { $was }, стало { $now }; у нас { $ours }
variant-keep-ours = Оставить наше
variant-keep-ours-at = Оставить наше: { $place }
variant-take-base = Взять из основы
variant-take-base-at = Взять из основы: { $place }
edit-take-base = взято из основы: { $what }
