//! What part of the tree somebody may ask about. The store cannot be asked without one (DESIGN section 8).

use super::id::OrganizationId;

/// The chain of ids from the root to an organization: `/root/child/`. A subtree is every path that starts with it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Path(pub String);

impl Path {
    /// The path of a root organization.
    #[must_use]
    pub fn root(id: OrganizationId) -> Self {
        Self(format!("/{}/", id.0.simple()))
    }

    /// What covers every organization.
    #[must_use]
    pub fn everything() -> Self {
        Self("/".to_owned())
    }

    /// The path of a child of this organization.
    #[must_use]
    pub fn child(&self, id: OrganizationId) -> Self {
        Self(format!("{}{}/", self.0, id.0.simple()))
    }

    /// Whether it is a root's.
    #[must_use]
    pub fn is_root(&self) -> bool {
        self.0.matches('/').count() == 2
    }

    /// Whether `other` is this organization or lies below it.
    #[must_use]
    pub fn covers(&self, other: &Self) -> bool {
        other.0.starts_with(&self.0)
    }

    /// This path after the organization at `from`, which covers it, has moved to `to`.
    #[must_use]
    pub fn moved(&self, from: &Self, to: &Self) -> Self {
        self.0.strip_prefix(&from.0).map_or_else(|| self.clone(), |rest| Self(format!("{}{rest}", to.0)))
    }

    /// The ids of the chain, from the root to this organization.
    pub fn ids(&self) -> impl Iterator<Item = OrganizationId> {
        self.0.split('/').filter_map(|id| id.parse().ok())
    }

    /// The first text after every path of the subtree, so that a subtree is the range `self.0 .. end`.
    #[must_use]
    pub fn end(&self) -> String {
        let mut end = self.0.clone();
        end.pop();
        end.push('0'); // the character after '/'
        end
    }
}

/// The subtrees that a question may touch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Scope {
    /// The server's own work: finalizing, judging, commands at the machine.
    Everything,
    /// These organizations and what lies below them; none means nothing.
    Subtrees(Vec<Path>),
}

impl Scope {
    /// The scope of one organization's subtree.
    #[must_use]
    pub fn of(path: Path) -> Self {
        Self::Subtrees(vec![path])
    }

    /// Whether an organization lies in this scope.
    #[must_use]
    pub fn covers(&self, path: &Path) -> bool {
        match self {
            Self::Everything => true,
            Self::Subtrees(roots) => roots.iter().any(|root| root.covers(path)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_subtree_is_a_range_and_ends_before_its_neighbour() {
        let root = Path::root(OrganizationId::fresh());
        let child = root.child(OrganizationId::fresh());
        let other = Path::root(OrganizationId::fresh());
        assert!(root.covers(&root) && root.covers(&child) && !child.covers(&root) && !root.covers(&other));
        assert!(child.0 > root.0 && child.0 < root.end());
        let (elsewhere, below) = (other.child(OrganizationId::fresh()), child.child(OrganizationId::fresh()));
        assert_eq!(below.moved(&child, &elsewhere).ids().last(), below.ids().last());
        assert!(elsewhere.covers(&below.moved(&child, &elsewhere)) && other.moved(&child, &elsewhere) == other);
        assert!(other.0 < root.0 || other.0 > root.end());
        assert!(child.0.starts_with(&root.0) && child.ids().count() == 2 && child.ids().next() == root.ids().next());
        assert!(Path::everything().covers(&child) && child.0 < Path::everything().end());
        assert!(!Scope::Subtrees(Vec::new()).covers(&root) && Scope::Everything.covers(&root));
    }
}
