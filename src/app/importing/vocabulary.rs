//! What columns are called in tables of many countries.
//!
//! Each entry is a title without what else may stand in it; a word that ends in `*` may
//! go on. The list is data: a title that was not understood is one more line here.

/// What a title speaks of, before anybody looks at a scenario.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Topic {
    Id,
    Name,
    Description,
    Kind,
    Owner,
    Demand,
    Capex,
    Opex,
    Staff,
    Duration,
    Earliest,
    Latest,
    Mandatory,
    Goals,
    Requires,
    Year,
    Note,
}

/// Titles by topic, each with how surely it is meant, 0..1.
pub(super) const TITLES: &[(Topic, f64, &[&str])] = &[
    (Topic::Id, 0.95, &[
        "id", "service id", "item id", "project id", "identifier", "service code", "service number",
        "unique id", "uid", "идентификатор", "код услуги", "код", "шифр", "ид", "реестровый номер",
        "номер услуги", "код проекта", "идентификаторы", "сәйкестендіргіш", "қызмет коды", "коды",
        "identifiant", "code du service", "code service", "identifiant du service", "kennung",
        "identificador", "código", "codigo", "codice",
    ]),
    (Topic::Id, 0.7, &["code", "ref", "reference", "key", "no", "number", "№", "номер", "нөмірі",
        "numéro", "réf", "référence", "nr", "nummer"]),
    (Topic::Name, 1.0, &[
        "service name", "name of service", "name of the service", "service title", "item name",
        "project name", "name", "title", "наименование", "наименован* услуг*",
        "наименован* государственн* услуг*", "название", "название услуги", "наименование проекта",
        "услуга", "государственная услуга", "атауы", "атау", "қызмет атауы", "қызмет* атау*",
        "мемлекеттік көрсетілетін қызмет* атау*", "көрсетілетін қызмет*", "nom", "nom du service",
        "intitulé", "intitulé du service", "intitulé de la démarche", "libellé", "désignation",
        "nom de la démarche", "bezeichnung", "leistung", "name der leistung", "leistungsbezeichnung",
        "nombre", "nombre del trámite", "nombre del servicio", "trámite", "nome", "nome do serviço",
        "serviço", "servizio", "denominazione", "teenuse nimi", "usluga", "nazwa", "nazwa usługi",
    ]),
    (Topic::Name, 0.85, &["service", "services", "e service", "item", "project", "transaction name",
        "life event", "initiative", "проект", "мероприятие", "процедура", "қызмет", "жоба",
        "démarche", "prestation", "projet", "procédure", "candidate", "application name"]),
    (Topic::Description, 0.95, &["description", "summary", "purpose", "details", "about",
        "service description", "what it does", "описание", "краткое описание", "описание услуги",
        "содержание услуги", "назначение", "сипаттама*", "сипаттамасы", "қысқаша сипаттама*", "résumé",
        "descriptif", "objet", "beschreibung", "descripción", "descrição", "descrizione"]),
    (Topic::Kind, 0.9, &["kind", "type", "item type", "service type", "project type", "вид", "тип",
        "вид объекта", "тип проекта", "категория", "category", "түрі", "санаты", "nature",
        "catégorie", "art"]),
    (Topic::Owner, 1.0, &["owner", "service owner", "agency", "agency or body", "responsible agency",
        "lead agency", "owner org", "owner organisation", "owner organization", "owning agency",
        "organisation name", "organization name", "provider", "service provider", "владел*",
        "услугодател*", "ведомств*", "ответственн* ведомств*", "ответственн* орган*",
        "государственн* орган*", "уполномоченн* орган*", "орган*", "исполнител*", "иесі",
        "көрсетілетін қызметті беруші", "қызмет беруші", "мемлекеттік орган*", "жауапты орган*", "organisme", "organisme responsable", "autorité responsable",
        "service responsable", "zuständige behörde", "behörde", "entidad", "órgão", "ente"]),
    (Topic::Owner, 0.88, &["ministry", "department", "organisation", "organization", "authority",
        "institution", "entity", "body", "org", "responsible", "government body", "directorate",
        "министерств*", "ответственн*", "департамент*", "комитет*", "министрлі*", "ұйым*", "мекеме*", "ministère", "direction", "administration", "responsable",
        "entité", "ministerium", "ressort", "ministerio", "organismo", "ministério", "ministero"]),
    (Topic::Demand, 1.0, &["demand", "transactions", "transactions per year", "annual transactions",
        "number of transactions", "applications", "number of applications", "num applications",
        "applications received", "volume", "annual volume", "requests", "number of requests",
        "requests per year", "cases per year", "number of cases", "востребованность", "спрос",
        "количество заявлений", "число заявлений", "количество обращений", "число обращений",
        "количество заявок", "количество услуг", "количество оказанн* услуг", "оказано услуг",
        "количество транзакций", "транзакций", "объем услуг", "объем", "сұраныс", "өтініш* сан*",
        "өтінімдер саны", "көрсетілген қызмет* сан*", "қызмет* сан*", "транзакция* сан*",
        "demandes", "nombre de demandes", "nombre de transactions", "volume annuel",
        "nombre de dossiers", "requêtes", "nombre de requêtes", "fallzahl", "anzahl anträge",
        "anträge", "solicitudes", "número de solicitudes", "pedidos", "richieste",
        "numero di richieste", "wnioski", "liczba wniosków"]),
    (Topic::Demand, 0.85, &["cases", "usage", "uptake", "submissions", "orders", "filings", "count",
        "заявлен*", "обращен*", "заявок", "обращений", "запрос*", "өтініш*", "dossiers", "opérations",
        "actes", "users", "users per year", "number of users", "получател*", "usagers", "nutzung",
        "volumes", "quantity", "количество"]),
    (Topic::Capex, 1.0, &["capex", "capital cost*", "capital expenditure", "investment",
        "investment cost*", "build cost", "development cost*", "implementation cost*",
        "project cost*", "cost to build", "one off cost*", "капитальн* затрат*", "капвложен*",
        "капитальн* вложен*", "капитальн* расход*", "инвестици*", "стоимость проекта",
        "стоимость разработки", "стоимость создания", "затраты на создание", "затраты на разработку",
        "күрделі шығын*", "инвестиция*", "жоба құны", "әзірлеу құны", "investissement",
        "coût d investissement", "coûts d investissement", "coût du projet",
        "coût de développement", "investitionskosten", "inversión", "investimento"]),
    (Topic::Capex, 0.8, &["cost", "costs", "total cost", "budget", "estimated cost", "price",
        "amount", "стоимость", "затраты", "бюджет", "смета", "сметная стоимость", "сумма", "құны",
        "шығын*", "шығындар", "бюджеті", "сомасы", "coût", "coûts", "coût total", "montant",
        "kosten", "costo", "coste", "custo", "koszt"]),
    (Topic::Opex, 1.0, &["opex", "opex per year", "running cost*", "operating cost*", "annual cost*",
        "operating expenditure", "maintenance", "maintenance cost*", "cost per year", "yearly cost*",
        "recurring cost*", "эксплуатационн* затрат*", "эксплуатационн* расход*", "эксплуатация",
        "операционн* расход*", "операционн* затрат*", "ежегодн* затрат*", "ежегодн* расход*",
        "текущ* расход*", "текущ* затрат*", "сопровожден*", "содержание", "затраты на сопровожден*",
        "стоимость сопровожден*", "ағымдағы шығын*", "пайдалану шығын*", "жыл сайынғы шығын*",
        "fonctionnement", "coût* de fonctionnement", "coût* annuel*", "coût* d exploitation",
        "betriebskosten", "laufende kosten"]),
    (Topic::Staff, 1.0, &["staff", "staff months", "person months", "man months", "staff effort",
        "person years", "fte", "ftes", "effort", "headcount", "staffing", "трудозатраты",
        "человеко месяц*", "чел мес*", "персонал", "штат", "штатн* численност*", "численность",
        "трудоемкость", "адам ай", "қызметкер*", "персонал саны", "еңбек шығын*", "effectif",
        "effectifs", "mois personne", "mois hommes", "etp", "personalaufwand", "personal"]),
    (Topic::Duration, 0.9, &["duration", "project duration", "time to build", "phases",
        "implementation time", "длительность", "продолжительность", "срок реализации",
        "срок разработки", "срок проекта", "ұзақтығы", "іске асыру мерзімі", "durée",
        "durée du projet", "dauer"]),
    (Topic::Earliest, 0.9, &["earliest", "earliest phase", "earliest start", "start", "start year",
        "start date", "not before", "planned start", "begin", "начало", "год начала", "дата начала",
        "не ранее", "начало реализации", "срок начала", "басталуы", "басталу жылы", "début",
        "année de début", "date de début", "pas avant", "beginn"]),
    (Topic::Latest, 0.9, &["latest", "latest phase", "latest start", "deadline", "due", "due date",
        "no later than", "не позднее", "крайний срок", "кешіктірмей", "échéance", "au plus tard",
        "frist"]),
    (Topic::Mandatory, 0.95, &["mandatory", "obligatory", "must have", "compulsory",
        "required by law", "обязательн*", "обязательный", "міндетті", "obligatoire",
        "verpflichtend"]),
    (Topic::Goals, 0.95, &["goal", "goals", "objective", "objectives", "strategic goal*",
        "policy goal*", "strategic objective*", "цель", "цели", "стратегическая цель", "задача",
        "мақсат*", "мақсаты", "objectif", "objectifs", "ziel", "ziele"]),
    (Topic::Requires, 0.95, &["requires", "depends on", "dependency", "dependencies",
        "prerequisite", "prerequisites", "predecessor", "predecessors", "зависит от", "зависимост*",
        "предшеств*", "требует", "тәуелді*", "алғышарт*", "dépend de", "dépendances", "prérequis",
        "abhängig von"]),
    (Topic::Year, 0.95, &["year", "fiscal yr", "fiscal year", "financial year", "reporting year",
        "reporting period", "period", "год", "отчетный год", "отчетный период", "период", "жыл",
        "жылы", "есепті жыл", "année", "exercice", "exercice financier", "jahr", "año", "ano"]),
    (Topic::Note, 0.9, &["note", "notes", "remark", "remarks", "special remarks", "comment",
        "comments", "примечание", "примечания", "комментарий", "комментарии", "ескерту",
        "ескертпе", "remarque", "remarques", "commentaire", "commentaires", "observations",
        "anmerkung", "bemerkung"]),
];

/// Words that turn a title away from a topic: the name of a programme is no item's name.
pub(super) const TURNS: &[(&[Topic], &[&str])] = &[
    (
        &[Topic::Name, Topic::Id],
        &["program", "programme", "program*", "department", "agency", "owner", "org", "organi*",
          "ministry", "parent", "contact", "file", "category", "group", "url", "uri", "link", "row",
          "программ*", "ведомств*", "министерств*", "орган*", "владел*", "контакт*", "категори*",
          "министрлі*", "ministère", "organisme", "programme*", "phone", "street", "бағдарлама*"],
    ),
    (&[Topic::Id], &["year", "fiscal", "count", "applications", "transactions", "cases", "requests",
        "users", "заявлен*", "обращен*", "услуг", "бин", "иин", "demandes", "phone", "tel"]),
    (&[Topic::Name], &["count", "number", "total", "количество", "число", "саны", "nombre", "type",
        "вид", "тип", "түрі", "standard", "channel", "канал*", "digital", "online"]),
    (&[Topic::Owner], &["count", "number", "email", "mail", "phone", "url", "link", "type", "телефон",
        "контакт*", "address", "адрес", "budget"]),
    (
        &[Topic::Demand],
        &["cost*", "price", "fee*", "rate", "share", "percent", "%", "time", "average", "avg", "date",
          "link", "links", "url", "uri", "standard*", "satisfaction", "target", "стоимост*", "цена",
          "доля", "срок*", "процент*", "үлес*", "coût*", "délai*", "taux", "part", "growth", "type",
          "status", "links", "link", "documents", "документ*", "complaint*", "жалоб*", "refus*",
          "отказ*", "budget*"],
    ),
    (
        &[Topic::Capex],
        &["per", "running", "operating", "annual", "annuel*", "yearly", "recurring", "fonctionnement",
          "unit", "code", "fee", "ежегодн*", "текущ*", "эксплуатац*", "сопровожд*", "услуги", "линия",
          "line", "ағымдағы", "exploitation", "maintenance"],
    ),
    (&[Topic::Duration], &["оказан*", "көрсету", "processing", "service", "traitement", "date"]),
    (&[Topic::Earliest, Topic::Latest], &["review", "improvement", "update", "working", "hour*"]),
    (&[Topic::Year], &["per", "cost*", "start", "begin", "начал*", "début", "transactions", "num",
        "number", "applications", "budget", "басталу*", "last", "в"]),
    (&[Topic::Description], &["program*", "программ*"]),
];

/// What people do with services, not how often they get them: counted, but no demand
/// where anything better is there.
pub(super) const LESSER_DEMAND: &[&str] = &["visits", "visit*", "enquir*", "inquir*", "calls", "call*",
    "views", "hits", "downloads", "посещен*", "звонк*", "просмотр*", "визит*",
    "visites", "appels", "кіру*", "қоңырау*"];

/// Words of a whole made of parts.
pub(super) const TOTAL: &[&str] = &["total", "totals", "всего", "итого", "общее", "общий", "барлығы",
    "жалпы", "ensemble", "sum", "overall", "all", "gesamt", "insgesamt", "suma"];

/// Ways by which people reach a service: such a column is a part of the whole.
pub(super) const CHANNELS: &[&str] = &["online", "phone", "telephone", "mail", "post", "postal",
    "email", "fax", "person", "counter", "paper", "mobile", "sms", "kiosk", "web", "other", "digital",
    "онлайн", "портал*", "электронн*", "бумажн*", "почт*", "телефон*", "мобильн*", "цон", "хқко",
    "мфц", "лично", "прочее", "другие", "порталы", "guichet", "courrier", "ligne", "téléphone",
    "papier", "autre", "autres", "басқа", "қағаз*"];

/// Words for the least and the most of a range.
pub(super) const LOW: &[&str] = &["low", "lowest", "min", "minimum", "lower", "optimistic", "мин",
    "минимум", "минимальн*", "нижн*", "төменгі", "ең", "basse", "bas"];
/// See [`LOW`].
pub(super) const HIGH: &[&str] = &["high", "highest", "max", "maximum", "upper", "pessimistic", "макс",
    "максимум", "максимальн*", "верхн*", "жоғарғы", "haute", "haut"];

/// Words for an abbreviation or a code beside a name.
pub(super) const CODE: &[&str] = &["abbreviation", "abbr", "abbrev", "acronym", "code", "id", "key",
    "short", "аббревиатура", "сокращ*", "код", "коды", "қысқарт*", "sigle", "acronyme", "kürzel"];

/// Languages by how titles name them.
pub(super) const LANGUAGES: &[(&str, &[&str])] = &[
    ("en", &["en", "eng", "english", "англ", "английск*", "ағылшын*", "anglais"]),
    ("ru", &["ru", "rus", "russian", "рус", "русск*", "орыс*", "russe"]),
    ("kk", &["kk", "kz", "kaz", "kazakh", "каз", "казахск*", "қаз", "қазақ*", "гос", "kazakhe"]),
    ("fr", &["fr", "fra", "fre", "french", "франц*", "français", "française", "francais"]),
    ("de", &["de", "deu", "german", "deutsch"]),
    ("es", &["es", "spa", "spanish", "español"]),
    ("pt", &["pt", "por", "portuguese", "português"]),
    ("it", &["it", "ita", "italian", "italiano"]),
    ("ky", &["ky", "kg", "kir", "kyrgyz", "кырг*"]),
    ("uz", &["uz", "uzb", "uzbek", "узб*"]),
    ("uk", &["uk", "ukr", "ua", "ukrainian", "укр*"]),
    ("et", &["et", "est", "eesti"]),
    ("ar", &["ar", "ara", "arabic", "عربي"]),
    ("zh", &["zh", "chi", "chinese"]),
];

/// Words that join others and say nothing alone.
pub(super) const JOINING: &[&str] = &["of", "the", "a", "an", "in", "on", "for", "to", "by", "and", "or",
    "de", "du", "des", "la", "le", "les", "l", "d", "en", "на", "по", "и", "или", "в", "за", "для", "о",
    "der", "die", "das", "бойынша", "және", "языке", "язык", "тілінде", "тілі", "language", "langue"];

/// True if a word of a title is that of a list, whose words may go on where they end in `*`.
pub(super) fn is(word: &str, pattern: &str) -> bool {
    match pattern.strip_suffix('*') {
        Some(stem) => word.starts_with(stem),
        None => word == pattern,
    }
}

/// True if any word of a title stands in a list.
pub(super) fn any(words: &[String], list: &[&str]) -> bool {
    words.iter().any(|word| list.iter().any(|pattern| is(word, pattern)))
}
