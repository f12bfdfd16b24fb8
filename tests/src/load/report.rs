//! The figures of a run as a table, in Markdown, so that it can go into the documentation as it is.

use std::fmt::{self, Display, Formatter};
use std::time::Duration;

use super::check::Comparison;
use super::send::Tally;
use crate::server_process::Memory;

/// Everything that a run found out.
pub(super) struct Report {
    /// How it was asked for, in words.
    pub(super) title: String,
    /// What became of the check-ins.
    pub(super) tally: Tally,
    /// What the database holds.
    pub(super) comparison: Comparison,
    /// Of the server, at the end of the run.
    pub(super) memory: Memory,
    /// Processor time of the server.
    pub(super) cpu: Duration,
    /// Requests a second of the empty endpoint.
    pub(super) empty_endpoint: f64,
    /// Rows a second of the database alone, and what that was.
    pub(super) database_alone: (&'static str, f64),
}

impl Report {
    /// Whether every check-in was taken and kept.
    pub(super) const fn is_sound(&self) -> bool {
        self.comparison.is_sound() && self.tally.open.is_empty()
    }
}

impl Display for Report {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let (tally, rate) = (&self.tally, self.tally.rate());
        let (ceiling, ceiling_rate) = self.database_alone;
        writeln!(f, "### {}\n\n| figure | value |\n| --- | ---: |", self.title)?;
        writeln!(
            f,
            "| check-ins acknowledged | {} in {:.1} s |",
            tally.acknowledged.len(),
            tally.elapsed.as_secs_f64()
        )?;
        writeln!(f, "| **check-ins a second** | **{rate:.0}** |")?;
        writeln!(f, "| ceiling: {ceiling} | {ceiling_rate:.0} a second; ratio **{:.2}** |", rate / ceiling_rate)?;
        writeln!(
            f,
            "| ceiling: empty JSON endpoint of the same server | {:.0} requests a second |",
            self.empty_endpoint
        )?;
        let [p50, p99, max] = [500, 990, 1000].map(|share| tally.latency_ms(share));
        writeln!(f, "| latency of a request: p50, p99, max | {p50:.1} ms, {p99:.1} ms, {max:.1} ms |")?;
        let each =
            self.cpu.as_secs_f64() * 1e6 / f64::from(u32::try_from(tally.acknowledged.len()).unwrap_or(1).max(1));
        writeln!(f, "| processor time of the server for a check-in | {each:.0} µs |")?;
        let megabytes = |kb: u64| kb / 1024;
        writeln!(
            f,
            "| resident memory of the server: at the end, peak | {} MB, {} MB; without the file's pages {} MB |",
            megabytes(self.memory.now_kb),
            megabytes(self.memory.peak_kb),
            megabytes(self.memory.anonymous_kb)
        )?;
        let Comparison { lost, repeated, invented, unacknowledged } = self.comparison;
        let (refused, unanswered) = tally.refused_and_unanswered();
        writeln!(f, "| refused, unanswered | {refused}, {unanswered} |")?;
        writeln!(
            f,
            "| in the database: lost, repeated, never sent, unacknowledged | {lost}, {repeated}, {invented}, {unacknowledged} |"
        )?;
        let first_problem = tally.open.iter().find_map(|attempt| attempt.problem.as_ref());
        first_problem.map_or(Ok(()), |text| writeln!(f, "\nThe first refusal: {text}"))
    }
}
