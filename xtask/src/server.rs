//! A static file server for one folder on 127.0.0.1, as plain as the hosts the page is made for: no rewriting, no compression.
//!
//! It serves files below its folder and nothing else, optionally under a path such as `/loopscope/`, so that the browser tests
//! see the page where a course site would put it.

use std::fs;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

/// The longest request head that is read, in bytes.
const MAX_HEAD: u64 = 32 * 1024;

/// How long an open connection may stay silent.
const IDLE: Duration = Duration::from_secs(60);

/// How many ports after the wished one are tried.
const PORTS_TRIED: u16 = 50;

/// A running server. Its threads end with the process.
pub struct Server {
    address: SocketAddr,
    prefix: String,
}

impl Server {
    /// Starts to serve `folder` under `prefix`, which begins and ends with `/`. Port 0 takes any free port; another port that is
    /// taken gives the next free one.
    ///
    /// # Errors
    /// When the folder does not exist or no port is free.
    pub fn start(folder: &Path, prefix: &str, port: u16) -> io::Result<Server> {
        let site = Arc::new(Site { root: folder.canonicalize()?, prefix: prefix.to_owned() });
        let listener = listen(port)?;
        let address = listener.local_addr()?;
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let site = Arc::clone(&site);
                // A connection that breaks is the client's affair.
                thread::spawn(move || site.serve(stream).ok());
            }
        });
        Ok(Server { address, prefix: prefix.to_owned() })
    }

    /// The address of the folder's `index.html`.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://{}{}", self.address, self.prefix)
    }
}

fn listen(port: u16) -> io::Result<TcpListener> {
    let last = if port == 0 { 0 } else { port.saturating_add(PORTS_TRIED) };
    let mut result = Err(io::ErrorKind::AddrInUse.into());
    for port in port..=last {
        result = TcpListener::bind((Ipv4Addr::LOCALHOST, port));
        if result.is_ok() {
            break;
        }
    }
    result
}

struct Site {
    root: PathBuf,
    prefix: String,
}

impl Site {
    /// Answers the requests of one connection until the client closes it.
    fn serve(&self, stream: TcpStream) -> io::Result<()> {
        stream.set_read_timeout(Some(IDLE))?;
        let mut reader = BufReader::new(stream.try_clone()?);
        let mut writer = stream;
        while let Some(request) = Request::read(&mut reader)? {
            self.answer(&request, &mut writer)?;
            if !request.keep_alive {
                break;
            }
        }
        Ok(())
    }

    fn answer(&self, request: &Request, writer: &mut impl Write) -> io::Result<()> {
        let (status, kind, body) = match request.method.as_str() {
            "GET" | "HEAD" => match self.file(&request.target).and_then(|path| Some((mime_type(&path), fs::read(path).ok()?))) {
                Some((kind, body)) => ("200 OK", kind, body),
                None => ("404 Not Found", "text/plain; charset=utf-8", b"Not found\n".to_vec()),
            },
            _ => ("405 Method Not Allowed", "text/plain; charset=utf-8", b"Only GET and HEAD\n".to_vec()),
        };
        let connection = if request.keep_alive { "keep-alive" } else { "close" };
        let mut answer = format!(
            "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nCache-Control: no-cache\r\n\
             X-Content-Type-Options: nosniff\r\nConnection: {connection}\r\n\r\n",
            body.len()
        )
        .into_bytes();
        if request.method != "HEAD" {
            answer.extend_from_slice(&body);
        }
        writer.write_all(&answer)
    }

    /// The file that `target`, the path of a request, stands for: a file below the root, or the `index.html` of a folder there.
    fn file(&self, target: &str) -> Option<PathBuf> {
        let mut path = self.root.join(relative_path(target.strip_prefix(&self.prefix)?)?);
        if path.is_dir() {
            path.push("index.html");
        }
        // A symbolic link may lead out of the root.
        let path = path.canonicalize().ok()?;
        (path.starts_with(&self.root) && path.is_file()).then_some(path)
    }
}

/// Decodes the part of a request's path after the prefix. `None` for everything that is not the plain name of a file further down.
fn relative_path(target: &str) -> Option<PathBuf> {
    let target = target.split(['?', '#']).next().unwrap_or_default();
    let decoded = percent_decode(target)?;
    let mut path = PathBuf::new();
    for segment in decoded.split('/').filter(|segment| !segment.is_empty()) {
        if segment.starts_with('.') || segment.contains(['\\', ':', '\0']) {
            return None;
        }
        path.push(segment);
    }
    Some(path)
}

fn percent_decode(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let high = char::from(rest.next()?).to_digit(16)?;
            let low = char::from(rest.next()?).to_digit(16)?;
            bytes.push(u8::try_from(high * 16 + low).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

fn mime_type(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("css") => "text/css; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("ico") => "image/x-icon",
        Some("json" | "map") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        Some("txt") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

/// The head of a request, as far as this server cares.
struct Request {
    method: String,
    target: String,
    keep_alive: bool,
}

impl Request {
    /// Reads the next request; `None` at the end of the connection or for what is not HTTP.
    fn read(reader: &mut impl BufRead) -> io::Result<Option<Request>> {
        let mut head = reader.take(MAX_HEAD);
        let mut line = String::new();
        head.read_line(&mut line)?;
        let mut words = line.split_whitespace();
        let (Some(method), Some(target), Some(version)) = (words.next(), words.next(), words.next()) else { return Ok(None) };
        let mut request = Request { method: method.to_owned(), target: target.to_owned(), keep_alive: version == "HTTP/1.1" };
        loop {
            let mut line = String::new();
            if head.read_line(&mut line)? == 0 {
                return Ok(None);
            }
            let line = line.trim_end();
            if line.is_empty() {
                return Ok(Some(request));
            }
            if let Some((name, value)) = line.split_once(':')
                && name.eq_ignore_ascii_case("connection")
            {
                request.keep_alive = value.trim().eq_ignore_ascii_case("keep-alive");
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_path(target: &str, expected: Option<&str>) {
        assert_eq!(relative_path(target), expected.map(PathBuf::from), "{target}");
    }

    #[test]
    fn plain_names_are_served() {
        check_path("", Some(""));
        check_path("app.js?v=1", Some("app.js"));
        check_path("icons/a%20b.svg", Some("icons/a b.svg"));
    }

    #[test]
    fn nothing_leads_out_of_the_folder() {
        check_path("../Cargo.toml", None);
        check_path("icons/../../Cargo.toml", None);
        check_path("%2e%2e/Cargo.toml", None);
        check_path("icons%2F..%2F..%2FCargo.toml", None);
        check_path("..%5CCargo.toml", None);
        check_path("C:/Cargo.toml", None);
        check_path(".git/config", None);
        check_path("a%00b", None);
        check_path("a%zz", None);
    }

    #[track_caller]
    fn check_answer(request: &str, status: &str, content_type: &str) {
        let site = Site { root: Path::new(env!("CARGO_MANIFEST_DIR")).canonicalize().expect("it exists"), prefix: "/sub/".into() };
        let request = Request::read(&mut request.as_bytes()).expect("reading from memory").expect("a request");
        let mut answer = Vec::new();
        site.answer(&request, &mut answer).expect("writing to memory");
        let answer = String::from_utf8_lossy(&answer);
        assert!(answer.starts_with(&format!("HTTP/1.1 {status}\r\nContent-Type: {content_type}\r\n")), "{answer}");
    }

    #[test]
    fn files_are_served_below_the_prefix_only() {
        check_answer("GET /sub/Cargo.toml HTTP/1.1\r\n\r\n", "200 OK", "application/octet-stream");
        check_answer("GET /Cargo.toml HTTP/1.1\r\n\r\n", "404 Not Found", "text/plain; charset=utf-8");
        check_answer("GET /sub/absent.html HTTP/1.1\r\n\r\n", "404 Not Found", "text/plain; charset=utf-8");
        check_answer("POST /sub/Cargo.toml HTTP/1.1\r\n\r\n", "405 Method Not Allowed", "text/plain; charset=utf-8");
    }

    #[test]
    fn a_taken_port_gives_the_next_one() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
        let first = Server::start(folder, "/", 0).expect("a free port");
        let second = Server::start(folder, "/", first.address.port()).expect("a free port after it");
        assert_ne!(first.address.port(), second.address.port());
    }
}
