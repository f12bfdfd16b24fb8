//! `huxue serve`: the server.

use std::sync::Arc;

use clap::Args;

use super::output::{Failure, print};
use super::settings::Settings;
use crate::config::Config;
use crate::http;
use crate::service::{App, Clock, calendar, opening, set_up};

/// Settings that outweigh the file and the environment.
#[derive(Debug, Args)]
pub(super) struct ServeArgs {
    #[command(flatten)]
    settings: Settings,
    /// Read the settings, say whether they are right, and stop / 只检查配置，不启动
    #[arg(long)]
    check_config: bool,
    /// The address to listen on / 监听地址
    #[arg(long)]
    listen: Option<String>,
    /// The address that phones reach; it is printed on signs / 手机访问的地址，会印在标识牌上
    #[arg(long)]
    public_url: Option<String>,
}

impl ServeArgs {
    fn config(&self) -> Result<Config, Failure> {
        let mut config = self.settings.read()?;
        for (flag, setting) in [(&self.listen, &mut config.listen), (&self.public_url, &mut config.public_url)] {
            if let Some(value) = flag {
                setting.clone_from(value);
            }
        }
        config.check().map_err(|error| Failure::about("configuration", error))?;
        Ok(config)
    }
}

pub(super) fn run(args: &ServeArgs) -> Result<(), Failure> {
    let config = args.config()?;
    if args.check_config {
        return print("configuration ok / 配置正确");
    }
    start_log(&config.log)?;
    let app = App::start(config, Clock::system()).map_err(|problem| Failure::about("start", problem))?;
    opening::check_writable(&app).map_err(|problem| Failure::about("start", problem))?;
    if let Some(due) = calendar::due(&app).map_err(|problem| Failure::about("start", problem))? {
        tracing::warn!(code = due.code, "{} {}", due.sentence.zh, due.sentence.en);
    }
    if let Some(link) = set_up::new_link(&app).map_err(|problem| Failure::about("start", problem))? {
        print(format_args!(
            "there is no administrator yet; set up here, within 24 hours / 尚无管理员，请在 24 小时内打开链接完成设置: {link}"
        ))?;
    }
    actix_web::rt::System::new().block_on(serve(Arc::new(app)))
}

/// Serves until SIGTERM or Ctrl-C, then answers what is under way and stops.
async fn serve(app: Arc<App>) -> Result<(), Failure> {
    let listen = app.config.listen.clone();
    let bus = app.bus.clone();
    let running = http::start(app).map_err(|error| Failure::about(listen, error))?;
    print(format_args!("huxue is listening on http://{}", running.address))?;
    let handle = running.handle.clone();
    actix_web::rt::spawn(async move {
        wait_for_stop().await;
        tracing::info!("stopping: answering what is under way");
        bus.close();
        handle.stop(true).await;
    });
    running.server.await.map_err(|error| Failure::about("server", error))
}

pub(super) async fn wait_for_stop() {
    use tokio::signal::unix::{SignalKind, signal};
    let (Ok(mut terminate), Ok(mut interrupt)) = (signal(SignalKind::terminate()), signal(SignalKind::interrupt()))
    else {
        return std::future::pending().await;
    };
    tokio::select! { _ = terminate.recv() => (), _ = interrupt.recv() => () }
}

pub(super) fn start_log(filter: &str) -> Result<(), Failure> {
    let filter = tracing_subscriber::EnvFilter::try_new(filter).map_err(|error| Failure::about("log", error))?;
    let log = tracing_subscriber::fmt().json().with_env_filter(filter).with_writer(std::io::stderr);
    // A line that cannot be written, on a full disk say, is lost. Complaining about it on standard error would panic.
    let log = log.log_internal_errors(false).finish();
    tracing::subscriber::set_global_default(log).map_err(|error| Failure::about("log", error))
}
