//! Receipts: signed tokens by which a person can prove that the server received a check-in, and what it made of it then.

use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation, decode, decode_header, encode};

use super::App;
use super::keys::{KeyRing, Purpose};
use crate::domain::check_in::content::ContentHash;
pub use crate::domain::check_in::receipt::ReceiptClaims;
use crate::domain::scope::Scope;
use crate::problem::{Code, Problem, Result};
use crate::store::check_ins::CheckIn;
use crate::store::keys::SigningKey;

/// The receipt of a check-in, always the same for the same row: it is signed with the key that was the newest when the
/// check-in was received, whatever keys came later.
///
/// # Errors
/// A defect if there is no key.
pub fn issue(keys: &KeyRing, row: &CheckIn) -> Result<String> {
    let all = || keys.of(Purpose::Receipt);
    let then = all().rev().find(|key| key.created_at <= row.received_at);
    let key = then.or_else(|| all().next()).ok_or_else(|| Problem::internal("no receipt key"))?;
    let header = Header { kid: Some(key.id.to_string()), ..Header::new(Algorithm::HS256) };
    encode(&header, &claims(row)?, &EncodingKey::from_secret(&key.secret)).map_err(Problem::internal)
}

fn claims(row: &CheckIn) -> Result<ReceiptClaims> {
    let content = row.content_hash.as_slice().try_into().map_err(Problem::internal)?;
    Ok(ReceiptClaims {
        check_in_id: row.id,
        person_id: row.person_id,
        checkpoint_id: row.checkpoint_id,
        at: row.at.utc(),
        grade: row.grade,
        received_at: row.received_at.utc(),
        content: ContentHash::new(content),
    })
}

/// What a receipt says, if it was signed here and nothing in it was altered.
///
/// # Errors
/// [`Code::ReceiptInvalid`].
pub fn verify(app: &App, receipt: &str) -> Result<ReceiptClaims> {
    app.store.read::<_, Problem>(&Scope::Everything, |read| app.follow_keys(read))?;
    let ring = app.keys.ring();
    let named = decode_header(receipt).ok().and_then(|header| header.kid).ok_or(Code::ReceiptInvalid)?;
    let key = ring.of(Purpose::Receipt).find(|key| key.id.to_string() == named).ok_or(Code::ReceiptInvalid)?;
    read(receipt, key).ok_or_else(|| Code::ReceiptInvalid.into())
}

fn read(receipt: &str, key: &SigningKey) -> Option<ReceiptClaims> {
    let mut rules = Validation::new(Algorithm::HS256);
    rules.required_spec_claims.clear();
    rules.validate_exp = false; // a receipt does not run out
    decode(receipt, &DecodingKey::from_secret(&key.secret), &rules).ok().map(|data| data.claims)
}
