//! The actions there are.

use std::process::Stdio;

use attune_common::Result;
use serde_json::{json, Value};
use smol::{io::AsyncWriteExt, process::Command, unblock};

/// Runs an action by its name.
pub async fn run(action: &str, input: Value) -> Result<Value> {
    match action {
        // Off the event loop: an input may be large.
        "summarize" => Ok(unblock(move || summarize(&input)).await),
        "digest" => digest(&input).await,
        other => Err(format!("unknown action '{other}': digest or summarize").into()),
    }
}

/// Smallest, largest and mean of all numbers within a value.
fn summarize(input: &Value) -> Value {
    let mut numbers = Vec::new();
    collect(input, &mut numbers);
    let min = numbers.iter().copied().reduce(f64::min);
    let max = numbers.iter().copied().reduce(f64::max);
    #[allow(clippy::cast_precision_loss, reason = "2^52 numbers don't fit into a request")]
    let mean = (!numbers.is_empty()).then(|| numbers.iter().sum::<f64>() / numbers.len() as f64);
    json!({"count": numbers.len(), "min": min, "max": max, "mean": mean})
}

fn collect(value: &Value, numbers: &mut Vec<f64>) {
    match value {
        Value::Number(number) => numbers.extend(number.as_f64()),
        Value::Array(items) => items.iter().for_each(|item| collect(item, numbers)),
        Value::Object(fields) => fields.values().for_each(|item| collect(item, numbers)),
        Value::Null | Value::Bool(_) | Value::String(_) => {}
    }
}

/// The SHA-256 of a value's JSON, by the system's own program.
async fn digest(input: &Value) -> Result<Value> {
    let mut child = Command::new("sha256sum").stdin(Stdio::piped()).stdout(Stdio::piped()).kill_on_drop(true).spawn()?;
    let mut stdin = child.stdin.take().ok_or("no way to give sha256sum its input")?;
    stdin.write_all(&serde_json::to_vec(input)?).await?;
    drop(stdin);
    let output = child.output().await?;
    let text = String::from_utf8(output.stdout)?;
    match text.split_whitespace().next() {
        Some(digest) if output.status.success() => Ok(json!({"sha256": digest})),
        _ => Err(format!("sha256sum: {}", output.status).into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn summarizes_numbers_at_any_depth() {
        let summary = summarize(&json!({"a": [1, 2.5], "b": {"c": 5.5, "d": "7", "e": null}}));
        assert_eq!(summary, json!({"count": 3, "min": 1.0, "max": 5.5, "mean": 3.0}));
    }

    #[test]
    fn nothing_has_no_mean() {
        assert_eq!(summarize(&json!("text")), json!({"count": 0, "min": null, "max": null, "mean": null}));
    }

    #[tokio::test]
    async fn digests_the_json() {
        let output = run("digest", json!({})).await.unwrap();
        assert_eq!(output["sha256"], "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
    }

    #[tokio::test]
    async fn an_unknown_action_names_those_there_are() {
        let error = run("dance", json!(1)).await.unwrap_err();
        assert_eq!(error.to_string(), "unknown action 'dance': digest or summarize");
    }
}
