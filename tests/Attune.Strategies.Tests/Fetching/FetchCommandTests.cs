using Attune.Strategies.Fetching;
using FsCheck.Xunit;

namespace Attune.Strategies.Tests.Fetching;

public sealed class FetchCommandTests
{
    private const string Host = " --target \"$(rustc -vV | sed -n 's/^host: //p')\"";

    [Theory]
    [InlineData("cargo build --release --bin a", "cargo fetch" + Host)]
    [InlineData("cargo +nightly build --locked --manifest-path a/Cargo.toml -p b", "cargo +nightly fetch --locked --manifest-path a/Cargo.toml" + Host)]
    [InlineData("cargo test --frozen --target=wasm32-wasip1", "cargo fetch --locked --target=wasm32-wasip1")]
    [InlineData("RUSTFLAGS='-C x && y' cargo build; strip a", "RUSTFLAGS='-C x && y' cargo fetch" + Host)]
    [InlineData("ln -sf /c \"$CARGO_HOME/c\" && find . -exec sh -c 'for f; do x; done' {} + && cargo build && mkdir /out && cp a /out", "ln -sf /c \"$CARGO_HOME/c\" && find . -exec sh -c 'for f; do x; done' {} + && cargo fetch" + Host)]
    [InlineData("npm ci --omit=dev && npm run build", "npm ci --omit=dev --ignore-scripts")]
    [InlineData("pnpm install --frozen-lockfile", "pnpm fetch")]
    [InlineData("cd api && go build -o /api ./... && cd ../web && npm ci", "cd api && go mod download && cd ../web && npm ci --ignore-scripts")]
    [InlineData("pip install -r requirements.txt", "pip download --dest \"$(mktemp -d)\" -r requirements.txt")]
    [InlineData("python3 -m pip install --user flask", "pip download --dest \"$(mktemp -d)\" flask")]
    [InlineData("uv sync --frozen", "uv sync --frozen --no-install-project")]
    [InlineData("dotnet publish src/Api -c Release -r linux-x64 -o /out", "dotnet restore src/Api -r linux-x64")]
    [InlineData("./mvnw -f api/pom.xml package -DskipTests", "./mvnw -B dependency:go-offline -f api/pom.xml")]
    [InlineData("composer install --no-dev", "composer install --no-dev --no-scripts --no-autoloader")]
    [InlineData("rm -f /etc/apt/apt.conf.d/docker-clean; apt-get update && apt-get install -y curl 2>&1", "rm -f /etc/apt/apt.conf.d/docker-clean; apt-get update && apt-get install -y curl 2>&1 --download-only")]
    public void Only_fetches(string line, string fetch) => Assert.Equal(fetch, FetchCommand.Of(line));

    [Theory]
    [InlineData("make")]
    [InlineData("cargo chef cook --release")]
    [InlineData("cargo install ripgrep")]
    [InlineData("cargo build --offline")]
    [InlineData("pip install .")]
    [InlineData("pip install --target /site flask")]
    [InlineData("gradle build")]
    [InlineData("yarn install")]
    [InlineData("for d in a b; do cargo build; done")]
    [InlineData("if true; then npm ci; fi")]
    [InlineData("test -f x || cargo build")]
    [InlineData("echo 'cargo build'")]
    [InlineData("")]
    public void Has_no_form_that_only_fetches(string line) => Assert.Null(FetchCommand.Of(line));

    [Property]
    public void Splitting_keeps_every_command(string line)
    {
        foreach (var command in ShellCommands.Split(line ?? ""))
            Assert.Equal(command.Text, line!.Substring(command.Start, command.Text.Length));
    }

    [Theory]
    [InlineData("a && b; c || d | e & f", "a,b,c,d,e,f")]
    [InlineData("a '&&' \"b;c\" $(d; e) `f; g` \\; h", "a '&&' \"b;c\" $(d; e) `f; g` \\; h")]
    [InlineData("a 2>&1 && b &> c", "a 2>&1,b &> c")]
    [InlineData("a\n\nb ;", "a,b")]
    public void Splits_at_what_separates_commands(string line, string commands) =>
        Assert.Equal(commands, string.Join(',', ShellCommands.Split(line).Select(c => c.Text)));
}
