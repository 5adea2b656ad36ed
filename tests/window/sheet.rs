//! The table as a person uses it who comes from a spreadsheet.

use super::support::{click, open, press, scenario, settle};
use eframe::egui::{Event, Key, Modifiers, OutputCommand, accesskit::Role};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use phasewise::app::Appearance;
use phasewise::model::Measure;
use phasewise::ui::Window;

fn table() -> Harness<'static, Window> {
    let mut harness = open(&scenario("kazakhstan.ron"), Appearance::Light, 1.0);
    press(&mut harness, Modifiers::COMMAND, Key::Num9);
    harness
}

/// Clicks the cell of an item (by its position) on the criterion or field of this name.
fn click_cell(harness: &mut Harness<'_, Window>, field: &str, item: usize) {
    let name = name_of(harness, item);
    let begins = format!("{field} of {name}: ");
    let cell = harness
        .get_all_by_role(Role::Cell)
        .find(|node| node.accesskit_node().label().is_some_and(|label| label.starts_with(&begins)))
        .unwrap_or_else(|| panic!("there is no cell “{begins}”"));
    cell.click();
    harness.run_steps(3);
}

fn name_of(harness: &Harness<'_, Window>, item: usize) -> String {
    harness.state().workspace().document().scenario().items[item].name.get("en").to_owned()
}

fn demand(harness: &Harness<'_, Window>, item: usize) -> Measure {
    let scenario = harness.state().workspace().document().scenario();
    scenario.items[item].scores["demand"].best.clone()
}

fn steps(harness: &Harness<'_, Window>) -> usize {
    harness.state().workspace().document().history().steps().0.len()
}

#[test]
fn typing_goes_into_the_cell_and_enter_to_the_one_below() {
    let mut harness = table();
    click_cell(&mut harness, "Demand", 1);
    for text in ["1", "23"] {
        harness.event(Event::Text(text.into()));
        harness.run_steps(2);
    }
    harness.key_press(Key::Enter);
    settle(&mut harness);
    assert_eq!(demand(&harness, 1), Measure::Number(123.0));
    harness.event(Event::Text("4".into()));
    harness.run_steps(2);
    harness.key_press(Key::Tab);
    settle(&mut harness);
    assert_eq!(demand(&harness, 2), Measure::Number(4.0), "Enter went down");
    assert_eq!(steps(&harness), 2);
    // Escape leaves the cell as it was, and what is no number stays in the field.
    click_cell(&mut harness, "Demand", 2);
    harness.event(Event::Text("x".into()));
    harness.run_steps(2);
    harness.key_press(Key::Enter);
    harness.run_steps(3);
    assert!(harness.query_all_by_label_contains("This is not a number").next().is_some());
    harness.key_press(Key::Escape);
    settle(&mut harness);
    assert_eq!((demand(&harness, 2), steps(&harness)), (Measure::Number(4.0), 2));
}

#[test]
fn what_is_typed_goes_into_its_cell_whatever_is_clicked_next() {
    let mut harness = table();
    let others: Vec<Measure> = (0..6).map(|item| demand(&harness, item)).collect();
    click_cell(&mut harness, "Demand", 1);
    harness.event(Event::Text("77".into()));
    harness.run_steps(2);
    // Another cell takes the cursor, not the value.
    click_cell(&mut harness, "Demand", 4);
    settle(&mut harness);
    assert_eq!(demand(&harness, 1), Measure::Number(77.0));
    assert_eq!(demand(&harness, 4), others[4]);
    // Whoever goes on in the search field stays there.
    harness.event(Event::Text("88".into()));
    harness.run_steps(2);
    harness.get_by_role_and_label(Role::TextInput, "Search items").click();
    harness.run_steps(4);
    assert_eq!(demand(&harness, 4), Measure::Number(88.0));
    harness.event(Event::Text("register".into()));
    harness.run_steps(4);
    assert_eq!(steps(&harness), 2, "the letters went into the search, not into a cell");
    let search = harness.get_by_role_and_label(Role::TextInput, "Search items");
    assert_eq!(search.accesskit_node().value().as_deref(), Some("register"));
}

#[test]
fn two_hundred_cells_are_pasted_after_a_look_at_what_changes() {
    let mut harness = table();
    let before = harness.state().workspace().document().scenario().clone();
    // Four columns of numbers side by side, out of sight at first.
    let columns = ["efficiency", "fiscal", "delivery-risk", "goal-fit"];
    let leaves: Vec<&str> = before
        .criteria
        .iter()
        .filter(|node| node.value.is_some())
        .map(|node| node.id.as_str())
        .collect();
    let way = leaves.iter().position(|id| *id == columns[0]).unwrap();
    assert_eq!(leaves[way..way + 4], columns);
    click_cell(&mut harness, "Demand", 0);
    for _ in 0..way {
        harness.key_press(Key::ArrowRight);
        harness.run_steps(2);
    }
    let number = |row: usize, across: usize| 7.25 + (row * 4 + across) as f64;
    let rows: Vec<String> = (0..50)
        .map(|row| (0..4).map(|across| number(row, across).to_string()).collect::<Vec<_>>())
        .map(|row| row.join("\t"))
        .collect();
    harness.event(Event::Paste(rows.join("\r\n")));
    harness.run_steps(4);
    assert!(harness.query_by_label("Paste these cells?").is_some());
    assert_eq!(steps(&harness), 0, "nothing has changed yet");
    assert!(harness.query_by_label("200 cells change").is_some(), "it says what it would do");
    click(&mut harness, "Change 200 cells");
    settle(&mut harness);
    assert_eq!(steps(&harness), 1, "all of it is one step");
    let after = harness.state().workspace().document().scenario().clone();
    for row in 0..50 {
        for (across, criterion) in columns.into_iter().enumerate() {
            let expected = Measure::Number(number(row, across));
            assert_eq!(after.items[row].scores[criterion].best, expected, "{row} {criterion}");
        }
    }
    press(&mut harness, Modifiers::COMMAND, Key::Z);
    assert_eq!(*harness.state().workspace().document().scenario(), before);
}

#[test]
fn what_is_selected_is_copied_as_a_block_and_filled_by_one_value() {
    let mut harness = table();
    click_cell(&mut harness, "Demand", 0);
    for _ in 0..2 {
        harness.key_press_modifiers(Modifiers::SHIFT, Key::ArrowDown);
        harness.run_steps(2);
    }
    harness.event(Event::Copy);
    harness.run_steps(1);
    let copied =
        harness.output().platform_output.commands.iter().find_map(|command| match command {
            OutputCommand::CopyText(text) => Some(text.clone()),
            _ => None,
        });
    let expected: Vec<String> = (0..3)
        .map(|item| match demand(&harness, item) {
            Measure::Number(number) => number.to_string(),
            Measure::Level(level) => level,
        })
        .collect();
    assert_eq!(copied, Some(expected.join("\n")));
    let field = "New value of the selected cells";
    harness.get_by_label(field).focus();
    harness.run_steps(2);
    harness.event(Event::Text("+10 %".into()));
    harness.run_steps(2);
    let before: Vec<Measure> = (0..4).map(|item| demand(&harness, item)).collect();
    harness.key_press(Key::Enter);
    settle(&mut harness);
    assert_eq!(steps(&harness), 1);
    for (item, before) in before.iter().enumerate() {
        let Measure::Number(before) = before else { panic!() };
        let share = if item < 3 { 1.1 } else { 1.0 };
        let Measure::Number(after) = demand(&harness, item) else { panic!() };
        assert!((after - before * share).abs() < 1e-6 * before, "{item}: {before} {after}");
    }
}

#[test]
fn words_are_chosen_with_the_arrows_and_results_cannot_be_entered() {
    let mut harness = table();
    click_cell(&mut harness, "Kind", 0);
    let before = harness.state().workspace().document().scenario().items[0].kind;
    harness.key_press(Key::F2);
    harness.run_steps(2);
    harness.key_press(Key::ArrowDown);
    harness.run_steps(2);
    harness.key_press(Key::Enter);
    settle(&mut harness);
    assert_ne!(harness.state().workspace().document().scenario().items[0].kind, before);
    click_cell(&mut harness, "Value", 0);
    harness.event(Event::Text("9".into()));
    harness.run_steps(3);
    assert_eq!(steps(&harness), 1, "only the kind has changed");
    assert!(super::support::says(&harness, "The program works this out"));
}

#[test]
fn the_search_narrows_the_rows_and_a_heading_puts_them_into_order() {
    let mut harness = table();
    press(&mut harness, Modifiers::COMMAND, Key::F);
    harness.event(Event::Text("register".into()));
    harness.run_steps(3);
    let count = |harness: &Harness<'_, Window>| {
        let named = |node: &egui_kittest::Node<'_>| {
            node.accesskit_node().label().is_some_and(|label| label.starts_with("Name of "))
        };
        harness.get_all_by_role(Role::Cell).filter(named).count()
    };
    let narrowed = count(&harness);
    assert!((1..20).contains(&narrowed), "{narrowed}");
    let cell = |node: &egui_kittest::Node<'_>| {
        node.accesskit_node().label().is_some_and(|label| label.starts_with("Value of "))
    };
    harness.get_all_by_role(Role::Cell).find(cell).unwrap().click();
    harness.run_steps(3);
    harness.key_press_modifiers(Modifiers::ALT, Key::ArrowDown);
    harness.run_steps(4);
    assert!(harness.query_by_role_and_label(Role::ColumnHeader, "Value ▼").is_some());
    let values: Vec<f64> = harness
        .get_all_by_role(Role::Cell)
        .filter_map(|node| node.accesskit_node().label())
        .filter(|label| label.starts_with("Value of "))
        .filter_map(|label| label.rsplit_once(": ")?.1.parse().ok())
        .collect();
    assert_eq!(values.len(), narrowed);
    assert!(values.windows(2).all(|pair| pair[0] >= pair[1]), "{values:?}");
}
