//! The real server program as a process of its own, to be measured and to be killed.

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::Duration;

use tempfile::NamedTempFile;

/// A `huxue serve` that listens on a free port of this machine alone. It is killed when this value goes.
pub struct ServerProcess {
    /// Where it listens.
    pub address: SocketAddr,
    child: Child,
    log: NamedTempFile,
}

/// Resident memory of a process, kilobytes.
#[derive(Debug, Clone, Copy)]
pub struct Memory {
    /// Now.
    pub now_kb: u64,
    /// The most so far.
    pub peak_kb: u64,
    /// Of what is resident now, what is no page of a file: SQLite sees the database through the system's cache (mmap).
    pub anonymous_kb: u64,
}

impl ServerProcess {
    /// Starts it on a database, with settings such as `("workers", "1")`, and waits until it listens.
    ///
    /// # Panics
    /// If it does not start; its log is shown.
    #[must_use]
    pub fn start(database_url: &str, settings: &[(&str, &str)]) -> Self {
        Self::start_as(Command::new(program()).arg("serve"), database_url, settings)
    }

    /// Starts it through another command, such as a shell that sets limits and then runs it.
    ///
    /// # Panics
    /// If it does not start; its log is shown.
    #[must_use]
    pub fn start_as(command: &mut Command, database_url: &str, settings: &[(&str, &str)]) -> Self {
        let log = NamedTempFile::new().expect("a temporary file");
        let settings = settings.iter().map(|(name, value)| (format!("HUXUE_{}", name.to_uppercase()), value));
        let mut child = command
            .env("HUXUE_LISTEN", "127.0.0.1:0")
            .env("HUXUE_DATABASE_URL", database_url)
            .env("HUXUE_LOG", "warn")
            .envs(settings)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(log.reopen().expect("the log"))
            .spawn()
            .expect("the server's program runs");
        let out = BufReader::new(child.stdout.take().expect("its output"));
        let address = out.lines().map_while(Result::ok).find_map(|line| {
            let (_, address) = line.split_once("listening on http://")?;
            address.trim().parse().ok()
        });
        let Some(address) = address else {
            panic!("the server did not start: {}", fs::read_to_string(log.path()).unwrap_or_default())
        };
        Self { address, child, log }
    }

    /// The number of its process.
    #[must_use]
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// What it logged so far.
    #[must_use]
    pub fn log(&self) -> String {
        fs::read_to_string(self.log.path()).unwrap_or_default()
    }

    /// Ends it at once, as a power cut would (SIGKILL), and waits until it is gone.
    ///
    /// # Panics
    /// If it cannot be waited for.
    pub fn kill(mut self) -> ExitStatus {
        let _ = self.child.kill();
        self.child.wait().expect("it ends")
    }

    /// Asks it to stop (SIGTERM).
    ///
    /// # Panics
    /// If the signal cannot be sent.
    pub fn terminate(&self) {
        let sent = Command::new("kill").args(["-TERM", &self.child.id().to_string()]).status();
        assert!(sent.expect("kill runs").success());
    }

    /// Waits until it has ended by itself.
    ///
    /// # Panics
    /// If it cannot be waited for.
    pub fn wait(mut self) -> ExitStatus {
        self.child.wait().expect("it ends")
    }

    /// Whether it still runs.
    ///
    /// # Panics
    /// If the system does not say.
    pub fn is_running(&mut self) -> bool {
        self.child.try_wait().expect("its state").is_none()
    }

    /// The memory it takes (Linux).
    ///
    /// # Panics
    /// If the system does not say.
    #[must_use]
    pub fn memory(&self) -> Memory {
        let status = fs::read_to_string(format!("/proc/{}/status", self.child.id())).expect("its status");
        let kb = |name: &str| {
            let line = status.lines().find_map(|line| line.strip_prefix(name)).expect("a line of memory");
            line.trim_start_matches(':').trim().trim_end_matches(" kB").parse().expect("kilobytes")
        };
        Memory { now_kb: kb("VmRSS"), peak_kb: kb("VmHWM"), anonymous_kb: kb("RssAnon") }
    }
}

/// Clock ticks a second in `/proc`; fixed in Linux's interface.
const TICKS: u64 = 100;

impl ServerProcess {
    /// Its processor time until now, user's and system's.
    ///
    /// # Panics
    /// If the system does not say.
    #[must_use]
    pub fn cpu(&self) -> Duration {
        let stat = fs::read_to_string(format!("/proc/{}/stat", self.child.id())).expect("its figures");
        let (_, after_name) = stat.rsplit_once(')').expect("the name ends");
        let ticks = after_name.split_whitespace().skip(11).take(2).map(|field| field.parse::<u64>().expect("ticks"));
        Duration::from_millis(ticks.sum::<u64>() * 1000 / TICKS)
    }
}

impl Drop for ServerProcess {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The server's program, built with the same profile as this one: it lies beside it, or a folder above for a test.
///
/// # Panics
/// If it is missing or older than its sources; the text says how to build it.
#[must_use]
pub fn program() -> PathBuf {
    let own = std::env::current_exe().expect("this program's path");
    let found = own.ancestors().skip(1).take(2).map(|folder| folder.join("huxue")).find(|file| file.is_file());
    let found = found.unwrap_or_else(|| panic!("the program huxue is not beside {}: {BUILD}", own.display()));
    if let Some(source) = newer_source(&found) {
        panic!("{} is older than {source}: {BUILD}", found.display());
    }
    found
}

const BUILD: &str = "build it with `cargo build -p huxue` and the same profile (`cargo test --workspace` does)";

/// A source that changed after the program was built; cargo lists them beside it, one line of a makefile.
fn newer_source(program: &Path) -> Option<String> {
    let modified = |path: &Path| fs::metadata(path).and_then(|file| file.modified()).ok();
    let built = modified(program)?;
    let list = fs::read_to_string(program.with_extension("d")).ok()?;
    let (_, sources) = list.split_once(": ")?;
    let mut sources = sources.trim().split(' ');
    sources.find(|source| modified(Path::new(source)).is_some_and(|time| time > built)).map(ToOwned::to_owned)
}
