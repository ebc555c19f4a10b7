//! `.crate` files: a tar in gzip. Written by hand, since the image has neither program; nothing is compressed.

use std::error::Error;
use std::fs;
use std::path::Path;
use std::process::Command;

const BLOCK: usize = 512;

/// The folder as a `.crate` whose files lie below `name/`.
pub fn pack(folder: &Path, name: &str) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut tar = Vec::new();
    add_folder(&mut tar, folder, name)?;
    tar.resize(tar.len() + 2 * BLOCK, 0);
    Ok(gzip(&tar))
}

/// The file's SHA-256 in hexadecimal digits.
pub fn sha256(path: &Path) -> Result<String, Box<dyn Error>> {
    let output = Command::new("sha256sum").arg(path).output()?.stdout;
    Ok(String::from_utf8(output)?.split(' ').next().ok_or("no checksum")?.to_owned())
}

fn add_folder(tar: &mut Vec<u8>, folder: &Path, name: &str) -> Result<(), Box<dyn Error>> {
    let mut entries = fs::read_dir(folder)?.collect::<Result<Vec<_>, _>>()?;
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let path = format!("{name}/{}", entry.file_name().to_string_lossy());
        // What vendoring adds: cargo refuses a package that brings it along.
        if entry.file_name() == ".cargo-checksum.json" || entry.file_name() == ".cargo-ok" {
            continue;
        }
        // Follows links: a distribution links licences and the like.
        let Ok(kind) = fs::metadata(entry.path()) else { continue };
        if kind.is_dir() {
            add_folder(tar, &entry.path(), &path)?;
        } else {
            add_file(tar, &path, &fs::read(entry.path())?);
        }
    }
    Ok(())
}

fn add_file(tar: &mut Vec<u8>, path: &str, content: &[u8]) {
    if path.len() > 100 {
        // GNU's way to write a long name: as the content of an entry before it.
        add_entry(tar, b'L', "././@LongLink", &[path.as_bytes(), b"\0"].concat());
    }
    add_entry(tar, b'0', path, content);
}

fn add_entry(tar: &mut Vec<u8>, kind: u8, path: &str, content: &[u8]) {
    let mut header = [0_u8; BLOCK];
    let name = &path.as_bytes()[..path.len().min(100)];
    header[..name.len()].copy_from_slice(name);
    header[100..107].copy_from_slice(b"0000644");
    header[108..115].copy_from_slice(b"0000000");
    header[116..123].copy_from_slice(b"0000000");
    header[124..135].copy_from_slice(format!("{:011o}", content.len()).as_bytes());
    header[136..147].copy_from_slice(b"00000000000");
    header[148..156].copy_from_slice(b"        ");
    header[156] = kind;
    header[257..265].copy_from_slice(b"ustar  \0");
    let sum = header.iter().map(|b| u32::from(*b)).sum::<u32>();
    header[148..156].copy_from_slice(format!("{sum:06o}\0 ").as_bytes());
    tar.extend(header);
    tar.extend(content);
    tar.resize(tar.len().next_multiple_of(BLOCK), 0);
}

/// Stored blocks only: <https://www.rfc-editor.org/rfc/rfc1951#section-3.2.4>.
fn gzip(content: &[u8]) -> Vec<u8> {
    let mut output = vec![0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255];
    let blocks = content.chunks(0xffff).count();
    for (i, block) in content.chunks(0xffff).enumerate() {
        let length = block.len() as u16;
        output.push(u8::from(i + 1 == blocks));
        output.extend(length.to_le_bytes());
        output.extend((!length).to_le_bytes());
        output.extend(block);
    }
    output.extend(crc32(content).to_le_bytes());
    output.extend((content.len() as u32).to_le_bytes());
    output
}

fn crc32(content: &[u8]) -> u32 {
    !content.iter().fold(!0_u32, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |c, _| if c & 1 == 0 { c >> 1 } else { (c >> 1) ^ 0xedb8_8320 })
    })
}
