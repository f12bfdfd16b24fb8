//! The use cases. Each is one function: rights first, then one transaction; what must happen outside follows its commit.

pub mod actor;
pub mod app;
pub mod audit;
pub mod backup;
pub mod bus;
pub mod check_ins;
pub mod checkpoints;
pub mod clock;
pub mod codes;
pub mod directory;
pub mod duties;
pub mod key_admin;
pub mod keys;
pub mod limits;
pub mod organizations;
pub mod passwords;
pub mod receipts;
mod rules;
pub mod school_day;
pub mod screens;
mod secret;
pub mod sessions;
pub mod set_up;
pub mod shared;
pub mod sign_in;
pub mod sign_views;
pub mod signs;
pub mod sms;
pub mod tokens;
pub mod windows;
pub mod writer;
pub mod years;

pub use actor::Actor;
pub use app::App;
pub use clock::Clock;
