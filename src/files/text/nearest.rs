//! The valid name that was probably meant.

/// The candidate nearest to a misspelt name, or none if nothing is near.
///
/// Names that differ in case, hyphens, underscores or blanks only are nearest; then names by
/// edit distance (insertions, deletions, replacements, swaps of neighbours), up to a third of
/// the length; then a name of which the other is the beginning. O(candidates × length²).
///
/// ```
/// use phasewise::files::text::nearest;
/// assert_eq!(nearest("weightSets", &["items", "weight_sets"]), Some("weight_sets"));
/// assert_eq!(nearest("capx", &["capex", "opex"]), Some("capex"));
/// assert_eq!(nearest("colour", &["capex", "opex"]), None);
/// ```
#[must_use]
pub fn nearest<'c>(name: &str, candidates: &[&'c str]) -> Option<&'c str> {
    let wanted = folded(name);
    // Nobody misspells a name of hundreds of letters, and the distance is quadratic.
    if wanted.is_empty() || wanted.len() > 64 {
        return None;
    }
    let mut best: Option<(usize, &'c str)> = None;
    for &candidate in candidates {
        let known = folded(candidate);
        let longer = wanted.len().max(known.len());
        if longer > 64 {
            continue;
        }
        let edits = distance(&wanted, &known);
        let near = edits <= (longer / 3).max(1) && edits < longer;
        let begins = wanted.len().min(known.len()) >= 3
            && (known.starts_with(&wanted) || wanted.starts_with(&known));
        if (near || begins) && best.is_none_or(|(least, _)| edits < least) {
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
        let fields = ["id", "title", "scores", "capex", "requires", "weight_sets"];
        assert_eq!(nearest("Title", &fields), Some("title"));
        assert_eq!(nearest("titel", &fields), Some("title"));
        assert_eq!(nearest("weight-sets", &fields), Some("weight_sets"));
        assert_eq!(nearest("score", &fields), Some("scores"));
        assert_eq!(nearest("require", &fields), Some("requires"));
        assert_eq!(nearest("colour", &fields), None);
        assert_eq!(nearest("xy", &fields), None);
        assert_eq!(nearest("", &fields), None);
        assert_eq!(nearest(&"x".repeat(100_000), &fields), None);
    }
}
