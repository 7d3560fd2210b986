//! The page in one file, to keep or to mail: it opens from a disk and asks for nothing.

use std::io::Write;
use std::path::Path;

use flate2::Compression;
use flate2::write::GzEncoder;
use serde_json::json;

use super::{bundle, bytes, hash, markup, read};

/// The page in one file: its scripts and styles in it, named by their hashes; its modules compressed in its worker's text.
pub(super) fn page(www: &Path, site: &Path, page: &str, samples: &[String]) -> Result<String, String> {
    let boot = script(&read(&site.join("boot.js"))?)?;
    let main = script(&main(www)?)?;
    let style = read(&site.join("style.css"))?;
    let worker = script(&worker(www, site)?)?;
    let icon = format!(
        "data:image/svg+xml;base64,{}",
        hash::base64(&bytes(&www.join("icon.svg"))?)
    );

    let page = markup::restyled(page, &format!("<style>{style}</style>"));
    let page = markup::replaced(&page, "<html lang=\"en\">", "<html lang=\"en\" data-alone>")?;
    let page = markup::replaced(&page, "icon.svg", &icon)?;
    let policy = policy(&[&boot, &main], &style);
    let old = markup::line(&page, "<meta http-equiv=\"Content-Security-Policy\"")?.to_owned();
    let page = markup::replaced(&page, &old, &policy)?;
    let page = without(&page, "<link rel=\"manifest\"")?;
    let page = without(&page, "<link rel=\"apple-touch-icon\"")?;
    let page = markup::replaced(
        &page,
        "<script src=\"boot.js\"></script>",
        &format!("<script>{boot}</script>"),
    )?;
    let page = markup::replaced(
        &page,
        "<script type=\"module\" src=\"main.js\"></script>",
        &format!("<script type=\"module\">{main}</script>"),
    )?;
    let mut held = held("worker-source", &worker);
    for name in samples {
        let text = read(&www.join(name))?;
        let id = name.replace("samples/", "sample-");
        held += &self::held(&id, &script(&text)?);
    }
    markup::replaced(&page, "</body>", &format!("{held}</body>"))
}

/// Allows what the file holds, by its hash, and a worker made of its text; nothing can be asked for.
fn policy(scripts: &[&str], style: &str) -> String {
    let scripts: Vec<String> = scripts.iter().map(|text| hash::source(text)).collect();
    format!(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src {} 'wasm-unsafe-eval'; \
         style-src {}; img-src data: blob:; worker-src blob:; base-uri 'none'; form-action 'none'\">",
        scripts.join(" "),
        hash::source(style)
    )
}

/// The page's script with what is needed later: nothing can be loaded.
fn main(www: &Path) -> Result<String, String> {
    let file = crate::folder().join("alone").join("main.js");
    bundle::script(&www.join("main.js"), &file, "esm", &bundle::filled())?;
    read(&file)
}

/// The worker with its modules.
fn worker(www: &Path, site: &Path) -> Result<String, String> {
    let file = crate::folder().join("alone").join("worker.js");
    // The modules are given as they are, never looked for beside the worker.
    let define = json!({ "ONE_FILE": "true", "import.meta.url": "''" });
    bundle::script(&www.join("worker.js"), &file, "iife", &define)?;
    let modules = json!({
        "engine": packed(&site.join("pkg/crossread_bg.wasm"))?,
        "papers": packed(&site.join("pkg/crossread_pdf_bg.wasm"))?,
    });
    Ok(format!("const MODULES={modules};{}", read(&file)?))
}

fn packed(module: &Path) -> Result<String, String> {
    let mut writer = GzEncoder::new(Vec::new(), Compression::best());
    let packed = writer.write_all(&bytes(module)?).and_then(|()| writer.finish());
    Ok(hash::base64(&packed.map_err(|error| error.to_string())?))
}

/// A text that the page holds and does not run.
fn held(id: &str, text: &str) -> String {
    format!("<script type=\"text/plain\" id=\"{id}\">{text}</script>\n")
}

/// A text that can stand inside a script element: there a comment of HTML may open and must not.
fn script(text: &str) -> Result<String, String> {
    let text = text.replace("<!--", "\\x3C!--");
    let lower = text.to_lowercase();
    match ["</script", "<script"]
        .into_iter()
        .find(|word| lower.contains(word))
    {
        Some(word) => Err(format!(
            "a script holds {word}, which would end it inside of a page"
        )),
        None => Ok(text),
    }
}

fn without(page: &str, begin: &str) -> Result<String, String> {
    let line = format!("{}\n", markup::line(page, begin)?);
    markup::replaced(page, &line, "")
}
