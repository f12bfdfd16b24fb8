//! The posts with their signs, and the gate-room screens.

use std::collections::HashMap;

use data_encoding::HEXLOWER;
use rand::rngs::StdRng;
use rand::{RngExt as _, SeedableRng as _};
use sha2::{Digest as _, Sha256};

use crate::cli::demo::world::{Post, School, World, ids};
use crate::domain::code::key_set::KeySet;
use crate::domain::code::short_code::ShortCode;
use crate::domain::code::{CheckpointNumber, ScreenNumber};
use crate::domain::id::{CheckpointId, PersonId, ScreenId, SignId};
use crate::domain::moment::Moment;
use crate::domain::sign::OfficerCard;
use crate::domain::words::{CheckpointKind, Office, Role};
use crate::problem::{Problem, Result};
use crate::store::checkpoints::{self, Checkpoint};
use crate::store::screens::{self, Screen};
use crate::store::signs::{self, Sign};
use crate::store::{JsonText, Tx};

/// What hangs at the posts.
#[derive(Default)]
pub(in crate::cli::demo) struct Places(HashMap<CheckpointId, Hung>);

/// What hangs at a post.
pub(in crate::cli::demo) struct Hung {
    pub(in crate::cli::demo) number: CheckpointNumber,
    pub(in crate::cli::demo) sign: SignId,
    /// The code in the sign's QR.
    pub(in crate::cli::demo) code: String,
    /// The short code below it.
    pub(in crate::cli::demo) short_code: String,
    /// The sign that was replaced, and its code.
    pub(in crate::cli::demo) old: (SignId, String),
    pub(in crate::cli::demo) screen: Option<HungScreen>,
}

/// A gate-room screen.
pub(in crate::cli::demo) struct HungScreen {
    pub(in crate::cli::demo) id: ScreenId,
    pub(in crate::cli::demo) number: ScreenNumber,
    /// What its address ends with.
    pub(in crate::cli::demo) secret: String,
}

impl Places {
    pub(in crate::cli::demo) fn at(&self, checkpoint: CheckpointId) -> Option<&Hung> {
        self.0.get(&checkpoint)
    }
}

pub(super) fn insert(tx: &mut Tx, world: &World, keys: &KeySet, now: Moment) -> Result<Places> {
    let mut random = StdRng::seed_from_u64(world.seed ^ 0x51);
    let mut places = Places::default();
    for school in &world.schools {
        let Some(officer) = world.holder(school.id, Office::SafetyOfficer) else { continue };
        for (position, post) in (1..).zip(&school.posts) {
            let row = checkpoints::insert(tx, &row(world, school, post, position, now)?)?;
            let number = row.number()?;
            let mut put = |serial| put_up(tx, post, serial, keys, number, (officer.id, now), &mut random);
            let (old, sign) = (put(1)?, put(2)?);
            signs::revoke(tx, old.0, officer.id, "印刷有误，已换新牌", now)?;
            let has_screen = school.screen_at().is_some_and(|gate| gate.id == post.id);
            let screen = if has_screen { Some(screen(tx, post, officer.id, now, &mut random)?) } else { None };
            let (sign, code, short_code) = sign;
            places.0.insert(post.id, Hung { number, sign, code, short_code, old: (old.0, old.1), screen });
        }
    }
    Ok(places)
}

fn row(world: &World, school: &School, post: &Post, position: i32, now: Moment) -> Result<Checkpoint> {
    Ok(Checkpoint {
        id: post.id,
        school_id: school.id,
        public_no: 0,
        position,
        name: post.name.clone(),
        kind: post.kind,
        area: JsonText::of(&post.area)?,
        lon: post.centre.lon(),
        lat: post.centre.lat(),
        fence_only: school.spec.fence_only,
        officer: officer_card(world, school, post).map(|card| JsonText::of(&card)).transpose()?,
        version: 1,
        created_at: now,
        archived_at: None,
    })
}

/// 一校一警: at the gates of schools that have an officer of their own.
fn officer_card(world: &World, school: &School, post: &Post) -> Option<OfficerCard> {
    let officer = world.person(*school.members.get(&Role::Police)?.first()?)?;
    (post.kind == CheckpointKind::Gate).then(|| OfficerCard {
        name: officer.name.clone(),
        post: "城关派出所 驻校民警".to_owned(),
        duties: "上下学时段护学，定期检查校园安全".to_owned(),
        phone: officer.phone.clone(),
    })
}

fn put_up(
    tx: &mut Tx,
    post: &Post,
    serial: i32,
    keys: &KeySet,
    number: CheckpointNumber,
    (by, now): (PersonId, Moment),
    random: &mut StdRng,
) -> Result<(SignId, String, String)> {
    let sign = Sign {
        id: SignId(ids::at(now, random)),
        checkpoint_id: post.id,
        serial,
        key_id: keys.signing_id().into(),
        short_code: ShortCode::from_random(random.random()).as_str().to_owned(),
        issued_at: now,
        issued_by: Some(by),
        revoked_at: None,
        revoked_by: None,
        revoked_reason: None,
        printed_at: None,
    };
    signs::insert(tx, &sign)?;
    let code = sign.code(number)?.encode(keys).map_err(Problem::internal)?;
    Ok((sign.id, code, sign.short_code))
}

fn screen(tx: &mut Tx, post: &Post, by: PersonId, now: Moment, random: &mut StdRng) -> Result<HungScreen> {
    let secret = HEXLOWER.encode(&random.random::<[u8; 32]>());
    let number = ScreenNumber(1);
    let row = Screen {
        id: ScreenId(ids::at(now, random)),
        checkpoint_id: post.id,
        number: number.into(),
        name: "门卫室".to_owned(),
        token_hash: Sha256::digest(secret.as_bytes()).to_vec(),
        created_by: by,
        created_at: now,
        revoked_at: None,
    };
    screens::insert(tx, &row)?;
    Ok(HungScreen { id: row.id, number, secret })
}
