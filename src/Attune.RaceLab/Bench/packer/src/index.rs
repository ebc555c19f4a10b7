//! The index of a registry: <https://doc.rust-lang.org/cargo/reference/registry-index.html>.

use serde_json::{json, Value};
use std::error::Error;
use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

pub struct Crate {
    pub name: String,
    pub version: String,
    manifest: Value,
}

impl Crate {
    /// Lets cargo read the manifest: it knows every way of writing one.
    pub fn read(folder: &Path) -> Result<Self, Box<dyn Error>> {
        let output = Command::new("cargo")
            .args(["metadata", "--no-deps", "--offline", "--format-version", "1", "--manifest-path"])
            .arg(folder.join("Cargo.toml"))
            .output()?;
        if !output.status.success() {
            return Err(String::from_utf8_lossy(&output.stderr).into());
        }
        let manifest = serde_json::from_slice::<Value>(&output.stdout)?["packages"][0].take();
        let text = |key: &str| manifest[key].as_str().map(str::to_owned).ok_or(format!("{} has no {key}", folder.display()));
        Ok(Self { name: text("name")?, version: text("version")?, manifest })
    }

    fn dependencies(&self) -> Vec<Value> {
        let all = self.manifest["dependencies"].as_array().map_or(&[][..], Vec::as_slice);
        all.iter().filter(|d| d["kind"] != "dev").map(dependency).collect()
    }
}

/// Adds a crate's line to its file.
pub fn add(index: &Path, krate: &Crate, checksum: &str) -> Result<(), Box<dyn Error>> {
    let entry = json!({
        "name": krate.name, "vers": krate.version, "deps": krate.dependencies(), "cksum": checksum,
        "features": krate.manifest["features"], "links": krate.manifest["links"], "yanked": false, "v": 2,
    });
    let path = index.join(place(&krate.name.to_lowercase()));
    fs::create_dir_all(path.parent().ok_or("no folder")?)?;
    Ok(writeln!(OpenOptions::new().create(true).append(true).open(path)?, "{entry}")?)
}

fn dependency(declared: &Value) -> Value {
    let renamed = !declared["rename"].is_null();
    json!({
        "name": if renamed { &declared["rename"] } else { &declared["name"] },
        "package": if renamed { declared["name"].clone() } else { Value::Null },
        "req": declared["req"], "features": declared["features"], "optional": declared["optional"],
        "default_features": declared["uses_default_features"], "target": declared["target"],
        "kind": declared["kind"].as_str().unwrap_or("normal"),
    })
}

fn place(name: &str) -> PathBuf {
    match name.len() {
        1 | 2 => Path::new(&name.len().to_string()).join(name),
        3 => Path::new("3").join(&name[..1]).join(name),
        _ => Path::new(&name[..2]).join(&name[2..4]).join(name),
    }
}
