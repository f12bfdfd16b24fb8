//! Who asks: a person, the session, and what that person may do right now.

use crate::domain::id::{PersonId, SessionId};
use crate::domain::lang::Lang;
use crate::domain::rights::{Grant, Right, scope_of};
use crate::domain::scope::{Path, Scope};
use crate::problem::{Code, Problem, Result};
use crate::store::{Read, memberships, organizations, sessions};

use super::App;

/// Where a request came from; for the audit log.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Origin {
    /// The network address.
    pub address: String,
    /// The request's id.
    pub request_id: String,
}

/// A signed-in person, with rights as they are at this request.
#[derive(Debug, Clone)]
pub struct Actor {
    /// Who.
    pub person: PersonId,
    /// On which device's session.
    pub session: SessionId,
    /// What they hold, and where it reaches.
    pub grants: Vec<Grant>,
    /// From where.
    pub origin: Origin,
    /// The language of the answers.
    pub lang: Lang,
}

impl Actor {
    /// Reads the person of a token whose session is still alive, with rights as they are now.
    ///
    /// # Errors
    /// [`Code::NotSignedIn`], [`Code::AccessTokenExpired`]; [`Code::SessionEnded`] if the session or the person is not
    /// active any more.
    pub fn load(app: &App, token: &str, origin: Origin, lang: Lang) -> Result<Self> {
        app.store.read(&Scope::Everything, |read| {
            app.follow_keys(read)?;
            let session = app.tokens.check(token, app.clock.now())?;
            Self::of_session(read, session, origin, lang)
        })
    }

    /// The same person on the same session, with rights as they are now: for answers that last longer than a request.
    ///
    /// # Errors
    /// [`Code::SessionEnded`] if the session or the person is not active any more.
    pub fn again(&self, app: &App) -> Result<Self> {
        let (session, origin, lang) = (self.session, self.origin.clone(), self.lang);
        app.store.read(&Scope::Everything, |read| Self::of_session(read, session, origin, lang))
    }

    fn of_session(read: &mut impl Read, session: SessionId, origin: Origin, lang: Lang) -> Result<Self> {
        let person = sessions::active_person(read, session)?.ok_or(Code::SessionEnded)?;
        let grants = memberships::grants(read, person)?;
        Ok(Self { person, session, grants, origin, lang })
    }

    /// Every place where this person has the right.
    #[must_use]
    pub fn scope(&self, right: Right) -> Scope {
        scope_of(&self.grants, right)
    }

    /// The organization, if this person may see it, and provided that they have the right there.
    ///
    /// # Errors
    /// [`Code::NotFound`] outside what the person may see, so that nothing tells whether it exists;
    /// [`Code::Forbidden`] if they see it but lack the right.
    pub fn require(
        &self,
        app: &App,
        right: Right,
        id: crate::domain::id::OrganizationId,
    ) -> Result<organizations::Organization> {
        let scope = self.scope(Right::ReadSetUp);
        let found = app.store.read::<_, Problem>(&scope, |read| Ok(organizations::find(read, id)?));
        let found = found.map_err(|problem| unseen(app, id, problem))?;
        self.require_over(right, &found.path)?;
        Ok(found)
    }

    /// Checks a right over a place that is known already, whether or not this person sees it.
    ///
    /// # Errors
    /// As [`Actor::require`].
    pub fn require_seen(&self, right: Right, path: &Path) -> Result<()> {
        self.require_over(Right::ReadSetUp, path).map_err(|denied| hidden(denied.denied_at))?;
        self.require_over(right, path)
    }

    /// Checks a right over a place that this person already sees.
    ///
    /// # Errors
    /// [`Code::Forbidden`] without it.
    pub fn require_over(&self, right: Right, path: &Path) -> Result<()> {
        if self.grants.iter().any(|grant| grant.gives(right, path)) {
            return Ok(());
        }
        Err(Problem { denied_at: Some(path.clone()), ..Problem::new(Code::Forbidden).detail(right) })
    }
}

/// What is answered about a place that somebody does not see; the audit log learns whether there is one.
fn unseen(app: &App, id: crate::domain::id::OrganizationId, problem: Problem) -> Problem {
    if problem.code != Code::NotFound {
        return problem;
    }
    let there = app.store.read::<_, Problem>(&Scope::Everything, |read| Ok(organizations::find(read, id)?));
    hidden(there.ok().map(|place| place.path))
}

/// Not found, whether or not it is there; where, is for the audit log alone.
fn hidden(at: Option<Path>) -> Problem {
    Problem { denied_at: at, ..Problem::new(Code::NotFound) }
}
