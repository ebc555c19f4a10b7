//! Reading the machine's load from the kernel.

use std::fs;

use attune_common::Result;
use serde_json::{json, Value};

/// The load now.
pub fn read() -> Result<Value> {
    parse(&fs::read_to_string("/proc/loadavg")?, &fs::read_to_string("/proc/meminfo")?)
}

fn parse(loadavg: &str, meminfo: &str) -> Result<Value> {
    let mut averages = loadavg.split(' ');
    let mut next = || -> Result<f64> { Ok(averages.next().ok_or("/proc/loadavg is too short")?.parse()?) };
    let load = json!({"1m": next()?, "5m": next()?, "15m": next()?});
    let (total, free) = (kilobytes(meminfo, "MemTotal")?, kilobytes(meminfo, "MemAvailable")?);
    Ok(json!({"load": load, "memory_used_mb": total.saturating_sub(free) / 1024}))
}

fn kilobytes(meminfo: &str, name: &str) -> Result<u64> {
    let line = meminfo.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':'));
    let number = line.and_then(|rest| rest.split_whitespace().next());
    Ok(number.ok_or_else(|| format!("/proc/meminfo lacks {name}"))?.parse()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    const MEMINFO: &str = "MemTotal:       4096000 kB\nMemFree:         100000 kB\nMemAvailable:   2048000 kB\n";

    #[test]
    fn reads_load_and_memory() {
        let load = parse("0.50 1.25 2.00 1/345 6789\n", MEMINFO).unwrap();
        assert_eq!(load, json!({"load": {"1m": 0.5, "5m": 1.25, "15m": 2.0}, "memory_used_mb": 2000}));
    }

    #[test]
    fn says_what_is_missing() {
        assert_eq!(parse("0.5 1.2 2.0", "MemTotal: 1 kB\n").unwrap_err().to_string(), "/proc/meminfo lacks MemAvailable");
        assert!(parse("0.5", MEMINFO).is_err());
    }

    #[test]
    fn reads_this_machine() {
        assert!(read().unwrap()["memory_used_mb"].is_u64());
    }
}
