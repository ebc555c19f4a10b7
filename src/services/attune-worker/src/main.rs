//! Runs one action and answers with its outcome.

mod actions;

use std::process::ExitCode;

use attune_common::{
    server::{self, Request, Response},
    service,
    service::{Context, Service},
    Result,
};
use serde_json::{json, Value};

async fn answer(service: Service, request: Request) -> Response {
    match (request.method(), request.path()) {
        ("GET", "/health") => service.health_response(),
        ("POST", "/actions") => match run_action(&request.body).await {
            Ok(output) => Response::json(200, &output),
            Err(error) => Response::json(422, &json!({"error": error.to_string()})),
        },
        _ => Response::json(404, &json!({"error": "GET /health or POST /actions"})),
    }
}

async fn run_action(body: &[u8]) -> Result<Value> {
    let request: Value = serde_json::from_slice(body)?;
    let action = request["action"].as_str().ok_or("an action is needed")?;
    actions::run(action, request["input"].clone()).await
}

async fn run(context: Context) -> Result<()> {
    let service = context.service;
    server::serve(context.listener, context.shutdown.wait(), move |request| answer(service, request)).await;
    Ok(())
}

fn main() -> ExitCode {
    service!(8082).main(run)
}
