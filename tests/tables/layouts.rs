//! Layouts as people make them, each brought in by the guess alone.

use crate::support::{File, Imported, kazakhstan, score};
use phasewise::app::importing::{Reason, Skip};
use phasewise::files::tables::Why;
use phasewise::model::{Capex, ItemKind};

#[test]
fn a_title_lies_above_and_totals_below() {
    let file = File::of(
        "inventory.csv",
        "National service inventory 2024,,,,\n\
         as of 31.12.2024,,,,\n\
         ,,,,\n\
         No.,Service name,Responsible agency,Applications per year,Cost (USD mln)\n\
         1,Birth certificates,Ministry of Justice,\"12,500\",1.2\n\
         2,Driving licences,Ministry of Interior,\"340,000\",0.8\n\
         ,,,,\n\
         3,Building permits,City council,n/a,—\n\
         Total,,,\"352,500\",2.0\n\
         * provisional figures,,,,\n",
    );
    let found = Imported::new(&file);
    found.assert_fields(&[
        ("Service name", "name"),
        ("Responsible agency", "owner"),
        ("Applications per year", "scores.demand"),
        ("Cost (USD mln)", "capex"),
    ]);
    assert_eq!(found.names("en"), ["Birth certificates", "Driving licences", "Building permits"]);
    assert_eq!(found.demand(), [Some(12_500.0), Some(340_000.0), None]);
    assert_eq!(found.capex(), [1_200_000.0, 800_000.0, 0.0]);
    assert_eq!(found.scenario.currency, "USD");
    let skipped: Vec<_> =
        found.difference.skipped.iter().map(|skip| (skip.row + 1, skip.why.clone())).collect();
    assert_eq!(
        skipped,
        [
            (7, Skip::Layout(Why::Blank)),
            (9, Skip::Layout(Why::Total)),
            (10, Skip::Layout(Why::Note))
        ]
    );
    assert_eq!(found.mapping.columns[0].reason, Reason::Counter);
    let note = found.scenario.items[0].scores["demand"].note.clone().unwrap();
    assert_eq!(note, "inventory.csv, D5");
}

#[test]
fn russian_headers_in_windows_1251_with_decimal_commas() {
    let text = "№ п/п;Наименование услуги;Ведомство;Количество обращений, тыс.;Стоимость, млн тг;Срок реализации (мес.)\n\
        1;Регистрация рождения;Министерство юстиции;12,5;1,25;6\n\
        2;Выдача водительского удостоверения;Министерство внутренних дел;1 340,25;0,8;24\n\
        3;Регистрация юридического лица;Министерство юстиции;н/д;3;13\n\
        Итого;;;1 352,75;5,05;\n";
    let (bytes, _, _) = encoding_rs::WINDOWS_1251.encode(text);
    let found = Imported::new(&File::of("услуги.csv", bytes));
    found.assert_fields(&[
        ("Наименование услуги", "name"),
        ("Ведомство", "owner"),
        ("Количество обращений, тыс.", "scores.demand"),
        ("Стоимость, млн тг", "capex"),
        ("Срок реализации (мес.)", "duration"),
    ]);
    assert_eq!(found.demand(), [Some(12_500.0), Some(1_340_250.0), None]);
    assert_eq!(found.capex(), [1_250_000.0, 800_000.0, 3_000_000.0]);
    assert_eq!(found.scenario.currency, "KZT");
    // A phase is a year: 6 months are one, 24 two, 13 two.
    let phases: Vec<u32> = found.scenario.items.iter().map(|item| item.duration()).collect();
    assert_eq!(phases, [1, 2, 2]);
    assert_eq!(found.scenario.items[0].id, "registratsiya-rozhdeniya");
    assert_eq!(found.scenario.agencies.len(), 2);
}

#[test]
fn french_headers_with_decimal_commas() {
    let text = "Code;Intitulé de la démarche;Ministère;Nombre de demandes;Coût (k€);Obligatoire\n\
        D-01;Délivrance d’un passeport;Intérieur;1 250 000;1 250,5;oui\n\
        D-02;Déclaration de revenus;Économie et Finances;37 900 000;8 200,25;non\n\
        D-03;Acte de naissance;Justice;s.o.;12,5;oui\n\
        Sous-total;;;39 150 000;9 463,25;\n";
    let (bytes, _, _) = encoding_rs::WINDOWS_1252.encode(text);
    let found = Imported::new(&File::of("demarches.csv", bytes));
    found.assert_fields(&[
        ("Code", "id"),
        ("Intitulé de la démarche", "name"),
        ("Ministère", "owner"),
        ("Nombre de demandes", "scores.demand"),
        ("Coût (k€)", "capex"),
        ("Obligatoire", "mandatory"),
    ]);
    assert_eq!(found.demand(), [Some(1_250_000.0), Some(37_900_000.0), None]);
    assert_eq!(found.capex(), [1_250_500.0, 8_200_250.0, 12_500.0]);
    let mandatory: Vec<bool> = found.scenario.items.iter().map(|item| item.mandatory).collect();
    assert_eq!(mandatory, [true, false, true]);
    assert_eq!(found.difference.skipped[0].why, Skip::Layout(Why::Total));
}

#[test]
fn kazakh_headers_with_names_in_three_languages() {
    let file = File::of(
        "qyzmet.tsv",
        "Қызмет коды\tАтауы (қазақша)\tАтауы (орысша)\tАтауы (ағылшынша)\tМемлекеттік орган\tӨтініштер саны\n\
         K-1\tТуу туралы куәлік\tСвидетельство о рождении\tBirth certificate\tӘділет министрлігі\t12 500\n\
         K-2\tЖүргізуші куәлігі\tВодительское удостоверение\tDriving licence\tІшкі істер министрлігі\t340 000\n",
    );
    let found = Imported::new(&file);
    found.assert_fields(&[
        ("Қызмет коды", "id"),
        ("Атауы (қазақша)", "name.kk"),
        ("Атауы (орысша)", "name.ru"),
        ("Атауы (ағылшынша)", "name.en"),
        ("Мемлекеттік орган", "owner"),
        ("Өтініштер саны", "scores.demand"),
    ]);
    assert_eq!(found.names("ru"), ["Свидетельство о рождении", "Водительское удостоверение"]);
    assert_eq!(found.names("kk")[1], "Жүргізуші куәлігі");
    assert_eq!(found.scenario.languages, ["kk", "ru", "en"]);
    assert_eq!(found.demand(), [Some(12_500.0), Some(340_000.0)]);
}

#[test]
fn channels_under_a_group_add_up_where_no_total_is_given() {
    let file = File::of(
        "channels.csv",
        "Service,Agency,Applications,,,Remarks\n\
         ,,Online,Phone,By mail,\n\
         Passport,Interior,100,20,3,\n\
         Tax return,Finance,5000,NA,400,see note\n\
         Permit,City,NA,NA,NA,\n",
    );
    let found = Imported::new(&file);
    found.assert_fields(&[
        ("Service", "name"),
        ("Agency", "owner"),
        ("Applications / Online", "scores.demand"),
        ("Applications / Phone", "scores.demand"),
        ("Applications / By mail", "scores.demand"),
        ("Remarks", "note"),
    ]);
    assert_eq!(found.demand(), [Some(123.0), Some(5400.0), None]);
    let note = found.scenario.items[0].scores["demand"].note.clone().unwrap();
    assert_eq!(note, "channels.csv, C3 + D3 + E3");
}

#[test]
fn a_total_is_preferred_to_its_parts() {
    let file = File::of(
        "channels.csv",
        "Service,Requests online,Requests by phone,Requests\n\
         Passport,100,20,120\n\
         Tax return,5000,,5000\n\
         Permit,7,3,10\n",
    );
    let found = Imported::new(&file);
    found.assert_fields(&[("Service", "name"), ("Requests", "scores.demand")]);
    assert_eq!(found.demand(), [Some(120.0), Some(5000.0), Some(10.0)]);
    assert_eq!(found.mapping.columns[3].reason, Reason::Whole { parts: 2 });
    let part = Reason::PartOf { whole: "Requests".to_owned() };
    assert_eq!(found.mapping.columns[1].reason, part);
}

#[test]
fn of_several_years_demand_takes_the_latest_and_cost_adds_up() {
    let file = File::of(
        "years.csv",
        "Service;Transactions 2021;Transactions 2022;Transactions 2023;Capex 2024 (M€);Capex 2025 (M€)\n\
         Passport;90;95;100;1,5;2\n\
         Tax return;4000;4500;5000;;3\n",
    );
    let found = Imported::new(&file);
    found.assert_fields(&[
        ("Service", "name"),
        ("Transactions 2023", "scores.demand"),
        ("Capex 2024 (M€)", "capex"),
        ("Capex 2025 (M€)", "capex"),
    ]);
    assert_eq!(found.demand(), [Some(100.0), Some(5000.0)]);
    assert_eq!(found.capex(), [3_500_000.0, 3_000_000.0]);
}

#[test]
fn headings_over_rows_name_the_owner() {
    let file = File::of(
        "sections.csv",
        "Service name,Requests,Cost EUR,Earliest start\n\
         Ministry of Justice,,,\n\
         Birth certificates,\"1,200\",\"10,000\",2026\n\
         Marriage certificates,800,\"9,000\",2027\n\
         Ministry of Interior,,,\n\
         Passports,\"90,000\",\"50,000\",2026\n\
         Visas,\"9,000\",\"70,000\",2028\n",
    );
    let found = Imported::new(&file);
    assert_eq!(
        found.owners(),
        [
            "Ministry of Justice",
            "Ministry of Justice",
            "Ministry of Interior",
            "Ministry of Interior"
        ]
    );
    let phases: Vec<&str> = found.scenario.phases.iter().map(|phase| phase.id.as_str()).collect();
    assert_eq!(phases, ["2026", "2027", "2028"]);
    assert_eq!(found.scenario.items[3].earliest_phase.as_ref().unwrap(), &"2028");
}

#[test]
fn a_row_of_column_numbers_and_a_repeated_header_are_passed_over() {
    let file = File::of(
        "form.csv",
        "Наименование услуги;Орган;Количество услуг\n\
         1;2;3\n\
         Выдача паспорта;МВД;100\n\
         Регистрация брака;Минюст;50\n\
         Наименование услуги;Орган;Количество услуг\n\
         Выдача визы;МИД;7\n\
         Всего;;157\n",
    );
    let found = Imported::new(&file);
    assert_eq!(found.demand(), [Some(100.0), Some(50.0), Some(7.0)]);
    let whys: Vec<_> = found.difference.skipped.iter().map(|skip| skip.why.clone()).collect();
    assert_eq!(whys, [Skip::Layout(Why::HeaderAgain), Skip::Layout(Why::Total)]);
}

#[test]
fn units_stand_in_a_row_of_their_own_or_above_the_table() {
    let file = File::of(
        "units.csv",
        "Project,Owner,Investment,Staff\n\
         ,,USD mln,person months\n\
         Data centre,ICT agency,2.5,40\n\
         Portal,ICT agency,0.75,18\n",
    );
    let found = Imported::new(&file);
    assert_eq!(found.capex(), [2_500_000.0, 750_000.0]);
    assert_eq!(found.scenario.items[0].staff_months[0].months.best, 40.0);
    let file = File::of(
        "above.csv",
        "Перечень проектов;;\n;;(млн тенге)\nНаименование проекта;Исполнитель;Стоимость проекта\n\
         Портал;НИТ;12,5\nЦОД;НИТ;1 200\n",
    );
    let found = Imported::new(&file);
    assert_eq!(found.capex(), [12_500_000.0, 1_200_000_000.0]);
}

#[test]
fn a_name_that_begins_with_total_is_no_total() {
    let file = File::of(
        "names.csv",
        "Service,Volume\nTotal loss claims,120\nAll-in-one permit,30\nTotal cost statements,5\nTotal,155\n",
    );
    let found = Imported::new(&file);
    assert_eq!(
        found.names("en"),
        ["Total loss claims", "All-in-one permit", "Total cost statements"]
    );
    // A total with more words is told by its sum.
    let file = File::of(
        "sums.csv",
        "Service,Volume\nA permit,120\nB permit,30\nTotal of the ministry,150\nC permit,5\nD permit,7\nTotal of the agency,12\n",
    );
    assert_eq!(Imported::new(&file).demand(), [Some(120.0), Some(30.0), Some(5.0), Some(7.0)]);
}

#[test]
fn kinds_links_goals_and_ranges() {
    let file = File::of(
        "rich.csv",
        "id,name,kind,goals,requires,capex low,capex,capex high,duration\n\
         reg,Person register,register,Trust,,1.0,1.5,2.5,2\n\
         law,E-signature law,law,Trust; Reach,,0,0.1,0.2,1\n\
         pass,Passports,service,Reach,\"reg; E-signature law\",2,3,5,1\n",
    );
    let found = Imported::new(&file);
    let items = &found.scenario.items;
    let kinds: Vec<ItemKind> = items.iter().map(|item| item.kind).collect();
    assert_eq!(kinds, [ItemKind::Register, ItemKind::Legal, ItemKind::Service]);
    let needs: Vec<&str> = items[2].requires.iter().map(|link| link.item.as_str()).collect();
    assert_eq!(needs, ["reg", "law"]);
    let Capex::Total(cost) = &items[0].capex else { panic!("a total was given") };
    assert_eq!((cost.low, cost.best, cost.high), (Some(1.0), 1.5, Some(2.5)));
    assert_eq!(items[1].goals.len(), 2);
    assert_eq!(items[1].goals[0].share, 0.5);
    assert_eq!(found.scenario.goals.len(), 2);
}

#[test]
fn line_breaks_percent_signs_and_stray_blanks() {
    let file = File::of(
        "breaks.csv",
        "\u{feff}Service\u{a0}name,\"Applications\nper year\",Digital share %\r\n\
         \"Passport\n(adult)\",1 200,45%\r\n\
         \u{200b} Visa ,900 ,7%\r\n",
    );
    let found = Imported::new(&file);
    assert_eq!(found.names("en"), ["Passport (adult)", "Visa"]);
    assert_eq!(found.demand(), [Some(1200.0), Some(900.0)]);
    // A share of what comes online is no demand.
    assert_eq!(found.fields().len(), 2);
}

#[test]
fn a_list_without_a_header_and_one_of_names_alone() {
    let file = File::of(
        "plain.csv",
        "Passport for adults,1200\nVisa for students,900\nTax return,88000\n",
    );
    let found = Imported::new(&file);
    assert_eq!(found.names("en"), ["Passport for adults", "Visa for students", "Tax return"]);
    assert_eq!(found.demand(), [Some(1200.0), Some(900.0), Some(88_000.0)]);
    let file = File::of("names.csv", "Service\nPassport\nVisa\n");
    assert_eq!(Imported::new(&file).names("en"), ["Passport", "Visa"]);
}

#[test]
fn an_owner_that_stands_only_in_its_first_row() {
    let file = File::of(
        "merged.csv",
        "Ministry,Service,Cases\nJustice,Birth certificates,10\n,Marriage certificates,20\n\
         ,Divorces,5\nInterior,Passports,100\n,Visas,40\n",
    );
    let found = Imported::new(&file);
    assert_eq!(found.owners(), ["Justice", "Justice", "Justice", "Interior", "Interior"]);
}

#[test]
fn the_criteria_of_a_scenario_are_columns_by_their_names() {
    let before = kazakhstan();
    let file = File::of(
        "scores.csv",
        "ID;Услуга;Востребованность;Экономия времени пользователя;Openness and less room for bribes;Delivery risk low;Delivery risk;Delivery risk high\n\
         e-tax;Новое имя;500 000;2,5;status-visible;10;20;45\n\
         brand-new;Brand new service;1 000;1;Audit trail;5;10;20\n",
    );
    let found = Imported::into(&file, &before);
    let item = found.scenario.item("brand-new").unwrap();
    assert_eq!(score(item, "demand"), Some(1000.0));
    assert_eq!(score(item, "time-saved"), Some(1.0));
    assert_eq!(score(item, "delivery-risk"), Some(10.0));
    let level = phasewise::model::Measure::Level("audit-trail".to_owned());
    assert_eq!(item.scores["transparency"].best, level);
    let high = item.scores["delivery-risk"].high.clone();
    assert_eq!(high, Some(phasewise::model::Measure::Number(20.0)));
}

#[test]
fn a_service_in_several_years_comes_in_once_with_its_latest() {
    let file = File::of(
        "panel.csv",
        "Year,Service ID,Service,Transactions\n2021,S-1,Passport,10\n2022,S-1,Passport,12\n2023,S-1,Passport,15\n\
         2021,S-2,Visa,5\n2022,S-2,Visa,6\n2023,S-2,Visa,4\n2022,S-3,Permit,1\n",
    );
    let found = Imported::new(&file);
    let ids: Vec<&str> = found.scenario.items.iter().map(|item| item.id.as_str()).collect();
    assert_eq!(ids, ["S-1", "S-2", "S-3"]);
    assert_eq!(found.demand(), [Some(15.0), Some(4.0), Some(1.0)]);
    assert_eq!(found.difference.skipped.len(), 4);
    assert_eq!(found.difference.skipped[0].why, Skip::EarlierYear { than: 3 });
}

#[test]
fn quarters_of_volumes_beside_what_is_digital_and_what_one_costs() {
    let file = File::of(
        "uk.csv",
        "Dept,Abbr,Agency/body,Name of service,URL,2012-Q4 Vol.,2012-Q4 Digital vol.,2013-Q1 Vol.,2013-Q1 Digital vol.,Cost per transaction (£)\n\
         Home Office,HO,HM Passport Office,Passports: renewals,http://x.y/z,\"1,000,000\",\"200,000\",\"1,200,000\",\"300,000\",£12.50\n\
         Home Office,HO,UK Visas,Visa applications,http://x.y/q,\"2,000\",100,\"2,500\",200,£112.50\n",
    );
    let found = Imported::new(&file);
    found.assert_fields(&[
        ("Agency/body", "owner"),
        ("Name of service", "name"),
        ("2013-Q1 Vol.", "scores.demand"),
    ]);
    assert_eq!(found.demand(), [Some(1_200_000.0), Some(2_500.0)]);
}

#[test]
fn a_register_of_a_state_with_a_remark_over_its_header() {
    let file = File::of(
        "etat.csv",
        "Registre des démarches;;;;;\n;;;;;\n;;Mise à jour : 12/2023;;;\n\
         N°;Titre de la démarche;Administration de tutelle;Volumétrie annuelle (en milliers);Taux de dématérialisation;Coût de fonctionnement annuel (M€)\n\
         1;Demander une carte grise;Intérieur;1 234,5;98 %;2,5\n\
         2;Permis de chasser;OFB;—;n/a;0,3\nEnsemble;;;1 234,5;;2,8\n",
    );
    let found = Imported::new(&file);
    found.assert_fields(&[
        ("Titre de la démarche", "name"),
        ("Administration de tutelle", "owner"),
        ("Volumétrie annuelle (en milliers)", "scores.demand"),
        ("Coût de fonctionnement annuel (M€)", "opex_per_year"),
    ]);
    assert_eq!(found.demand(), [Some(1_234_500.0), None]);
    assert_eq!(found.scenario.items[1].opex_per_year.best, 300_000.0);
    assert_eq!(found.difference.skipped[0].why, Skip::Layout(Why::Total));
}

#[test]
fn points_between_thousands_and_commas_before_decimals() {
    let file = File::of(
        "tramites.csv",
        "Trámite,Entidad responsable,Número de solicitudes (2022),Número de solicitudes (2023),Costo de implementación (miles USD)\n\
         Licencia de conducir,Transporte,\"120.500\",\"131.250\",\"1.250,5\"\n\
         Pasaporte,Interior,\"80.000\",\"91.000\",820\nRegistro civil,Registro,s/d,\"1.000\",\"75,25\"\n",
    );
    let found = Imported::new(&file);
    assert_eq!(found.demand(), [Some(131_250.0), Some(91_000.0), Some(1_000.0)]);
    assert_eq!(found.capex(), [1_250_500.0, 820_000.0, 75_250.0]);
}

#[test]
fn neighbours_of_many_tongues() {
    let cases = [
        (
            "Перелік послуг,,,\n№,Назва послуги,Суб'єкт,Кількість звернень у 2023 р.\n1,Реєстрація місця,ЦНАП,\"12 345\"\n\
             2,Паспорт,ДМС,\"1 234 567\"\nВсього,,,\"1 246 912\"\n",
            vec![Some(12_345.0), Some(1_234_567.0)],
        ),
        (
            "Teenuse nimi;Asutus;Taotluste arv\nPassi taotlemine;PPA;120 000\nSünni registreerimine;SM;14 000\n",
            vec![Some(120_000.0), Some(14_000.0)],
        ),
        (
            "Кызматтын аталышы\tНаименование услуги\tГосорган\tЧисло оказанных услуг (2022)\tЧисло оказанных услуг (2023)\n\
             Каттоо\tРегистрация\tМЦР\t15000\t17000\nПаспорт берүү\tВыдача паспорта\tМЦР\t250000\t240000\n",
            vec![Some(17_000.0), Some(240_000.0)],
        ),
        (
            "Myndighed;Ydelse;Antal sager pr. år\nSkat;Årsopgørelse;4.500.000\nKommune;Flytning;850.000\n",
            vec![Some(4_500_000.0), Some(850_000.0)],
        ),
        (
            ",,Demand,,Cost,\nService,Agency,2022,2023,Capex (USD k),Opex (USD k / year)\n\
             Passports,MoI,\"1,000\",\"1,100\",250,30\nVisas,MoI,400,450,120,15\n",
            vec![Some(1_100.0), Some(450.0)],
        ),
        (
            "A1;Passport issue;Interior;1200\nA2;Visa extension;Interior;300\nA3;Birth certificate;Justice;900\n",
            vec![Some(1_200.0), Some(300.0), Some(900.0)],
        ),
    ];
    for (table, demand) in cases {
        let found = Imported::new(&File::of("t.csv", table));
        assert_eq!(found.demand(), demand, "{table}: {:#?}", found.fields());
    }
}
