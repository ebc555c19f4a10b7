//! The little of HTTP/1 that the services speak among themselves: a head, then a body of a known length.

use tokio::io::{AsyncRead, AsyncReadExt};

use crate::Result;

/// The longest head that is read, in bytes.
pub const MAX_HEAD: usize = 16 * 1024;

/// The longest body that is read, in bytes.
pub const MAX_BODY: usize = 4 * 1024 * 1024;

/// A request or an answer: the first line's words, and the body.
#[derive(Debug, PartialEq, Eq)]
pub struct Message {
    /// The first line, such as `GET /health HTTP/1.1`.
    pub start: String,
    /// The body; empty when no length was given.
    pub body: Vec<u8>,
}

impl Message {
    /// Reads one message; `None` when the other side closed without sending anything.
    pub async fn read(stream: &mut (impl AsyncRead + Unpin)) -> Result<Option<Self>> {
        let mut bytes = Vec::new();
        let head = loop {
            if let Some(end) = memchr::memmem::find(&bytes, b"\r\n\r\n") {
                break end;
            }
            if bytes.len() > MAX_HEAD {
                return Err("the head of the message is too long".into());
            }
            if stream.read_buf(&mut bytes).await? == 0 {
                return if bytes.is_empty() { Ok(None) } else { Err("the connection closed within the head".into()) };
            }
        };
        let mut body = bytes.split_off(head + 4);
        let head = std::str::from_utf8(&bytes[..head])?;
        let length = content_length(head)?;
        if length > MAX_BODY {
            return Err("the body of the message is too long".into());
        }
        while body.len() < length {
            if stream.read_buf(&mut body).await? == 0 {
                return Err("the connection closed within the body".into());
            }
        }
        body.truncate(length);
        let start = head.lines().next().unwrap_or_default().to_owned();
        Ok(Some(Self { start, body }))
    }
}

fn content_length(head: &str) -> Result<usize> {
    for line in head.lines().skip(1) {
        let (name, value) = line.split_once(':').ok_or("a header line without a colon")?;
        if name.eq_ignore_ascii_case("content-length") {
            return Ok(value.trim().parse()?);
        }
        if name.eq_ignore_ascii_case("transfer-encoding") {
            return Err("transfer encodings are not understood".into());
        }
    }
    Ok(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn read(text: &str) -> Result<Option<Message>> {
        Message::read(&mut text.as_bytes()).await
    }

    #[tokio::test]
    async fn reads_head_and_body() {
        let message = read("POST /x HTTP/1.1\r\nContent-Length: 2\r\n\r\nhi+more").await.unwrap().unwrap();
        assert_eq!(message, Message { start: "POST /x HTTP/1.1".into(), body: b"hi".to_vec() });
    }

    #[tokio::test]
    async fn a_silent_close_is_no_error() {
        assert_eq!(read("").await.unwrap(), None);
    }

    #[tokio::test]
    async fn refuses_what_it_cannot_hold() {
        for text in [
            "GET / HTTP/1.1\r\n",
            "GET / HTTP/1.1\r\nContent-Length: 99999999\r\n\r\n",
            "GET / HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
            "GET / HTTP/1.1\r\nContent-Length: 5\r\n\r\nabc",
            "GET / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n",
            "GET / HTTP/1.1\r\nno colon\r\n\r\n",
        ] {
            assert!(read(text).await.is_err(), "{text:?}");
        }
        assert!(read(&"x".repeat(2 * MAX_HEAD)).await.is_err());
    }
}
