# Нұсқалар: негізден айырмашылығы ғана жазылған сценарийлер.

problem-variant-path = «{ $at }» сценарийде ешбір жерді көрсетпейді.
problem-variant-path-remedy = Орынды атаулармен және кілттермен жазыңыз, мысалы items["e-tax"].capex.
problem-variant-overlap = Бұл орын екі рет өзгертіледі: { $other } — соның өзі, оны қамтиды немесе оның бөлігі.
problem-variant-overlap-remedy = Екеуін бір өзгеріске біріктіріңіз немесе біреуін жойыңыз.
problem-variant-other-key = Мәннің id белгісі ол қойылатын орынның id белгісінен басқа.
problem-variant-other-key-remedy = Мәнге орынның id белгісін беріңіз. Басқа id беру үшін ескі элементті жойып, жаңасын қосыңыз.
problem-variant-two-places = Өзгерісте «after» те, «first» те көрсетілген.
problem-variant-two-places-remedy = Екеуінің бірін қалдырыңыз.
problem-variant-empty-change = Өзгерісте қазір не тұрғаны, не жойылғаны немесе элемент қайда жылжытылғаны айтылмаған.
problem-variant-empty-change-remedy = «now», жойылған үшін «was», жылжытылған үшін «after» көрсетіңіз; немесе өзгерісті жойыңыз.
problem-variant-circle = { $base } — осы файлдың нұсқасы немесе осы файлдың өзі: ешқайсысының негізі болмас еді.
problem-variant-circle-remedy = Осы файлға сүйенбейтін негізді көрсетіңіз.
problem-variant-too-deep = { $base } — артық негіз: нұсқа бірінен соң бірі тұрған ең көбі { $most } файлға сүйенеді.
problem-variant-too-deep-remedy = Негіздердің бірін тұтас сценарий етіп сақтаңыз немесе бастапқыға жақын негізді көрсетіңіз.
problem-variant-base-missing = Бұл нұсқаның негізі жоқ: { $file }.
problem-variant-base-missing-remedy = Оны орнына қойыңыз немесе «base» жолын түзетіңіз: ол осы файл қалтасынан басталады.
problem-variant-base-unusable = Бұл нұсқаның негізін пайдалану мүмкін емес: { $base }, қателер саны: { $count }.
problem-variant-base-unusable-remedy = Алдымен негізді түзетіңіз.
problem-variant-alone = Бұл — нұсқа: мұнда негізден айырмашылық қана бар, ал негіз көрші файлда.
problem-variant-alone-remedy = Мәтінін емес, файлдың өзін ашыңыз.
problem-variant-stale = { $had ->
    [yes] Нұсқа мұны негізде { $was } тұрғанда өзгерткен
   *[no] Нұсқа мұны негізде ештеңе болмағанда қосқан
}{ $has ->
    [yes] , ал қазір негізде { $now }.
   *[no] , ал қазір негізде ол жоқ.
}{ $own ->
    [yes] { " " }Нұсқада { $ours } қалады.
   *[no] { " " }Нұсқада ол жойылған күйінде қалады.
}
problem-variant-stale-remedy = Қайсысы дұрыс екенін қараңыз. Нұсқаның мәнін қалдыру үшін «was» ішіне негіздің қазіргі мәнін жазыңыз; негізге еру үшін өзгерісті жойыңыз.
problem-variant-gone = Нұсқа мұны өзгертеді, бірақ негізде ол енді жоқ. Өзгеріс файлда қалады және әсер етпейді.
problem-variant-gone-remedy = Өзгерісті жойыңыз немесе орны қате жазылса, түзетіңіз.

variant-in-base = { $file } ішінде: { $message }
variant-merge-mixed = Бұл файлдардың бірі айырмашылық қана бар нұсқа, бірі тұтас сценарий. Олар өзгертілмеді. Барлығын бір түрге келтіріп, қайта біріктіріңіз.
variant-header = Бұл — нұсқа: мұнда негізінен айырмашылығы ғана жазылған.
save-is-base = Жазылмады: { $file } — осы нұсқаның негізі. Басқа файл таңдаңыз.

command-try-variant = Осы файлдың нұсқасын байқап көру
command-save-as-variant = Нұсқа ретінде сақтау…
command-save-as-whole = Тұтас сақтау…
dialog-variant-title = Нұсқа ретінде сақтау
dialog-variant-text = Файлда тек негізінен айырмашылығы болады, әрі ол негізіне ілеседі.
dialog-variant-base = Негізі
dialog-variant-own = Нұсқаны қайда сақтау керек:
dialog-whole-title = Тұтас сақтау
dialog-whole-text = Файлда бәрі болады, әрі ол негізіне енді ілеспейді.
said-variant-needs-file = Алдымен сценарийді сақтаңыз: нұсқа өз негізінің файлын атайды
said-variant = Бұл нұсқа: оның файлында тек негізінен айырмашылығы болады
variant-of = { $base } файлының нұсқасы
variant-kept = { $count } өзгеріс негізде енді жоқ нәрсеге қатысты; олар файлда күтеді
variant-stale-title = Негізі содан бері өзгерген жерлер
variant-stale = негізде { $was } болған, енді { $now }; бізде { $ours }
variant-keep-ours = Біздікін қалдыру
variant-keep-ours-at = Біздікін қалдыру: { $place }
variant-take-base = Негіздікін алу
variant-take-base-at = Негіздікін алу: { $place }
edit-take-base = негізден алынды: { $what }
