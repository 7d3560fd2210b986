//! Serves `www/` on loopback, as a plain static host would.

use std::fs;
use std::io::{BufRead, BufReader, ErrorKind, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};

use crate::{Outcome, root};

/// Serves the page until it is interrupted. Port 0 takes any free one.
pub fn page(port: u16) -> Outcome {
    let (listener, address) = listen(port)?;
    println!("Crossread is at {address} (Ctrl+C ends it)");
    serve(&listener, &root().join("www"), "");
    Ok(())
}

/// Serves a folder for as long as the process lives, below a path ("", or "some/where/"), and returns its address.
pub fn background(folder: PathBuf, prefix: &'static str) -> Result<String, String> {
    let (listener, address) = listen(0)?;
    std::thread::spawn(move || serve(&listener, &folder, prefix));
    Ok(address + prefix)
}

fn listen(port: u16) -> Result<(TcpListener, String), String> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(|error| match error.kind() {
        ErrorKind::AddrInUse => format!("port {port} is taken; end what uses it, or add --port N"),
        _ => format!("port {port} cannot be served: {error}"),
    })?;
    let address = listener.local_addr().map_err(|error| error.to_string())?;
    Ok((listener, format!("http://{address}/")))
}

fn serve(listener: &TcpListener, folder: &Path, prefix: &'static str) {
    for stream in listener.incoming().flatten() {
        let folder = folder.to_owned();
        std::thread::spawn(move || answer(&stream, &folder, prefix));
    }
}

/// Answers one request and closes; a browser that leaves early is no failure.
fn answer(mut stream: &TcpStream, folder: &Path, prefix: &str) {
    let mut line = String::new();
    let mut reader = BufReader::new(stream);
    if reader.read_line(&mut line).is_err() {
        return;
    }
    // The headers must be read before the connection is closed, or the browser sees it reset.
    let mut header = String::new();
    while reader.read_line(&mut header).is_ok_and(|read| read > 2) {
        header.clear();
    }
    let mut words = line.split_whitespace();
    let (method, target) = (words.next().unwrap_or(""), words.next().unwrap_or("/"));
    let body = if matches!(method, "GET" | "HEAD") {
        file(folder, target, prefix)
    } else {
        None
    };
    let (status, kind, bytes) = match body {
        Some((kind, bytes)) => ("200 OK", kind, bytes),
        None => ("404 Not Found", "text/plain", b"not here".to_vec()),
    };
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n",
        bytes.len()
    );
    let _ = stream.write_all(head.as_bytes());
    if method == "GET" {
        let _ = stream.write_all(&bytes);
    }
}

/// The file in the folder that a request names, with its media type; `None` for anything outside.
fn file(folder: &Path, target: &str, prefix: &str) -> Option<(&'static str, Vec<u8>)> {
    let path = target.split(['?', '#']).next()?;
    let path = path.strip_prefix('/')?.strip_prefix(prefix)?;
    let mut place: PathBuf =
        Path::new(path)
            .components()
            .try_fold(PathBuf::new(), |place, part| match part {
                Component::Normal(part) => Some(place.join(part)),
                _ => None,
            })?;
    place = folder.join(place);
    if place.is_dir() {
        place.push("index.html");
    }
    let kind = match place.extension()?.to_str()? {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "json" | "webmanifest" => "application/json",
        "svg" => "image/svg+xml",
        _ => "text/plain; charset=utf-8",
    };
    Some((kind, fs::read(place).ok()?))
}
