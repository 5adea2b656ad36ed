//! What a table would change is told before it changes, and what is accepted is one step.

use crate::support::{File, Imported, kazakhstan, score};
use phasewise::app::importing::{
    Accepted, Doubt, Field, Mapping, Part, State, Value, difference, frame, guess, read_table,
};
use phasewise::model::{Item, Requires, Source, StaffNeed};

const FIRST: &str = "id,name,owner,capex,applications\n\
    a,Birth certificates,Justice,100,1000\n\
    b,Passports,Interior,200,5000\n\
    c,Permits,City,300,700\n";

fn first() -> Imported {
    Imported::new(&File::of("first.csv", FIRST))
}

#[test]
fn rows_are_new_changed_unchanged_or_missing() {
    let before = first().scenario;
    let file = File::of(
        "second.csv",
        "id,name,owner,capex,applications\n\
         B,Passports,Interior,250,5000\n\
         c,Permits,City,300,700\n\
         d,Visas,Interior,,90\n",
    );
    let found = Imported::into(&file, &before);
    let states: Vec<State> = found.difference.rows.iter().map(|row| row.state()).collect();
    assert_eq!(states, [State::Changed, State::Unchanged, State::New]);
    assert_eq!(found.difference.missing, [0]);
    let change = &found.difference.rows[0].changes;
    assert_eq!(change.len(), 1);
    assert_eq!(change[0].field, Field::Capex(Part::Best));
    assert_eq!(change[0].was, Some(Value::exactly(200.0)));
    assert_eq!(change[0].becomes, Value::exactly(250.0));
    assert_eq!(change[0].place, "second.csv, D2");
    // Missing is told and stays.
    let ids: Vec<&str> = found.scenario.items.iter().map(|item| item.id.as_str()).collect();
    assert_eq!(ids, ["a", "b", "c", "d"]);
    // An empty cell says nothing.
    assert_eq!(found.capex(), [100.0, 250.0, 300.0, 0.0]);
    let phasewise::model::Capex::Total(cost) = &found.scenario.items[1].capex else { panic!() };
    assert_eq!((cost.source, cost.note.as_deref()), (Some(Source::Stated), Some("second.csv, D2")));
}

#[test]
fn one_change_can_be_taken_alone_and_missing_ones_go_only_when_told() {
    let before = first().scenario;
    let file = File::of(
        "second.csv",
        "id,name,owner,capex,applications\nb,Travel documents,Interior,250,5000\nd,Visas,Interior,5,90\n",
    );
    let table = read_table(&file.path, None, None).unwrap();
    let mapping = guess(&table.sheet, &table.layout, &before);
    let found = difference(&table.sheet, &table.layout, &mapping, &before, "second.csv");
    let after = |accepted: &Accepted| {
        let mut scenario = before.clone();
        found.edit(&before, accepted).apply(&mut scenario).unwrap();
        scenario
    };
    let mut accepted = Accepted::nothing(&found);
    assert_eq!(after(&accepted), before);
    accepted.rows[0] = true;
    accepted.changes[0] =
        found.rows[0].changes.iter().map(|c| c.field == Field::Capex(Part::Best)).collect();
    let one = after(&accepted);
    assert_eq!(one.items.len(), 3);
    assert_eq!(one.items[1].name.get("en"), "Passports");
    assert_eq!(one.items[1].capex.total(), 250.0);
    accepted.removals = vec![true; found.missing.len()];
    let ids: Vec<String> = after(&accepted).items.iter().map(|item| item.id.to_string()).collect();
    assert_eq!(ids, ["b"]);
    assert_eq!(after(&Accepted::sound(&found)).items.len(), 4);
}

#[test]
fn without_ids_names_and_owners_decide() {
    let text =
        "Service,Agency,Volume\nAppeals,Justice,10\nAppeals,Interior,20\nVisas,Interior,30\n";
    let first = Imported::new(&File::of("a.csv", text));
    let ids: Vec<&str> = first.scenario.items.iter().map(|item| item.id.as_str()).collect();
    assert_eq!(ids, ["appeals", "appeals-interior", "visas"]);
    let text =
        "Service,Agency,Volume\nVISAS.,Interior,31\nAppeals,Interior,21\nAppeals,Justice,11\n";
    let again = Imported::into(&File::of("b.csv", text), &first.scenario);
    assert_eq!(again.demand(), [Some(11.0), Some(21.0), Some(31.0)]);
    assert_eq!(again.difference.count(State::New), 0);
}

#[test]
fn a_name_that_is_nearly_the_same_is_held_back() {
    let first =
        Imported::new(&File::of("a.csv", "Service,Volume\nRegistration of birth,10\nForm 12,5\n"));
    let text = "Service,Volume\nRegistration of births,12\nForm 13,6\n";
    let found = Imported::into(&File::of("b.csv", text), &first.scenario);
    let near = &found.difference.rows[0];
    assert!(near.is_held());
    assert!(
        matches!(&near.doubts[0], Doubt::NearName { item, .. } if *item == "registration-of-birth")
    );
    // Numbers in names make them different things.
    assert!(!found.difference.rows[1].is_held());
    assert_eq!(found.names("en"), ["Registration of birth", "Form 12", "Form 13"]);
}

#[test]
fn a_hundred_times_off_is_held_back_and_strays_are_told() {
    let text = FIRST.replace("b,Passports,Interior,200", "b,Passports,Interior,20000");
    let found = Imported::into(&File::of("b.csv", text), &first().scenario);
    assert_eq!(found.capex(), [100.0, 200.0, 300.0]);
    let row = &found.difference.rows[1];
    assert!(matches!(row.doubts[0], Doubt::FarFromBefore { was: 200.0, becomes: 20_000.0, .. }));
    let mut table = "Service,Cost\n".to_owned();
    for at in 1..20 {
        table += &format!("Service number {at},{}\n", 1000 + at * 37);
    }
    table += "Stray service,1500000\n";
    let found = Imported::new(&File::of("c.csv", table));
    let doubts: Vec<_> = found.difference.rows.iter().flat_map(|row| &row.doubts).collect();
    assert!(matches!(doubts[..], [Doubt::OutOfLine { number: 1_500_000.0, .. }]), "{doubts:?}");
    assert_eq!(found.capex()[19], 1_500_000.0, "it may be right, and there is nothing better");
}

#[test]
fn a_row_that_would_break_the_scenario_is_held_back() {
    let mut before = first().scenario;
    before.items[0].requires = vec![Requires { item: "b".into(), lag: 1, ..Requires::default() }];
    // Each would have to start a phase before the other.
    let text = FIRST.replace("applications\n", "applications,requires\n");
    let text = text.replace("200,5000\n", "200,5000,a\n").replace("300,700\n", "310,700,a\n");
    let found = Imported::into(&File::of("a.csv", text), &before);
    let held: Vec<bool> = found.difference.rows.iter().map(|row| row.is_held()).collect();
    let breaks = |doubt: &Doubt| matches!(doubt, Doubt::Breaks { problem } if problem.code.contains("cycle"));
    assert!(found.difference.rows[1].doubts.iter().any(breaks), "{:?}", found.difference.rows);
    assert!(held[1] && found.scenario.items[1].requires.is_empty());
    // Whose link harms nobody is not held back.
    assert_eq!((held[2], found.capex()[2]), (false, 310.0));
    assert_eq!(found.scenario.items[2].requires[0].item, "a");
}

#[test]
fn ranges_profiles_and_shares_of_agencies_survive_a_new_total() {
    let mut before = first().scenario;
    let item = &mut before.items[0];
    item.capex = phasewise::model::Capex::PerPhase(vec![40.0.into(), 60.0.into()]);
    let need = |agency: &str, months: f64| StaffNeed {
        agency: Some(agency.into()),
        months: months.into(),
    };
    item.staff_months = vec![need("justice", 10.0), need("interior", 30.0)];
    let text = "id,name,capex,staff months\na,Birth certificates,200,80\n";
    let found = Imported::into(&File::of("b.csv", text), &before);
    let item: &Item = &found.scenario.items[0];
    let phasewise::model::Capex::PerPhase(amounts) = &item.capex else { panic!("still by phase") };
    assert_eq!(amounts.iter().map(|amount| amount.best).collect::<Vec<_>>(), [80.0, 120.0]);
    let months: Vec<f64> = item.staff_months.iter().map(|need| need.months.best).collect();
    assert_eq!(months, [20.0, 60.0]);
}

#[test]
fn a_name_in_another_language_is_added_beside_the_first() {
    let before = kazakhstan();
    let item = &before.items[0];
    let text = format!("id,name_fr\n{},Nom en français\n", item.id);
    let found = Imported::into(&File::of("fr.csv", text), &before);
    let name = &found.scenario.items[0].name;
    assert_eq!(name.get("fr"), "Nom en français");
    assert_eq!((name.get("en"), name.get("ru")), (item.name.get("en"), item.name.get("ru")));
}

#[test]
fn columns_can_be_used_otherwise_than_guessed() {
    let file =
        File::of("a.csv", "Service,Online share,Counter share,Visits\nA b,70%,30%,12\nC d,1,0,7\n");
    let table = read_table(&file.path, None, None).unwrap();
    let mut mapping: Mapping = guess(&table.sheet, &table.layout, &Default::default());
    for (column, field) in [(1, "channels.web"), (2, "channels.counter"), (3, "scores.visits")] {
        mapping.set(column, Some(field.parse().unwrap()));
    }
    let before = frame("x", &table.layout, &mapping);
    let found = Imported::with(table, mapping, &before);
    let item = &found.scenario.items[0];
    let shares: Vec<(&str, f64)> =
        item.channels.iter().map(|channel| (channel.channel.as_str(), channel.share)).collect();
    assert_eq!(shares, [("web", 0.7), ("counter", 0.3)]);
    assert_eq!(score(item, "visits"), Some(12.0));
    assert_eq!(found.scenario.channels.len(), 2);
    assert_eq!(found.scenario.items[1].channels.len(), 1, "nobody comes to the counter");
}
