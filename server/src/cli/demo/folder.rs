//! Where the demo keeps its database: a folder of the user's, or a temporary one that goes with the demo.

use std::path::{Path, PathBuf};

use uuid::Uuid;

use crate::cli::output::Failure;

/// A folder for one demo.
pub(super) struct Folder {
    path: PathBuf,
    temporary: bool,
}

impl Folder {
    /// Makes the folder, or takes the one given.
    ///
    /// # Errors
    /// It cannot be made, or holds a database already: a demo always begins anew.
    pub(super) fn open(given: Option<&Path>) -> Result<Self, Failure> {
        let temporary = || std::env::temp_dir().join(format!("huxue-demo-{}", Uuid::now_v7().simple()));
        let folder = Self { path: given.map_or_else(temporary, Path::to_path_buf), temporary: given.is_none() };
        std::fs::create_dir_all(&folder.path).map_err(|error| Failure::about(folder.path.display(), error))?;
        if folder.database().exists() {
            let cause = "holds a database already; a demo begins anew, so name another folder";
            return Err(Failure::about(folder.path.display(), cause));
        }
        Ok(folder)
    }

    /// The database's file.
    pub(super) fn database(&self) -> PathBuf {
        self.path.join("huxue.db")
    }

    /// Where photos are kept.
    pub(super) fn photos(&self) -> PathBuf {
        self.path.join("photos")
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        if self.temporary {
            // What is left behind lies in the system's temporary folder.
            let _ = std::fs::remove_dir_all(&self.path);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_temporary_folder_goes_and_a_given_one_stays() {
        let path = Folder::open(None).unwrap().path.clone();
        assert!(!path.exists());
        let given = tempfile::tempdir().unwrap();
        drop(Folder::open(Some(given.path())).unwrap());
        assert!(given.path().exists());
        std::fs::write(given.path().join("huxue.db"), "").unwrap();
        assert!(Folder::open(Some(given.path())).is_err());
    }
}
