//! The method of the first graph view, to compare with: columns by longest path, and
//! twelve sweeps that sort each column by the mean row of the neighbours, wherever they
//! are. Links have no points on their way.

/// The row of each node in its column.
pub fn rows(column: &[usize], edges: &[(usize, usize)]) -> Vec<f32> {
    let count = column.len();
    let width = column.iter().max().map_or(0, |last| last + 1);
    let mut order: Vec<Vec<usize>> = vec![Vec::new(); width];
    (0..count).for_each(|item| order[column[item]].push(item));
    let mut neighbours = vec![Vec::new(); count];
    for &(from, to) in edges {
        neighbours[from].push(to);
        neighbours[to].push(from);
    }
    let mut row = vec![0.0; count];
    set_rows(&order, &mut row);
    for sweep in 0..12 {
        let forward = sweep % 2 == 0;
        for step in 0..width {
            let at = if forward { step } else { width - 1 - step };
            sort_by_barycentre(&mut order[at], at, column, &neighbours, &row, forward);
            set_rows(&order[at..=at], &mut row);
        }
    }
    let rows = order.iter().map(Vec::len).max().unwrap_or(0);
    for column in &order {
        let shift = (rows - column.len()) as f32 / 2.0;
        column.iter().for_each(|&item| row[item] += shift);
    }
    row
}

fn set_rows(order: &[Vec<usize>], row: &mut [f32]) {
    for column in order {
        column.iter().enumerate().for_each(|(at, &item)| row[item] = at as f32);
    }
}

fn sort_by_barycentre(
    items: &mut [usize],
    at: usize,
    column: &[usize],
    neighbours: &[Vec<usize>],
    row: &[f32],
    forward: bool,
) {
    let mean = |item: usize| {
        let side = neighbours[item]
            .iter()
            .filter(|&&other| if forward { column[other] < at } else { column[other] > at });
        let (sum, count) = side.fold((0.0, 0.0), |(sum, count), &o| (sum + row[o], count + 1.0));
        if count > 0.0 { sum / count } else { row[item] }
    };
    items.sort_by(|&a, &b| mean(a).total_cmp(&mean(b)).then(a.cmp(&b)));
}
