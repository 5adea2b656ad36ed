# Барлық жобалардың кестесі: енгізу, көшіру және қою.

view-table = Кесте

sheet-name = Атауы
sheet-kind = Түрі
sheet-owner = Жауапты
sheet-value = Құндылығы
sheet-phase = Жоспарда
sheet-capex = Құру құны
sheet-opex = Жылдық ұстау құны
sheet-staff = Адам-ай
sheet-duration = Жұмыс кезеңдері
sheet-earliest = Ерте емес
sheet-latest = Кеш емес
sheet-mandatory = Міндетті
sheet-yes = иә
sheet-no = жоқ
sheet-left-out = кірмеді
sheet-of = { $field }: { $item }
sheet-range = { $low } – { $high }

sheet-empty = Жобалар туралы белгілінің бәрі осында, әрқайсысына бір жол: енгізіңіз немесе электрондық кестеден қойыңыз
sheet-heading-hint = Шерту: бағанды белгілеу · екі рет шерту не Alt+төмен: реттеу
sheet-cells = Ұяшықтар: { $count }
sheet-sums = Ұяшықтар: { $count } · сандар: { $numbers } · қосындысы { $sum } · орташасы { $mean }
sheet-fill = { $count } ұяшықтың жаңа мәні
sheet-fill-name = Белгіленген ұяшықтардың жаңа мәні
sheet-fill-enter = Енгізу
sheet-fill-hint = Барлық белгіленген ұяшықтарға мән; +10 % немесе −10 % әр санды өз үлесіне өзгертеді
sheet-copied = { $count } ұяшық көшірілді
sheet-some-refused = { $count } ұяшық өзгеріссіз қалды: { $why }

sheet-paste-title = Осы ұяшықтарды қою керек пе?
sheet-paste-changing = { $count } ұяшық өзгереді
sheet-paste-same = { $count } ұяшықта сол мән тұр
sheet-paste-refused = { $count } ұяшыққа енгізуге болмайды
sheet-paste-new = { $count } жаңа жоба
sheet-paste-accept = { $count } ұяшықты өзгерту
sheet-paste-nothing = Ештеңе өзгермейді: ұяшықтарда сол тұр
sheet-new-item = { $name } (жаңа)
sheet-column = Баған
sheet-was = Болған
sheet-becomes = Болады

sheet-refused-result = Мұны бағдарлама есептейді; ештеңе енгізуге болмайды
sheet-refused-no-number = Бұл сан емес
sheet-refused-negative = Мән 0-ден кем бола алмайды
sheet-refused-not-whole = 1-ден басталатын бүтін сан керек
sheet-refused-unknown = Мыналардың бірі керек: { $allowed }
sheet-refused-by-phase = Құны кезеңдер бойынша берілген; оны «Шешім» бетіндегі «Ақша» бөлімінде өзгертіңіз
sheet-refused-several-agencies = Адамдарды бірнеше мекеме береді; мұны «Шешім» бетіндегі «Ақша» бөлімінде өзгертіңіз
sheet-refused-empty = Бұл жер бос бола алмайды
sheet-refused-nothing-to-change = Үлесін алатын сан әлі жоқ
sheet-refused-outside = Мұнда ұяшық жоқ; жаңа жолға атау керек

edit-cell = { $what }
edit-cells = кестенің { $what } ұяшығы
