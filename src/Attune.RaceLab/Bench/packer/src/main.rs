//! Packs vendored crates into a local registry, so that cargo has something to unpack:
//! <https://doc.rust-lang.org/cargo/reference/source-replacement.html#local-registry-sources>.

mod archive;
mod index;

use std::error::Error;
use std::fs;
use std::path::Path;

const CONFIGURATION: &str = "[source.crates-io]\nreplace-with = \"race-lab\"\n\n[source.race-lab]\nlocal-registry = \"/crates\"\n";

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let (vendored, output) = (arguments.next().ok_or("which crates?")?, arguments.next().ok_or("where to?")?);
    let registry = Path::new(&output).join("crates");
    fs::create_dir_all(&registry)?;
    let mut dependencies = String::new();
    for folder in fs::read_dir(vendored)? {
        let folder = folder?.path();
        let krate = index::Crate::read(&folder)?;
        let full_name = format!("{}-{}", krate.name, krate.version);
        let package = registry.join(format!("{full_name}.crate"));
        fs::write(&package, archive::pack(&folder, &full_name)?)?;
        index::add(&registry.join("index"), &krate, &archive::sha256(&package)?)?;
        let key = full_name.replace(['.', '+'], "_");
        dependencies += &format!("{key} = {{ package = \"{}\", version = \"={}\", default-features = false }}\n", krate.name, krate.version);
    }
    write(&output, ".cargo/config.toml", CONFIGURATION)?;
    write(&output, "build/Cargo.toml", &format!("[package]\nname = \"bench\"\nversion = \"0.0.0\"\nedition = \"2021\"\n\n[dependencies]\n{dependencies}"))?;
    Ok(())
}

fn write(output: &str, path: &str, text: &str) -> Result<(), Box<dyn Error>> {
    let path = Path::new(output).join(path);
    fs::create_dir_all(path.parent().ok_or("no folder")?)?;
    Ok(fs::write(path, text)?)
}
