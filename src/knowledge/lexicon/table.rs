/// One table: its rows, found by the form in their first column.
///
/// A look-up is by hash, since most words of a text are asked for in a dozen tables and found in none.
#[derive(Debug)]
pub struct Table {
    rows: Vec<Row>,
    // For each hash the row's number plus one, in the next free place; 0 is free. At most half are taken, and their number is
    // a power of two.
    slots: Vec<u32>,
}

#[derive(Debug, Clone, Copy)]
struct Row {
    form: &'static str,
    columns: &'static str,
}

impl Table {
    /// A table from lines of a form and its columns, each form once. Linear; copies no text.
    pub fn new(text: &'static str) -> Self {
        let row = |line: &'static str| {
            let (form, columns) = line.split_once('\t').unwrap_or((line, ""));
            Row { form, columns }
        };
        let rows: Vec<Row> = text.lines().map(row).collect();
        let mut slots = vec![0; (rows.len() * 2).next_power_of_two().max(2)];
        let mask = slots.len() - 1;
        for (number, row) in (1..).zip(&rows) {
            let mut at = hash(row.form) as usize & mask;
            while slots[at] != 0 {
                at = (at + 1) & mask;
            }
            slots[at] = number;
        }
        Self { rows, slots }
    }

    /// The columns behind the form, joined by tabs; `None` where the form is not listed.
    pub fn get(&self, form: &str) -> Option<&'static str> {
        let mask = self.slots.len() - 1;
        let mut at = hash(form) as usize & mask;
        while let Some(number) = self.slots[at].checked_sub(1) {
            let row = self.rows[number as usize];
            if row.form == form {
                return Some(row.columns);
            }
            at = (at + 1) & mask;
        }
        None
    }

    /// Whether the form is listed.
    pub fn has(&self, form: &str) -> bool {
        self.get(form).is_some()
    }

    /// The forms, those with the same columns together.
    pub fn forms(&self) -> impl Iterator<Item = &'static str> {
        self.entries().map(|(form, _)| form)
    }

    /// The forms, each with the columns behind it, those with the same columns together.
    pub fn entries(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        self.rows.iter().map(|row| (row.form, row.columns))
    }
}

/// FNV-1a with 32 bits, folded once more, so that short words spread over small tables too.
fn hash(form: &str) -> u32 {
    let hash = form.bytes().fold(0x811C_9DC5, |hash: u32, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    });
    hash ^ hash >> 15
}
