//! What handlers take from a request, one kind a file.

mod actor;
mod bearer;
mod dates;
mod if_match;
mod origin;
mod page;
mod reader;
mod visitor;

pub(super) use actor::StreamActor;
pub(super) use bearer::Bearer;
pub(super) use dates::{EndQuery, SpanQuery};
pub(super) use if_match::IfMatch;
pub(super) use origin::{From, origin_of};
pub(super) use page::{ByTime, List, Page, PageQuery};
pub(super) use reader::Reader;
pub(super) use visitor::Visitor;
