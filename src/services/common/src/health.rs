//! The health answer, and the check that an image's HEALTHCHECK runs: the binary itself, so that no image needs curl.

use std::{
    io::{Read, Write},
    net::{Ipv4Addr, SocketAddr, TcpStream},
    time::Duration,
};

use serde_json::{json, Value};

use crate::{server::Response, service::Service, Result};

/// How long a healthy service may take to answer.
const PATIENCE: Duration = Duration::from_secs(2);

impl Service {
    /// The body of a healthy answer.
    #[must_use]
    pub fn health(&self) -> Value {
        json!({"status": "ok", "service": self.name, "version": self.version})
    }

    /// The answer to `GET /health`, for services on the small server.
    #[must_use]
    pub fn health_response(&self) -> Response {
        Response::json(200, &self.health())
    }
}

/// Asks the service on this machine's port for its health.
pub fn check(port: u16) -> Result<()> {
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    let mut stream = TcpStream::connect_timeout(&address, PATIENCE)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    stream.write_all(b"GET /health HTTP/1.0\r\nHost: localhost\r\n\r\n")?;
    let mut answer = [0; 12];
    stream.read_exact(&mut answer)?;
    if answer.ends_with(b" 200") {
        Ok(())
    } else {
        Err(format!("unhealthy: {}", String::from_utf8_lossy(&answer)).into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::net::TcpListener;

    fn answering(answer: &'static str) -> u16 {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        std::thread::spawn(move || {
            let (mut stream, _) = listener.accept().unwrap();
            let _ = stream.read(&mut [0; 256]);
            stream.write_all(answer.as_bytes()).unwrap();
        });
        port
    }

    #[test]
    fn only_200_is_healthy() {
        assert!(check(answering("HTTP/1.1 200 OK\r\n\r\n")).is_ok());
        assert!(check(answering("HTTP/1.1 503 Busy\r\n\r\n")).is_err());
        assert!(check(answering("HTTP/1.1")).is_err());
    }

    #[test]
    fn a_closed_port_is_unhealthy() {
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        assert!(check(port).is_err());
    }
}
