//! The QR as a grid of modules.

use qrcode::{Color, EcLevel, QrCode};

use super::SignError;

/// Modules of white around the symbol (ISO/IEC 18004).
pub(super) const QUIET: u32 = 4;

/// A QR symbol without its quiet zone.
pub(super) struct Qr {
    width: u32,
    dark: Vec<bool>,
}

impl Qr {
    /// At level Q, which bears a quarter of the symbol being soiled or faded: for paper (FIELD, "Phones").
    pub(super) fn for_print(text: &str) -> Result<Self, SignError> {
        Self::new(text, EcLevel::Q)
    }

    /// At level M: a screen stays clean, and fewer modules are larger ones.
    pub(super) fn for_screen(text: &str) -> Result<Self, SignError> {
        Self::new(text, EcLevel::M)
    }

    fn new(text: &str, level: EcLevel) -> Result<Self, SignError> {
        let code = QrCode::with_error_correction_level(text, level).map_err(|_| SignError::LinkTooLong)?;
        let width = u32::try_from(code.width()).map_err(|_| SignError::LinkTooLong)?;
        Ok(Self { width, dark: code.into_colors().into_iter().map(|color| color == Color::Dark).collect() })
    }

    /// Modules along one side of the symbol.
    pub(super) fn width(&self) -> u32 {
        self.width
    }

    /// Modules along one side with the quiet zone.
    pub(super) fn full_width(&self) -> u32 {
        self.width + 2 * QUIET
    }

    /// Whether a module is dark, counted from the corner of the quiet zone.
    pub(super) fn is_dark(&self, x: u32, y: u32) -> bool {
        let inner = |at: u32| at.checked_sub(QUIET).filter(|at| *at < self.width);
        let index = inner(y).zip(inner(x)).and_then(|(y, x)| usize::try_from(y * self.width + x).ok());
        index.and_then(|index| self.dark.get(index)).copied().unwrap_or(false)
    }

    /// The dark modules as an SVG path with one unit a module, the quiet zone included: a run of a row is one rectangle.
    pub(super) fn path(&self) -> String {
        let mut path = String::new();
        for y in 0..self.full_width() {
            let mut x = 0;
            while x < self.full_width() {
                let run = (x..self.full_width()).take_while(|x| self.is_dark(*x, y)).map(|_| 1).sum::<u32>();
                if run > 0 {
                    path.push_str(&format!("M{x} {y}h{run}v1h-{run}z"));
                }
                x += run + 1;
            }
        }
        path
    }
}
