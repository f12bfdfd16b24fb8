//! Where photos are kept: a folder of this machine, or a bucket that speaks S3.

use serde::{Deserialize, Serialize};

/// The store of photos.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct PhotoSettings {
    /// A folder, which is made when the first photo comes, or `s3://BUCKET`.
    pub store: String,
    /// The address of the service that keeps the bucket; empty for Amazon's own.
    pub s3_endpoint: String,
    /// The region of the bucket.
    pub s3_region: String,
    /// The key that may read and write the bucket.
    pub s3_access_key_id: String,
    /// Its secret.
    pub s3_secret_access_key: String,
}

impl Default for PhotoSettings {
    fn default() -> Self {
        Self {
            store: "huxue-photos".to_owned(),
            s3_endpoint: String::new(),
            s3_region: "us-east-1".to_owned(),
            s3_access_key_id: String::new(),
            s3_secret_access_key: String::new(),
        }
    }
}

impl PhotoSettings {
    /// The bucket, if photos are kept in one.
    #[must_use]
    pub fn bucket(&self) -> Option<&str> {
        self.store.strip_prefix("s3://")
    }

    pub(super) fn check(&self) -> Result<(), String> {
        let Some(bucket) = self.bucket() else {
            return if self.store.is_empty() || self.store.contains("://") {
                Err(format!("photos.store: '{}' is neither a folder nor s3://BUCKET", self.store))
            } else {
                Ok(())
            };
        };
        if bucket.is_empty() || bucket.contains('/') {
            return Err(format!("photos.store: '{}' names no bucket, as in s3://photos", self.store));
        }
        if self.s3_access_key_id.is_empty() || self.s3_secret_access_key.is_empty() {
            return Err("photos.s3_access_key_id, photos.s3_secret_access_key: a bucket needs both".to_owned());
        }
        Ok(())
    }
}
