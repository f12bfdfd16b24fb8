//! Where photos are kept: a folder of this machine, or a bucket that speaks S3. Each lies under its own hash, so that nothing kept is ever
//! written over with anything else.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use data_encoding::HEXLOWER;
use object_store::aws::AmazonS3Builder;
use object_store::local::LocalFileSystem;
use object_store::{ClientOptions, ObjectStore, ObjectStoreExt as _, RetryConfig};
use sha2::{Digest as _, Sha256};
use tokio::sync::{Semaphore, SemaphorePermit};

use crate::config::PhotoSettings;
use crate::domain::photo::Photo;
use crate::problem::{Code, Problem, Result};

/// How long a bucket may take to answer, and how long it is tried again.
const PATIENCE: Duration = Duration::from_secs(10);
/// How many photos are received at the same time, so that what waits takes no more than eight times the largest.
const RECEIVED_AT_ONCE: usize = 8;

enum Place {
    Folder(PathBuf),
    Bucket(Arc<dyn ObjectStore>),
}

/// A photo that is kept.
#[derive(Debug, Clone)]
pub struct Kept {
    /// The SHA-256 of its file.
    pub hash: Vec<u8>,
    /// Its length.
    pub bytes: usize,
    /// Pixels.
    pub width: u32,
    /// Pixels.
    pub height: u32,
}

/// The store of photos. It is used by the async workers, never from the pool for blocking work: that pool is small, and a folder is read and
/// written in it as well.
pub struct Photos {
    place: Place,
    receiving: Semaphore,
    taming: Semaphore,
}

impl Photos {
    /// The store that the settings name. A folder is made when the first photo comes.
    ///
    /// # Errors
    /// A sentence, if the bucket's settings cannot be used.
    pub fn new(settings: &PhotoSettings) -> std::result::Result<Self, String> {
        let place = match settings.bucket() {
            None => Place::Folder(PathBuf::from(&settings.store)),
            Some(bucket) => Place::Bucket(open_bucket(bucket, settings)?),
        };
        Ok(Self { place, receiving: Semaphore::new(RECEIVED_AT_ONCE), taming: Semaphore::new(1) })
    }

    /// Waits until a photo may be received; hold the answer until it is.
    ///
    /// # Errors
    /// Never, while the server runs.
    pub async fn receive(&self) -> Result<SemaphorePermit<'_>> {
        self.receiving.acquire().await.map_err(Problem::internal)
    }

    /// Waits until nobody else tames a photo: each may take 64 MB while it is read. Hold the answer until it is.
    ///
    /// # Errors
    /// Never, while the server runs.
    pub async fn alone(&self) -> Result<SemaphorePermit<'_>> {
        self.taming.acquire().await.map_err(Problem::internal)
    }

    /// Keeps a photo.
    ///
    /// # Errors
    /// `photo_store_unavailable`.
    pub async fn keep(&self, photo: Photo) -> Result<Kept> {
        let Photo { jpeg, width, height } = photo;
        let (hash, bytes) = (Sha256::digest(&jpeg).to_vec(), jpeg.len());
        self.open(true)?.put(&key(&hash), jpeg.into()).await.map_err(unavailable)?;
        Ok(Kept { hash, bytes, width, height })
    }

    /// Reads a file back by its hash, and checks that it is still what was kept.
    ///
    /// # Errors
    /// `photo_store_unavailable`; `internal` if somebody changed the file.
    pub async fn read(&self, hash: &[u8]) -> Result<Vec<u8>> {
        let found = self.open(false)?.get(&key(hash)).await.map_err(unavailable)?;
        let file = found.bytes().await.map_err(unavailable)?.to_vec();
        if Sha256::digest(&file).as_slice() == hash {
            Ok(file)
        } else {
            Err(Problem::internal(format!("the photo {} was changed in its store", key(hash))))
        }
    }

    fn open(&self, make: bool) -> Result<Arc<dyn ObjectStore>> {
        match &self.place {
            Place::Bucket(bucket) => Ok(Arc::clone(bucket)),
            Place::Folder(folder) => open_folder(folder, make).map_err(unavailable),
        }
    }
}

fn open_folder(folder: &Path, make: bool) -> std::result::Result<Arc<dyn ObjectStore>, object_store::Error> {
    if make {
        let failed = |source| object_store::Error::Generic { store: "folder", source: Box::new(source) };
        std::fs::create_dir_all(folder).map_err(failed)?;
    }
    Ok(Arc::new(LocalFileSystem::new_with_prefix(folder)?.with_fsync(true)))
}

fn open_bucket(bucket: &str, settings: &PhotoSettings) -> std::result::Result<Arc<dyn ObjectStore>, String> {
    let endpoint = &settings.s3_endpoint;
    let mut builder = AmazonS3Builder::new()
        .with_bucket_name(bucket)
        .with_region(&settings.s3_region)
        .with_access_key_id(&settings.s3_access_key_id)
        .with_secret_access_key(&settings.s3_secret_access_key)
        .with_client_options(ClientOptions::new().with_timeout(PATIENCE).with_allow_http(endpoint.starts_with("http:")))
        .with_retry(RetryConfig { max_retries: 2, retry_timeout: PATIENCE, ..RetryConfig::default() });
    if !endpoint.is_empty() {
        builder = builder.with_endpoint(endpoint);
    }
    Ok(Arc::new(builder.build().map_err(|error| error.to_string())?))
}

/// Where a file lies: spread over folders by the first two digits of its hash.
fn key(hash: &[u8]) -> object_store::path::Path {
    let name = HEXLOWER.encode(hash);
    let folder = name.get(..2).unwrap_or_default();
    object_store::path::Path::from(format!("{folder}/{name}.jpg"))
}

fn unavailable(error: object_store::Error) -> Problem {
    Problem { cause: Some(error.to_string()), ..Problem::new(Code::PhotoStoreUnavailable) }
}
