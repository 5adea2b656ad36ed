//! Kinds of item, and yes and no, by the words that people use for them.

use super::vocabulary::is;
use crate::files::tables::title_words;
use crate::model::ItemKind;

/// Words that name a kind, the more special kinds first.
const KINDS: &[(ItemKind, &[&str])] = &[
    (
        ItemKind::ProcessReview,
        &[
            "process review",
            "review",
            "reengineering",
            "re engineering",
            "реинжиниринг*",
            "пересмотр*",
            "обзор процесс*",
            "процесс*",
            "процесті қайта",
            "révision*",
            "réingénierie",
        ],
    ),
    (
        ItemKind::Register,
        &[
            "register*",
            "registr*",
            "registry",
            "database",
            "data register",
            "реестр*",
            "регистр*",
            "база данных",
            "кадастр*",
            "тіркелім*",
            "тізілім*",
            "дерекқор*",
            "registre*",
            "base de données",
            "fichier",
        ],
    ),
    (
        ItemKind::Infrastructure,
        &[
            "infrastructure",
            "platform*",
            "network",
            "shared service*",
            "system",
            "инфраструктур*",
            "платформ*",
            "сеть",
            "шлюз*",
            "инфрақұрылым*",
            "желі",
            "plateforme",
            "réseau",
        ],
    ),
    (
        ItemKind::Legal,
        &[
            "legal",
            "legal act",
            "law",
            "laws",
            "act",
            "regulation",
            "by law",
            "закон*",
            "нпа",
            "правов*",
            "нормативн*",
            "постановлен*",
            "заң*",
            "құқықтық*",
            "loi",
            "décret",
            "juridique",
            "texte",
        ],
    ),
    (ItemKind::Standard, &["standard*", "стандарт*", "norme*", "регламент*"]),
    (
        ItemKind::Capacity,
        &[
            "capacity",
            "training",
            "organisation",
            "organization",
            "human resources",
            "обучен*",
            "кадр*",
            "потенциал*",
            "оқыту",
            "әлеует*",
            "formation",
            "capacités",
        ],
    ),
    (
        ItemKind::Access,
        &["access", "access point*", "connectivity", "доступ*", "қолжетімділік*", "accès"],
    ),
    (
        ItemKind::Service,
        &[
            "service*",
            "e service*",
            "услуг*",
            "госуслуг*",
            "сервис*",
            "қызмет*",
            "démarche",
            "prestation",
        ],
    ),
];

/// The kind that a text names, in any language that we know.
///
/// ```
/// use phasewise::app::importing::kind_named;
/// use phasewise::model::ItemKind;
/// assert_eq!(kind_named("process_review"), Some(ItemKind::ProcessReview));
/// assert_eq!(kind_named("Государственная услуга"), Some(ItemKind::Service));
/// assert_eq!(kind_named("APIR"), None);
/// ```
pub fn kind_named(text: &str) -> Option<ItemKind> {
    let words = title_words(text);
    // A sentence about a law is no kind.
    if words.is_empty() || words.len() > 4 {
        return None;
    }
    let named = |phrase: &&str| {
        let pattern: Vec<&str> = phrase.split(' ').collect();
        words.windows(pattern.len()).any(|w| w.iter().zip(&pattern).all(|(word, p)| is(word, p)))
    };
    KINDS.iter().find(|(_, phrases)| phrases.iter().any(&named)).map(|(kind, _)| *kind)
}

/// Yes or no in any language that we know.
pub(in crate::app) fn yes_or_no(text: &str) -> Option<bool> {
    let folded = text.trim().to_lowercase();
    match folded.as_str() {
        "yes"
        | "y"
        | "true"
        | "1"
        | "x"
        | "✓"
        | "✔"
        | "+"
        | "да"
        | "истина"
        | "иә"
        | "oui"
        | "vrai"
        | "ja"
        | "sí"
        | "si"
        | "mandatory"
        | "обязательно"
        | "міндетті"
        | "obligatoire" => Some(true),
        "no" | "n" | "false" | "0" | "-" | "–" | "—" | "" | "нет" | "ложь" | "жоқ" | "non"
        | "faux" | "nein" | "optional" => Some(false),
        _ => None,
    }
}
