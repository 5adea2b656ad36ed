//! The id that was probably meant.

/// Letters above which nobody misspells a name; the distance is quadratic.
const LONGEST: usize = 64;

/// The candidate nearest to a misspelt id, or none if nothing is near.
///
/// Upper and lower case, hyphens, underscores and blanks make no difference.
/// Near is what takes few insertions, deletions, replacements and swaps of
/// neighbours, up to a third of the length, and else what begins alike. Of
/// candidates that are equally near the first is taken. O(candidates × length²).
///
/// ```
/// use phasewise::model::nearest;
/// assert_eq!(nearest("e_tx", ["e-tax", "e-customs"]), Some("e-tax"));
/// assert_eq!(nearest("bridge", ["e-tax", "e-customs"]), None);
/// ```
pub fn nearest<'c>(name: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    let wanted = folded(name);
    if wanted.is_empty() || wanted.len() > LONGEST {
        return None;
    }
    let mut best: Option<(usize, &'c str)> = None;
    for candidate in candidates {
        // Bytes bound letters from above, so that long names cost nothing.
        if candidate.len() > 4 * LONGEST {
            continue;
        }
        let known = folded(candidate);
        let longer = wanted.len().max(known.len());
        let begins = wanted.len().min(known.len()) >= 3
            && (known.starts_with(&wanted) || wanted.starts_with(&known));
        let allowed = (longer / 3).max(1);
        if longer > LONGEST || (!begins && wanted.len().abs_diff(known.len()) > allowed) {
            continue;
        }
        let edits = distance(&wanted, &known);
        let near = begins || (edits <= allowed && edits < longer);
        if near && best.is_none_or(|(least, _)| edits < least) {
            best = Some((edits, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// Lower case, without what separates words.
fn folded(name: &str) -> Vec<char> {
    name.chars().filter(|c| !matches!(c, '-' | '_' | ' ')).flat_map(char::to_lowercase).collect()
}

/// Optimal string alignment distance.
fn distance(a: &[char], b: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for (i, &x) in a.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, &y) in b.iter().enumerate() {
            let mut least = (last[j] + usize::from(x != y)).min(last[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && x == b[j - 1] && a[i - 1] == y {
                least = least.min(before[j - 1] + 1);
            }
            row.push(least);
        }
        before = std::mem::replace(&mut last, row);
    }
    last[b.len()]
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn near_names_are_found_and_far_ones_are_not() {
        let ids = ["person-register", "e-tax", "e-customs", "id-documents"];
        assert_eq!(nearest("PersonRegister", ids), Some("person-register"));
        assert_eq!(nearest("persno-register", ids), Some("person-register"));
        assert_eq!(nearest("person", ids), Some("person-register"));
        assert_eq!(nearest("e-custom", ids), Some("e-customs"));
        assert_eq!(nearest("bridge", ids), None);
        assert_eq!(nearest("", ids), None);
        assert_eq!(nearest("e", ids), None);
        assert_eq!(nearest(&"x".repeat(100_000), ids), None);
        assert_eq!(nearest("abc", []), None);
    }
}
