//! Serves a folder on loopback, as a plain static host would.

use std::collections::HashMap;
use std::fs;
use std::io::{BufRead, BufReader, ErrorKind, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;

use flate2::Compression;
use flate2::write::GzEncoder;

use crate::{Outcome, root};

/// Serves the page until it is interrupted. Port 0 takes any free one.
pub fn page(port: u16) -> Outcome {
    let (listener, address) = listen(port)?;
    println!("Crossread is at {address} (Ctrl+C ends it)");
    serve(&listener, &Arc::new(Host::new(root().join("www"), "")));
    Ok(())
}

/// Serves a folder for as long as the process lives, below a path ("", or "some/where/"), and returns its address.
pub fn background(folder: PathBuf, prefix: &'static str) -> Result<String, String> {
    Server::start(Host::new(folder, prefix)).map(|server| server.address.clone())
}

/// What is served, and how.
#[derive(Debug)]
pub struct Host {
    folder: PathBuf,
    prefix: &'static str,
    ended: AtomicBool,
    /// Files that were compressed before, where files are sent compressed.
    packed: Option<Mutex<HashMap<PathBuf, Vec<u8>>>>,
}

impl Host {
    /// A folder below a path ("", or "some/where/").
    pub fn new(folder: PathBuf, prefix: &'static str) -> Self {
        Self {
            folder,
            prefix,
            ended: AtomicBool::new(false),
            packed: None,
        }
    }

    /// The same, its files sent with gzip, as most static hosts do.
    pub fn packing(folder: PathBuf) -> Self {
        Self {
            packed: Some(Mutex::default()),
            ..Self::new(folder, "")
        }
    }

    /// A file's bytes as they are sent, and the header that says how.
    fn pack(&self, place: PathBuf, bytes: Vec<u8>) -> (&'static str, Vec<u8>) {
        let Some(packed) = self.packed.as_ref().and_then(|packed| packed.lock().ok()) else {
            return ("", bytes);
        };
        let mut packed = packed;
        let bytes = packed.entry(place).or_insert_with(|| {
            let mut writer = GzEncoder::new(Vec::new(), Compression::best());
            let done = writer.write_all(&bytes).and_then(|()| writer.finish());
            done.unwrap_or_default()
        });
        ("Content-Encoding: gzip\r\n", bytes.clone())
    }
}

/// A server that can be ended.
#[derive(Debug)]
pub struct Server {
    /// Where the page is.
    pub address: String,
    port: u16,
    host: Arc<Host>,
    thread: JoinHandle<()>,
}

impl Server {
    /// Serves on a free port.
    pub fn start(host: Host) -> Result<Self, String> {
        let (listener, address) = listen(0)?;
        let port = listener.local_addr().map_err(|error| error.to_string())?.port();
        let address = address + host.prefix;
        let host = Arc::new(host);
        let served = Arc::clone(&host);
        let thread = std::thread::spawn(move || serve(&listener, &served));
        Ok(Self {
            address,
            port,
            host,
            thread,
        })
    }

    /// Ends it: whoever asks from now on finds nobody there.
    pub fn end(self) {
        self.host.ended.store(true, Ordering::Relaxed);
        // It looks up when somebody comes.
        let _ = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port));
        let _ = self.thread.join();
    }
}

fn listen(port: u16) -> Result<(TcpListener, String), String> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(|error| match error.kind() {
        ErrorKind::AddrInUse => format!("port {port} is taken; end what uses it, or add --port N"),
        _ => format!("port {port} cannot be served: {error}"),
    })?;
    let address = listener.local_addr().map_err(|error| error.to_string())?;
    Ok((listener, format!("http://{address}/")))
}

fn serve(listener: &TcpListener, host: &Arc<Host>) {
    for stream in listener.incoming().flatten() {
        if host.ended.load(Ordering::Relaxed) {
            return;
        }
        let host = Arc::clone(host);
        std::thread::spawn(move || answer(&stream, &host));
    }
}

/// Answers one request and closes; a browser that leaves early is no failure.
fn answer(mut stream: &TcpStream, host: &Host) {
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
    let found = if matches!(method, "GET" | "HEAD") {
        file(&host.folder, target, host.prefix)
    } else {
        None
    };
    let (status, kind, packing, bytes) = match found {
        Some((kind, place, bytes)) => {
            let (packing, bytes) = host.pack(place, bytes);
            ("200 OK", kind, packing, bytes)
        }
        None => ("404 Not Found", "text/plain", "", b"not here".to_vec()),
    };
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{packing}Content-Length: {}\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n",
        bytes.len()
    );
    let _ = stream.write_all(head.as_bytes());
    if method == "GET" {
        let _ = stream.write_all(&bytes);
    }
}

/// The file in the folder that a request names, with its media type and place; `None` for anything outside.
fn file(folder: &Path, target: &str, prefix: &str) -> Option<(&'static str, PathBuf, Vec<u8>)> {
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
        "png" => "image/png",
        _ => "text/plain; charset=utf-8",
    };
    let bytes = fs::read(&place).ok()?;
    Some((kind, place, bytes))
}
