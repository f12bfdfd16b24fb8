//! The compact numbers that codes carry in place of ids: a UUID would double the size of the QR.

use std::fmt;

/// Declares a newtype over an unsigned integer that the store keeps as a signed 64-bit one.
macro_rules! number {
    ($($(#[$meta:meta])* $name:ident($int:ty)),+ $(,)?) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(pub $int);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl From<$name> for i64 {
            fn from(number: $name) -> Self {
                Self::from(number.0)
            }
        }

        impl TryFrom<i64> for $name {
            type Error = std::num::TryFromIntError;

            fn try_from(number: i64) -> Result<Self, Self::Error> {
                <$int>::try_from(number).map(Self)
            }
        }
    )+};
}

number! {
    /// The number of a checkpoint: unique in the installation, never given to another checkpoint.
    CheckpointNumber(u32),
    /// Counts the signs made for one checkpoint, from 1; a reissued sign takes the next one.
    SignSerial(u16),
    /// Counts the screens set up for one checkpoint, from 1.
    ScreenNumber(u16),
}
