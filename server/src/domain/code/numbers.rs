//! The compact numbers that codes carry in place of ids: a UUID would double the size of the QR.

use std::fmt;

/// Declares a newtype over an unsigned integer that the store keeps as a wider signed one.
macro_rules! number {
    ($($(#[$meta:meta])* $name:ident($int:ty) stored as $stored:ty),+ $(,)?) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(pub $int);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl From<$name> for $stored {
            fn from(number: $name) -> Self {
                Self::from(number.0)
            }
        }

        impl TryFrom<$stored> for $name {
            type Error = std::num::TryFromIntError;

            fn try_from(number: $stored) -> Result<Self, Self::Error> {
                <$int>::try_from(number).map(Self)
            }
        }
    )+};
}

number! {
    /// The number of a checkpoint: unique in the installation, never given to another checkpoint.
    CheckpointNumber(u32) stored as i64,
    /// Counts the signs made for one checkpoint, from 1; a reissued sign takes the next one.
    SignSerial(u16) stored as i32,
    /// Counts the screens set up for one checkpoint, from 1.
    ScreenNumber(u16) stored as i32,
    /// The number of a key. Each code carries it, so that codes made before a rotation still find their key.
    KeyId(u8) stored as i32,
}
