//! Elements by what they mean for a reader: which part lines, which are never text.

/// The name of an element, as far as it matters here. The order is that of a page's text: what is prose, what may be,
/// what hardly is; the learned trees split by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)] // The HTML standard defines them.
pub enum Tag {
    P,
    Blockquote,
    Pre,
    H1,
    H2,
    H3,
    H4,
    H5,
    Li,
    Dt,
    Dd,
    Td,
    Tr,
    Table,
    Ul,
    Ol,
    Dl,
    Figcaption,
    Figure,
    Article,
    Main,
    Section,
    Div,
    Body,
    Header,
    Details,
    Summary,
    Aside,
    Footer,
    Nav,
    Form,
    Label,
    Button,
    Dialog,
    Address,
    Br,
    Hr,
    A,
    Strong,
    Em,
    Time,
    Q,
    Span,
    Inline,
    Void,
    Script,
    Title,
    Meta,
    Link,
    Img,
    Hidden,
    Html,
}

impl Tag {
    /// The tag of a name in lower case. Unknown names are inline, as browsers show them.
    pub(super) fn named(name: &[u8]) -> Self {
        match name {
            b"p" => Self::P,
            b"blockquote" => Self::Blockquote,
            b"pre" | b"xmp" | b"listing" => Self::Pre,
            b"h1" => Self::H1,
            b"h2" => Self::H2,
            b"h3" => Self::H3,
            b"h4" => Self::H4,
            b"h5" | b"h6" => Self::H5,
            b"li" => Self::Li,
            b"dt" => Self::Dt,
            b"dd" => Self::Dd,
            b"td" | b"th" => Self::Td,
            b"tr" => Self::Tr,
            b"table" | b"tbody" | b"thead" | b"tfoot" | b"caption" => Self::Table,
            b"ul" | b"menu" => Self::Ul,
            b"ol" => Self::Ol,
            b"dl" => Self::Dl,
            b"figcaption" => Self::Figcaption,
            b"figure" => Self::Figure,
            b"article" => Self::Article,
            b"main" => Self::Main,
            b"section" => Self::Section,
            b"div" | b"center" | b"fieldset" | b"legend" | b"hgroup" | b"search" => Self::Div,
            b"body" => Self::Body,
            b"header" => Self::Header,
            b"details" => Self::Details,
            b"summary" => Self::Summary,
            b"aside" => Self::Aside,
            b"footer" => Self::Footer,
            b"nav" => Self::Nav,
            b"form" => Self::Form,
            b"label" => Self::Label,
            b"button" => Self::Button,
            b"dialog" => Self::Dialog,
            b"address" => Self::Address,
            b"br" => Self::Br,
            b"hr" => Self::Hr,
            b"a" => Self::A,
            b"strong" | b"b" => Self::Strong,
            b"em" | b"i" => Self::Em,
            b"time" => Self::Time,
            b"q" => Self::Q,
            b"span" => Self::Span,
            b"script" => Self::Script,
            b"title" => Self::Title,
            b"meta" => Self::Meta,
            b"link" => Self::Link,
            b"img" => Self::Img,
            b"input" | b"area" | b"base" | b"col" | b"embed" | b"param" | b"source" | b"track" | b"wbr"
            | b"frame" | b"keygen" => Self::Void,
            b"style" | b"noscript" | b"template" | b"svg" | b"math" | b"iframe" | b"object" | b"select"
            | b"textarea" | b"noframes" | b"noembed" | b"canvas" | b"audio" | b"video" | b"applet"
            | b"datalist" => Self::Hidden,
            b"html" => Self::Html,
            _ => Self::Inline,
        }
    }

    /// Whether it has neither content nor an end tag.
    pub(super) fn is_void(self) -> bool {
        matches!(
            self,
            Self::Br | Self::Hr | Self::Void | Self::Meta | Self::Link | Self::Img
        )
    }

    /// Whether it stands inside a line.
    pub fn is_inline(self) -> bool {
        matches!(
            self,
            Self::A
                | Self::Strong
                | Self::Em
                | Self::Time
                | Self::Q
                | Self::Span
                | Self::Inline
                | Self::Label
        ) || self.is_void() && !matches!(self, Self::Br | Self::Hr)
            || self.is_silent()
    }

    /// Whether what is in it is never text of the page.
    pub(super) fn is_silent(self) -> bool {
        matches!(self, Self::Script | Self::Hidden | Self::Title)
    }

    /// Whether a heading.
    pub fn is_heading(self) -> bool {
        matches!(self, Self::H1 | Self::H2 | Self::H3 | Self::H4 | Self::H5)
    }

    /// Whether an end tag for something inside stops here: a cell holds its content together.
    pub(super) fn is_barrier(self) -> bool {
        matches!(self, Self::Td | Self::Table | Self::Html | Self::Button)
    }
}
