# Runs the targets of build/: .\build.ps1 [Target ...] [--option value ...], .\build.ps1 --help
#
# Publishes the build program once per state of its sources into .nuke/temp/build-bin/<fingerprint> and starts it from there.
# $env:NUKE_SOURCE = 'package' or 'standin' overrides whether Nuke.Common comes from the package feed or from build/standin.
[CmdletBinding(PositionalBinding = $false)]
param([Parameter(ValueFromRemainingArguments = $true)][string[]] $Arguments = @())

Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'
$root = $PSScriptRoot
$temp = Join-Path $root '.nuke/temp'
$env:DOTNET_CLI_TELEMETRY_OPTOUT = '1'
$env:DOTNET_NOLOGO = '1'
$env:NUKE_TELEMETRY_OPTOUT = '1'
$source = [string] $env:NUKE_SOURCE
if ($source -notin '', 'package', 'standin') { throw "NUKE_SOURCE is '$source'. Allowed: package, standin" }

function Say([string] $Text) { [Console]::Error.WriteLine($Text) }

# By content: neither touching a file nor switching branches to and fro builds anything anew, deleting one does.
function Get-Fingerprint {
    $folders = @(Join-Path $root 'build') + @(Get-ChildItem (Join-Path $root 'src') -Directory -Filter 'Attune.*' | ForEach-Object FullName)
    $files = @($folders | ForEach-Object { [IO.Directory]::GetFiles($_, '*', 'AllDirectories') } | Where-Object { $_ -notmatch '[\\/](bin|obj)[\\/]' })
    $files += @('Directory.Build.props', 'Directory.Packages.props', 'global.json', 'build.ps1', 'nuget.config') |
        ForEach-Object { Join-Path $root $_ } | Where-Object { Test-Path $_ }
    $hasher = [Security.Cryptography.SHA256]::Create()
    $lines = $files | Sort-Object | ForEach-Object { $_.Substring($root.Length) + [Convert]::ToBase64String($hasher.ComputeHash([IO.File]::ReadAllBytes($_))) }
    [BitConverter]::ToString($hasher.ComputeHash([Text.Encoding]::UTF8.GetBytes($lines -join "`n")), 0, 8).Replace('-', '').ToLowerInvariant()
}

function Test-Sdk([string] $Path) {
    if (-not $Path -or -not (Get-Command $Path -ErrorAction SilentlyContinue)) { return $false }
    Push-Location $root
    try { & $Path --version *> $null; return $LASTEXITCODE -eq 0 } catch { return $false } finally { Pop-Location }
}

function Find-Sdk {
    $found = Get-Command dotnet -CommandType Application -ErrorAction SilentlyContinue | Select-Object -First 1
    if ($found -and (Test-Sdk $found.Path)) { return $found.Path }
    $folder = Join-Path $temp 'dotnet-win'
    $dotnet = Join-Path $folder 'dotnet.exe'
    if (Test-Sdk $dotnet) { return $dotnet }
    $version = (Get-Content (Join-Path $root 'global.json') -Raw | ConvertFrom-Json).sdk.version
    $channel = ($version -split '\.')[0..1] -join '.'
    Say "Installing the .NET SDK $channel into .nuke/temp/dotnet-win"
    $installer = Join-Path $temp 'dotnet-install.ps1'
    try {
        [Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12
        (New-Object Net.WebClient).DownloadFile('https://dot.net/v1/dotnet-install.ps1', $installer)
        & $installer -Channel $channel -InstallDir $folder -NoPath | Out-Null
    } catch { Say $_.Exception.Message }
    if (Test-Sdk $dotnet) { return $dotnet }
    throw "No .NET SDK that satisfies global.json was found, and none could be downloaded. Install .NET $channel from https://dotnet.microsoft.com/download/dotnet/$channel and run this again."
}

# The package is tried first; what the feed answers is remembered.
function Select-Source {
    $remembered = Join-Path $temp 'nuke-source'
    $answer = & $dotnet restore "$root/build/_build.csproj" -p:NukeSource=package -p:AttuneBootstrap=true --artifacts-path "$temp/build-obj" -v q --nologo 2>&1
    if ($LASTEXITCODE -eq 0) {
        Say 'NUKE: Nuke.Common from the package feed. NUKE_SOURCE=package|standin overrides.'
        Set-Content $remembered 'package'
        return 'package'
    }
    Say "NUKE: the stand-in under build/standin, as Nuke.Common can't be restored here. NUKE_SOURCE=package|standin overrides."
    if ("$answer" -match 'NU110[123]') { Set-Content $remembered 'standin' }
    return 'standin'
}

# Publishes beside and renames, so that a broken-off run leaves nothing behind that looks finished.
function Build-Program {
    Say 'Building the build ...'
    $new = Join-Path $temp "build-bin/.new.$PID"
    $options = @("-p:NukeSource=$source", '-p:AttuneBootstrap=true', '-p:RunAnalyzers=false', '-p:UseSharedCompilation=false', '-nodeReuse:false', '-v', 'q', '--nologo')
    $output = & $dotnet publish "$root/build/_build.csproj" -c Release -o $new --artifacts-path "$temp/build-obj" @options 2>&1
    if ($LASTEXITCODE -ne 0 -and "$output" -match 'crossgen') {
        $output = & $dotnet publish "$root/build/_build.csproj" -c Release -o $new --artifacts-path "$temp/build-obj" @options -p:PublishReadyToRun=false 2>&1
    }
    if ($LASTEXITCODE -ne 0) {
        $output | ForEach-Object { Say "$_" }
        exit 1
    }
    Set-Content (Join-Path $new 'dotnet') $dotnet
    if (Test-Path $program) { Remove-Item $program -Recurse -Force }
    Move-Item $new $program
}

$fingerprint = Get-Fingerprint
$remembered = Join-Path $temp 'nuke-source'
if (-not $source -and (Test-Path $remembered)) { $source = (Get-Content $remembered -TotalCount 1).Trim() }
$program = Join-Path $temp "build-bin/win-$source-$fingerprint"
$built = Join-Path $program 'dotnet'
if (-not $source -or -not (Test-Path $built)) {
    New-Item (Join-Path $temp 'build-bin') -ItemType Directory -Force | Out-Null
    $mutex = New-Object Threading.Mutex($false, ('build' + ($root.ToLowerInvariant() -replace '[^a-z0-9]', '_')))
    try { [void] $mutex.WaitOne() } catch [Threading.AbandonedMutexException] { Say 'An earlier run was broken off.' }
    try {
        $dotnet = Find-Sdk
        if (-not $source) { $source = Select-Source }
        $program = Join-Path $temp "build-bin/win-$source-$fingerprint"
        $built = Join-Path $program 'dotnet'
        if (-not (Test-Path $built)) { Build-Program }
    } finally { $mutex.ReleaseMutex() }
}

$env:DOTNET_EXE = (Get-Content $built -TotalCount 1).Trim()
# NUKE looks for .nuke upwards from the working directory, which is elsewhere when the script is called by its path.
$namesRoot = @($Arguments | Where-Object { $_.StartsWith('-') -and $_.Replace('-', '') -eq 'root' }).Count -gt 0
if ((Get-Location).Path -ne $root -and -not $namesRoot) { $Arguments += @('--root', $root) }
& $env:DOTNET_EXE (Join-Path $program '_build.dll') @Arguments
exit $LASTEXITCODE
