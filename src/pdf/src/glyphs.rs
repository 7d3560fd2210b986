//! What is drawn on pages: glyphs with their places, by the operators of their content (ISO 32000-2, 9.4).

use std::sync::Arc;

use hayro_cmap::BfString;
use hayro_font::{CMapResolverFn, Font, FontCache, FontGlyph, FontResolverFn};
use hayro_syntax::Pdf;
use hayro_syntax::content::{Instruction, UntypedIter};
use hayro_syntax::object::{Array, Dict, Name, Object, Stream};
use hayro_syntax::page::{Page, Resources};
use kurbo::{Affine, Point, Vec2};

/// Pages that are read.
const MOST_PAGES: usize = 3_000;

/// Glyphs that are read: forty novels.
const MOST_GLYPHS: usize = 20_000_000;

/// Operators that are followed in one file.
const MOST_OPERATORS: usize = 50_000_000;

/// Drawings that can stand in each other.
const DEEPEST: usize = 8;

/// States that can be saved at once.
const MOST_SAVED: usize = 512;

/// A thousandth of the size of type: the unit of widths.
const MILLE: f64 = 1000.0;

/// A character on a page. Places are in points from the page's upper left corner.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Glyph {
    /// What it says; more than one character for a ligature.
    pub(crate) text: String,
    /// Where it begins.
    pub(crate) x: f32,
    /// Its base line.
    pub(crate) y: f32,
    /// How far it reaches to the right.
    pub(crate) width: f32,
    /// The size of its type.
    pub(crate) size: f32,
    /// Whether its type is bold.
    pub(crate) bold: bool,
    /// Whether it stands on a line that runs from left to right.
    pub(crate) upright: bool,
    /// Whether the file calls it an artifact of the page.
    pub(crate) artifact: bool,
}

/// What is on the pages of a file.
#[derive(Debug, Default)]
pub(crate) struct Drawn {
    /// The glyphs of each page, in the order in which they are drawn.
    pub(crate) pages: Vec<Sheet>,
    /// Pictures on all pages.
    pub(crate) pictures: usize,
    /// Whether something was left out.
    pub(crate) cut: bool,
}

/// A page.
#[derive(Debug, Default)]
pub(crate) struct Sheet {
    /// Its width and height, in points.
    pub(crate) size: (f32, f32),
    /// What is on it, in the order in which it is drawn.
    pub(crate) glyphs: Vec<Glyph>,
}

/// Reads what is drawn.
pub(crate) fn drawn(pdf: &Pdf) -> Drawn {
    let mut painter = Painter {
        fonts: FontCache::new(),
        font: Arc::new(|_| None),
        cmap: Arc::new(|_| None),
        drawn: Drawn::default(),
        glyphs: 0,
        operators: 0,
        artifacts: Vec::new(),
    };
    for page in pdf.pages().iter().take(MOST_PAGES) {
        painter.page(page);
    }
    painter.drawn.cut |= pdf.pages().len() > MOST_PAGES;
    painter.drawn
}

/// What operators set and `Q` brings back.
#[derive(Clone)]
struct State<'a> {
    /// From the page's own units to points from its upper left corner.
    to_page: Affine,
    font: Option<(Font<'a>, bool)>,
    size: f64,
    between_letters: f64,
    between_words: f64,
    scale: f64,
    leading: f64,
    rise: f64,
}

struct Painter<'a> {
    fonts: FontCache<'a>,
    font: FontResolverFn,
    cmap: CMapResolverFn,
    drawn: Drawn,
    glyphs: usize,
    operators: usize,
    /// Of each marked stretch that is open, whether it is an artifact.
    artifacts: Vec<bool>,
}

/// Where the next glyph goes and where its line began.
#[derive(Clone, Copy, Default)]
struct Place {
    at: Affine,
    line: Affine,
}

impl<'a> Painter<'a> {
    fn page(&mut self, page: &Page<'a>) {
        self.artifacts.clear();
        self.drawn.pages.push(Sheet {
            size: page.render_dimensions(),
            glyphs: Vec::new(),
        });
        let state = State {
            to_page: Affine::new(page.initial_transform(true).as_coeffs()),
            font: None,
            size: 0.0,
            between_letters: 0.0,
            between_words: 0.0,
            scale: 1.0,
            leading: 0.0,
            rise: 0.0,
        };
        if let Some(content) = page.page_stream() {
            self.run(content, page.resources(), state, 0);
        }
    }

    fn run(&mut self, content: &[u8], resources: &Resources<'a>, mut state: State<'a>, depth: usize) {
        let mut saved = Vec::new();
        let mut place = Place::default();
        let mut operators = UntypedIter::new(content);
        while let Some(operator) = operators.next() {
            self.operators += 1;
            if self.operators > MOST_OPERATORS || self.glyphs > MOST_GLYPHS {
                self.drawn.cut = true;
                return;
            }
            let name = || match operator.operands().next() {
                Some(Object::Name(name)) => Some(name),
                _ => None,
            };
            match &operator.operator[..] {
                b"q" if saved.len() < MOST_SAVED => saved.push(state.clone()),
                b"Q" => state = saved.pop().unwrap_or(state),
                b"cm" => state.to_page *= numbers(&operator).map_or(Affine::IDENTITY, Affine::new),
                b"Do" => name()
                    .into_iter()
                    .for_each(|name| self.object(name, resources, &state, depth)),
                b"BI" => self.drawn.pictures += 1,
                b"BMC" | b"BDC" => self
                    .artifacts
                    .push(name().is_some_and(|tag| tag.as_ref() == b"Artifact")),
                b"EMC" => drop(self.artifacts.pop()),
                b"Tf" => {
                    let dict = name().and_then(|name| resources.get_font(name));
                    state.font = dict.and_then(|dict| self.load(&dict));
                    state.size = operator.operands().nth(1).and_then(number).unwrap_or_default();
                }
                _ => self.text(&operator, &mut state, &mut place),
            }
        }
    }

    /// Follows an operator of text.
    fn text(&mut self, operator: &Instruction<'_, '_>, state: &mut State<'a>, place: &mut Place) {
        let [x, y] = numbers(operator).unwrap_or_else(|| {
            let [x] = numbers(operator).unwrap_or_default();
            [x, 0.0]
        });
        match &operator.operator[..] {
            b"BT" => *place = Place::default(),
            b"Tm" => {
                let to = numbers(operator).map_or(Affine::IDENTITY, Affine::new);
                *place = Place { at: to, line: to };
            }
            b"Td" => place.next(x, y),
            b"TD" => {
                state.leading = -y;
                place.next(x, y);
            }
            b"T*" => place.next(0.0, -state.leading),
            b"Tc" => state.between_letters = x,
            b"Tw" => state.between_words = x,
            b"Tz" => state.scale = x / 100.0,
            b"TL" => state.leading = x,
            b"Ts" => state.rise = x,
            b"Tj" | b"TJ" => self.show_all(operator, state, place),
            b"'" => {
                place.next(0.0, -state.leading);
                self.show_all(operator, state, place);
            }
            b"\"" => {
                (state.between_words, state.between_letters) = (x, y);
                place.next(0.0, -state.leading);
                self.show_all(operator, state, place);
            }
            _ => {}
        }
    }

    /// Shows the last operand: a text, or texts with the gaps between them.
    fn show_all(&mut self, operator: &Instruction<'_, '_>, state: &State<'a>, place: &mut Place) {
        match operator.operands().last() {
            Some(Object::String(text)) => self.show(text.as_bytes(), state, place),
            Some(Object::Array(pieces)) => {
                for piece in pieces.iter::<Object<'_>>() {
                    match &piece {
                        Object::String(text) => self.show(text.as_bytes(), state, place),
                        other => place
                            .advance(-number(other).unwrap_or_default() / MILLE * state.size * state.scale),
                    }
                }
            }
            _ => {}
        }
    }

    /// A font, and whether it is bold.
    fn load(&self, dict: &Dict<'a>) -> Option<(Font<'a>, bool)> {
        let font = self.fonts.font(dict, &self.font, &self.cmap)?;
        let inner = || {
            dict.get::<Array<'a>>("DescendantFonts")?
                .iter::<Dict<'a>>()
                .next()
        };
        let descriptor = dict
            .get::<Dict<'a>>("FontDescriptor")
            .or_else(|| inner()?.get::<Dict<'a>>("FontDescriptor"));
        let name = dict
            .get::<Name<'a>>("BaseFont")
            .map(|name| name.as_str().to_ascii_lowercase());
        let heavy = descriptor
            .and_then(|about| about.get::<i32>("FontWeight"))
            .is_some_and(|weight| weight >= 600);
        let named = |name: &String| {
            ["bold", "black", "heavy", "semibd"]
                .iter()
                .any(|word| name.contains(word))
        };
        let bold = heavy || name.as_ref().is_some_and(named);
        Some((font, bold))
    }

    fn show(&mut self, text: &[u8], state: &State<'a>, place: &mut Place) {
        let Some((font, _)) = &state.font else { return };
        let mut at = 0;
        while at < text.len() {
            let (code, length) = font.read_code(text, at);
            at += length.max(1);
            let ahead = font.code_advance(code) / MILLE * state.size;
            let is_space = length == 1 && code == u32::from(b' ');
            let words = if is_space { state.between_words } else { 0.0 };
            let upward = if font.is_horizontal() {
                0.0
            } else {
                ahead.y + state.between_letters + words
            };
            let across = if font.is_horizontal() {
                (ahead.x + state.between_letters + words) * state.scale
            } else {
                0.0
            };
            self.glyph(code, ahead.x * state.scale, state, place);
            place.at *= Affine::translate((across, upward));
        }
    }

    fn glyph(&mut self, code: u32, width: f64, state: &State<'a>, place: &Place) {
        let Some((font, bold)) = &state.font else { return };
        let glyph = font.glyph(font.map_code(code), code);
        let known = match &glyph {
            FontGlyph::Outline(glyph) => glyph.as_unicode(),
            FontGlyph::Type3(glyph) => glyph.as_unicode(),
        };
        let text = match known {
            Some(BfString::Char(c)) => c.to_string(),
            Some(BfString::String(text)) => text,
            None => '\u{FFFD}'.to_string(),
        };
        let to_page = state.to_page * place.at * Affine::translate((0.0, state.rise));
        let from = to_page * Point::ZERO;
        let along = to_page * Point::new(width, 0.0) - from;
        let direction = to_page * Point::new(1.0, 0.0) - from;
        let height = (to_page * Point::new(0.0, state.size) - from).hypot();
        let Some(sheet) = self.drawn.pages.last_mut() else {
            return;
        };
        if !(from.is_finite() && height.is_finite() && along.is_finite()) {
            return;
        }
        self.glyphs += 1;
        sheet.glyphs.push(Glyph {
            text,
            x: from.x as f32,
            y: from.y as f32,
            width: along.x as f32,
            size: height as f32,
            bold: *bold,
            upright: is_upright(direction),
            artifact: self.artifacts.contains(&true),
        });
    }

    /// A drawing or a picture that stands outside the page's content.
    fn object(&mut self, name: &Name<'_>, resources: &Resources<'a>, state: &State<'a>, depth: usize) {
        let Some(stream) = resources.get_x_object(name) else {
            return;
        };
        let dict = stream.dict();
        let kind = dict.get::<Name<'a>>("Subtype");
        if kind.as_ref().is_some_and(|kind| kind.as_ref() == b"Image") {
            self.drawn.pictures += 1;
        } else if depth < DEEPEST {
            self.form(&stream, resources, state, depth);
        } else {
            self.drawn.cut = true;
        }
    }

    fn form(&mut self, stream: &Stream<'a>, resources: &Resources<'a>, state: &State<'a>, depth: usize) {
        let Ok(content) = stream.decoded_data() else {
            return;
        };
        let dict = stream.dict();
        let own = dict.get::<Dict<'a>>("Resources").map(Resources::new);
        let mut state = state.clone();
        let numbers: Vec<f64> = dict
            .get::<Array<'a>>("Matrix")
            .map(|array| array.iter::<f32>().map(f64::from).collect())
            .unwrap_or_default();
        if let Ok(matrix) = <[f64; 6]>::try_from(numbers) {
            state.to_page *= Affine::new(matrix);
        }
        let open = self.artifacts.len();
        self.run(&content, own.as_ref().unwrap_or(resources), state, depth + 1);
        self.artifacts.truncate(open);
    }
}

impl Place {
    fn next(&mut self, x: f64, y: f64) {
        self.line *= Affine::translate((x, y));
        self.at = self.line;
    }

    fn advance(&mut self, by: f64) {
        self.at *= Affine::translate((by, 0.0));
    }
}

fn number(operand: &Object<'_>) -> Option<f64> {
    match operand {
        Object::Number(number) => Some(number.as_f64()),
        _ => None,
    }
}

/// The first operands of an operator, as many as are asked for; nothing where one of them is no number.
fn numbers<const N: usize>(operator: &Instruction<'_, '_>) -> Option<[f64; N]> {
    let mut numbers = [0.0; N];
    let mut operands = operator.operands();
    for place in &mut numbers {
        *place = operands.next().and_then(number)?;
    }
    Some(numbers)
}

/// Whether a line in this direction runs from left to right, a degree or two aside.
fn is_upright(direction: Vec2) -> bool {
    direction.x > 0.0 && direction.y.abs() < direction.x * 0.05
}
