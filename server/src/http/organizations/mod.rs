//! `/organizations`

mod archive;
mod create;
mod edit;
mod get;
mod list;
mod move_to;
mod places;
mod rules;
mod stations;
mod wire;

use super::routes::Routes;

pub(super) fn routes(config: &mut Routes) {
    config.service(list::list).service(create::create).service(get::get).service(edit::edit).service(archive::archive);
    config.service(move_to::move_to);
    config.service(stations::schools).service(stations::assign).service(stations::unassign);
    config.service(places::list_places).service(places::set_place);
    config.service(rules::read_rules).service(rules::set_rules);
}
