//! A fresh database for each test: a SQLite file, or a database on a PostgreSQL cluster that this test process starts.

use std::io::{BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Mutex, OnceLock};

use tempfile::TempDir;

use crate::require;

/// Which database a test runs on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Backend {
    /// An embedded file.
    Sqlite,
    /// A server.
    Postgres,
}

/// A database of one test; it goes with this value.
pub struct Database {
    /// What the server is told.
    pub url: String,
    _folder: Option<TempDir>,
}

impl Database {
    /// The same database, for a second server; the first value keeps it alive.
    #[must_use]
    pub fn again(&self) -> Self {
        Self { url: self.url.clone(), _folder: None }
    }

    /// Makes one; none where PostgreSQL is not installed, which is said.
    #[must_use]
    pub fn fresh(backend: Backend) -> Option<Self> {
        match backend {
            Backend::Sqlite => {
                let folder = tempfile::tempdir().expect("a temporary folder");
                let url = format!("sqlite:{}", folder.path().join("huxue.db").display());
                Some(Self { url, _folder: Some(folder) })
            }
            Backend::Postgres => {
                let cluster = Cluster::shared()?;
                Some(Self { url: cluster.new_database(), _folder: None })
            }
        }
    }
}

/// The role of the servers.
const SERVER_ROLE: &str = "huxue_server";

/// A PostgreSQL cluster. It ends when this process does: the keeper waits for the end of its input.
pub struct Cluster {
    port: u16,
    binaries: PathBuf,
    next: AtomicU32,
    keeper: Mutex<Keeper>,
}

/// The program that runs the cluster: words go in, lines come out.
struct Keeper {
    _child: Child,
    words: ChildStdin,
    lines: BufReader<ChildStdout>,
}

impl Keeper {
    fn say(&mut self, word: &str, answer: &str) {
        writeln!(self.words, "{word}").expect("the keeper listens");
        self.hear(answer);
    }

    fn hear(&mut self, answer: &str) {
        let mut line = String::new();
        self.lines.read_line(&mut line).expect("a line");
        assert_eq!(line.trim(), answer, "PostgreSQL's keeper");
    }
}

/// Makes a cluster in a new folder, runs it, obeys the words on standard input (`start`; `INT` and `QUIT`, the signals that stop
/// it in good order and at once), and takes it down again when standard input ends, however that comes about.
/// PostgreSQL refuses to run as root, so there it runs as an ordinary user.
const KEEPER: &str = r#"
set -e
folder=$(mktemp -d)
as_user() { if [ "$(id -u)" = 0 ]; then setpriv --reuid=nobody --regid=nogroup --clear-groups "$@"; else "$@"; fi; }
start() {
  as_user "$1/postgres" -D "$folder/data" -p "$2" -k "$folder" -c listen_addresses=127.0.0.1 -c max_connections=400 \
    -c shared_buffers=64MB -c fsync=${3} -c full_page_writes=${3} >>"$folder/log" 2>&1 &
  server=$!
  until "$1/pg_isready" -q -h 127.0.0.1 -p "$2"; do kill -0 $server || { cat "$folder/log" >&2; exit 1; }; sleep 0.05; done
  echo ready
}
stop() { kill -$1 $(head -1 "$folder/data/postmaster.pid") 2>/dev/null || true; wait $server 2>/dev/null || true; }
[ "$(id -u)" = 0 ] && chown nobody:nogroup "$folder"
cd "$folder"
as_user "$1/initdb" -D "$folder/data" -U huxue -A trust -E UTF8 --locale=C --no-sync >/dev/null
trap 'stop INT; rm -rf "$folder"' EXIT
start "$@"
while read -r word; do
  if [ "$word" = start ]; then start "$@"; else stop "$word"; echo stopped; fi
done
"#;

impl Cluster {
    /// The cluster of this test process, started at the first call. It does not wait for the disk: what tests durability
    /// starts one of its own.
    pub fn shared() -> Option<&'static Self> {
        static SHARED: OnceLock<Option<Cluster>> = OnceLock::new();
        SHARED.get_or_init(|| Self::start(false)).as_ref()
    }

    /// Starts a cluster on a free port; `durable` makes it wait for the disk.
    ///
    /// # Panics
    /// If PostgreSQL is installed and does not start.
    #[must_use]
    pub fn start(durable: bool) -> Option<Self> {
        let Some(binaries) = binaries() else {
            require::skip("postgres", "no initdb was found in PATH or /usr/lib/postgresql");
            return None;
        };
        let port = free_port();
        let fsync = if durable { "on" } else { "off" };
        let mut child = Command::new("bash")
            .args(["-c", KEEPER, "keeper", &binaries.display().to_string(), &port.to_string(), fsync])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("bash starts");
        let words = child.stdin.take().expect("its input");
        let lines = BufReader::new(child.stdout.take().expect("its output"));
        let mut keeper = Keeper { _child: child, words, lines };
        keeper.hear("ready");
        let cluster = Self { port, binaries, next: AtomicU32::new(1), keeper: Mutex::new(keeper) };
        cluster.psql("postgres", &format!("CREATE ROLE {SERVER_ROLE} LOGIN NOSUPERUSER NOBYPASSRLS"));
        Some(cluster)
    }

    /// Stops the cluster as a power cut would: it writes nothing more, and recovers when it is started again.
    ///
    /// # Panics
    /// If it does not stop.
    pub fn crash(&self) {
        self.keeper.lock().expect("nobody panicked").say("QUIT", "stopped");
    }

    /// Stops the cluster in good order.
    ///
    /// # Panics
    /// If it does not stop.
    pub fn stop(&self) {
        self.keeper.lock().expect("nobody panicked").say("INT", "stopped");
    }

    /// Starts it again on the same port and waits until it takes connections.
    ///
    /// # Panics
    /// If it does not start.
    pub fn restart(&self) {
        self.keeper.lock().expect("nobody panicked").say("start", "ready");
    }

    /// Makes a database and says the URL by which a server uses it: with an ordinary role, as in production, because
    /// row-level security does not hold for a superuser.
    ///
    /// # Panics
    /// If it exists.
    #[must_use]
    pub fn create_database(&self, name: &str) -> String {
        self.psql("postgres", &format!("CREATE DATABASE {name} OWNER {SERVER_ROLE}"));
        self.url(SERVER_ROLE, name)
    }

    /// The URL of one of its databases for its superuser, whom no policy holds back.
    #[must_use]
    pub fn superuser_url(&self, database: &str) -> String {
        self.url("huxue", database)
    }

    fn url(&self, role: &str, database: &str) -> String {
        format!("postgres://{role}@127.0.0.1:{}/{database}", self.port)
    }

    /// Where one of PostgreSQL's programs is.
    #[must_use]
    pub fn program(&self, name: &str) -> PathBuf {
        self.binaries.join(name)
    }

    /// Runs a statement with psql.
    ///
    /// # Panics
    /// If the statement fails.
    pub fn psql(&self, database: &str, statement: &str) -> String {
        let run = Command::new(self.program("psql"))
            .args([&self.superuser_url(database), "-v", "ON_ERROR_STOP=1", "-qAtc", statement])
            .output()
            .expect("psql runs");
        assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
        String::from_utf8_lossy(&run.stdout).trim().to_owned()
    }

    fn new_database(&self) -> String {
        self.create_database(&format!("test_{}", self.next.fetch_add(1, Ordering::SeqCst)))
    }
}

/// The folder with PostgreSQL's programs: the one of `initdb` in PATH, followed to its place, or Debian's.
fn binaries() -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let in_path =
        std::env::split_paths(&path).map(|folder| folder.join("initdb")).filter_map(|file| file.canonicalize().ok());
    let debian = std::fs::read_dir("/usr/lib/postgresql").ok().into_iter().flatten().flatten();
    let debian = debian.map(|version| version.path().join("bin/initdb"));
    in_path.chain(debian).filter(|file| file.exists()).find_map(|file| {
        let folder = file.parent().map(Path::to_path_buf)?;
        folder.join("postgres").exists().then_some(folder)
    })
}

fn free_port() -> u16 {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a free port");
    listener.local_addr().expect("its address").port()
}
