//! serde's way through the elements of a list and the entries of a map or struct.

use std::{marker::PhantomData, slice, vec};

use serde::{
    Deserialize,
    de::{DeserializeSeed, IntoDeserializer, MapAccess, SeqAccess},
};

use super::super::tree::Node;
use super::{
    error::{Kind, ReadError},
    key::{KeyReader, WordReader},
    node::{Field, NodeReader},
    placeholder::Placeholder,
    state::Hole,
};

/// The elements of a list or tuple.
pub(super) struct Elements<'a> {
    owner: NodeReader<'a>,
    rest: std::iter::Enumerate<slice::Iter<'a, Node>>,
    skips: bool,
}

impl<'a> Elements<'a> {
    pub(super) fn new(owner: NodeReader<'a>, elements: &'a [Node], skips: bool) -> Self {
        Self { owner, rest: elements.iter().enumerate(), skips }
    }

    pub(super) fn left(&self) -> usize {
        self.rest.len()
    }

    pub(super) fn is_done(&self) -> bool {
        self.left() == 0
    }
}

impl<'de> SeqAccess<'de> for Elements<'_> {
    type Error = ReadError;

    fn next_element_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, ReadError> {
        let Some((index, node)) = self.rest.next() else {
            return Ok(None);
        };
        let path = self.owner.path.element(index, node);
        NodeReader::new(node, &path, self.owner.state).descend_or_mend(seed).map(Some)
    }

    /// Beyond what the trait promises: leaves bad elements of a list out, so that all are looked at.
    fn next_element<T: Deserialize<'de>>(&mut self) -> Result<Option<T>, ReadError> {
        if !self.skips {
            return self.next_element_seed(PhantomData);
        }
        for (index, node) in self.rest.by_ref() {
            if self.owner.state.is_full() {
                continue;
            }
            let path = self.owner.path.element(index, node);
            let reader = NodeReader::new(node, &path, self.owner.state);
            if let Ok(element) = reader.descend(PhantomData) {
                return Ok(Some(element));
            }
        }
        Ok(None)
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.left())
    }
}

/// The entries of a map or struct, and placeholders for required fields that it lacks.
pub(super) struct Entries<'a> {
    owner: NodeReader<'a>,
    rest: slice::Iter<'a, (Node, Node)>,
    current: Option<&'a (Node, Node)>,
    supplies: vec::IntoIter<String>,
    supply: Option<String>,
    allowed: &'static [&'static str],
}

impl<'a> Entries<'a> {
    pub(super) fn new(
        owner: NodeReader<'a>,
        entries: &'a [(Node, Node)],
        allowed: &'static [&'static str],
    ) -> Self {
        let supplies = owner.state.supplies(owner.node).into_iter();
        Self { owner, rest: entries.iter(), current: None, supplies, supply: None, allowed }
    }

    fn next(&mut self) -> Option<&'a (Node, Node)> {
        let state = self.owner.state;
        self.rest.find(|(_, value)| state.hole(value) != Some(Hole::Absent))
    }

    /// Reads a key; one that does not fit is noted and left out of later passes.
    fn key<'de, S: DeserializeSeed<'de>>(
        &self,
        seed: S,
        (key, value): &Node2,
    ) -> Result<S::Value, ReadError> {
        seed.deserialize(KeyReader::new(key)).map_err(|error| {
            if let Kind::Fresh(fresh) = error.0 {
                let name = key_name(key);
                let state = self.owner.state;
                if fresh.code == "unknown-field" {
                    state.note_meant(self.owner.node, fresh.arg("nearest"));
                }
                state.note(*fresh, key, &self.owner.path.field(&name));
                state.remove(value);
            }
            ReadError::noted(true)
        })
    }

    fn value<T>(
        &self,
        (key, value): &Node2,
        read: impl FnOnce(NodeReader<'_>) -> Result<T, ReadError>,
    ) -> Result<T, ReadError> {
        let name = key_name(key);
        let path = self.owner.path.field(&name);
        let field = Some(Field { group: self.owner.node, key, allowed: self.allowed });
        read(NodeReader { field, ..NodeReader::new(value, &path, self.owner.state) })
    }
}

type Node2 = (Node, Node);

/// A key as a step of a path.
fn key_name(key: &Node) -> String {
    key.word().map_or_else(|| key.excerpt(), str::to_owned)
}

impl<'de> MapAccess<'de> for Entries<'_> {
    type Error = ReadError;

    fn next_key_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, ReadError> {
        self.current = self.next();
        if let Some(entry) = self.current {
            return self.key(seed, entry).map(Some);
        }
        self.supply = self.supplies.next();
        match &self.supply {
            Some(field) => seed.deserialize(field.as_str().into_deserializer()).map(Some),
            None => Ok(None),
        }
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, ReadError> {
        if let Some(entry) = self.current.take() {
            return self.value(entry, |reader| reader.descend_or_mend(seed));
        }
        let field = self.supply.take().unwrap_or_default();
        seed.deserialize(Placeholder::new()).map_err(|_| {
            self.owner.state.give_up(self.owner.node, &field);
            ReadError::noted(true)
        })
    }

    /// Beyond what the trait promises: leaves bad entries of a map out, so that all are looked at.
    fn next_entry<K: Deserialize<'de>, V: Deserialize<'de>>(
        &mut self,
    ) -> Result<Option<(K, V)>, ReadError> {
        while let Some(entry) = self.next() {
            if self.owner.state.is_full() {
                continue;
            }
            let key = self.key(PhantomData, entry);
            // The value of a bad key is not looked at: it may be of any kind.
            let Ok(key) = key else { continue };
            if let Ok(value) = self.value(entry, |reader| reader.descend(PhantomData)) {
                return Ok(Some((key, value)));
            }
        }
        Ok(None)
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.rest.len())
    }
}

/// A variant with content seen as a map with one entry, for code that reads whatever it finds.
pub(super) struct Single<'a> {
    owner: NodeReader<'a>,
    name: Option<&'a str>,
    content: &'a Node,
    variant: &'a str,
}

impl<'a> Single<'a> {
    pub(super) fn new(owner: NodeReader<'a>, name: &'a str, content: &'a Node) -> Self {
        Self { owner, name: Some(name), content, variant: name }
    }
}

impl<'de> MapAccess<'de> for Single<'_> {
    type Error = ReadError;

    fn next_key_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, ReadError> {
        self.name.take().map(|name| seed.deserialize(WordReader(name))).transpose()
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, ReadError> {
        let path = self.owner.path.field(self.variant);
        NodeReader::new(self.content, &path, self.owner.state).descend_or_mend(seed)
    }
}
