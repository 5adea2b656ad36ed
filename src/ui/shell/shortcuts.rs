//! From keys to commands.

use crate::app::Command;
use eframe::egui::{Context, Key, KeyboardShortcut, Modifiers};

/// Commands whose shortcut was pressed since the last frame; the keys are used up.
pub fn pressed_commands(ctx: &Context) -> Vec<Command> {
    // While a text is edited its own undo goes first.
    let typing = ctx.text_edit_focused();
    let allowed = |command: &Command| !(typing && matches!(command, Command::Undo | Command::Redo));
    let mut keyed: Vec<(Command, KeyboardShortcut)> = Command::ALL
        .iter()
        .filter(|command| allowed(command))
        .filter_map(|command| Some((*command, parse(command.shortcut())?)))
        .collect();
    // Ctrl+Shift+S must be looked for before Ctrl+S.
    let more = |shortcut: &KeyboardShortcut| {
        u8::from(shortcut.modifiers.shift) + u8::from(shortcut.modifiers.alt)
    };
    keyed.sort_by_key(|(_, shortcut)| std::cmp::Reverse(more(shortcut)));
    ctx.input_mut(|input| {
        keyed.retain(|(_, shortcut)| input.consume_shortcut(shortcut));
    });
    keyed.into_iter().map(|(command, _)| command).collect()
}

/// Reads `Ctrl+Shift+S`; none for an empty text.
pub fn parse(text: &str) -> Option<KeyboardShortcut> {
    let mut modifiers = Modifiers::NONE;
    let mut key = None;
    for part in text.split('+').filter(|part| !part.is_empty()) {
        match part {
            "Ctrl" => modifiers |= Modifiers::COMMAND,
            "Shift" => modifiers |= Modifiers::SHIFT,
            "Alt" => modifiers |= Modifiers::ALT,
            name => key = Key::from_name(name),
        }
    }
    Some(KeyboardShortcut::new(modifiers, key?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_shortcut_of_the_list_can_be_pressed() {
        for command in Command::ALL.iter().filter(|command| !command.shortcut().is_empty()) {
            assert!(parse(command.shortcut()).is_some(), "{}", command.shortcut());
        }
    }
}
