//! Crockford's base32 (<https://www.crockford.com/base32.html>), over bits instead of bytes.
//!
//! Crockford's alphabet and not RFC 4648's: it has no I, L, O and U, so a code that was copied by eye is read as it was
//! meant; and all its symbols belong to a QR's alphanumeric mode, which takes 5.5 bits for each instead of 8.

/// Bits that one symbol carries.
const BITS: u32 = 5;

/// Appends the lowest `5 × symbols` bits of `value`, the highest first.
pub(super) fn push(text: &mut String, value: u128, symbols: u32) {
    for place in (0..symbols).rev() {
        text.push(symbol((value >> (BITS * place)) & 31));
    }
}

/// Reads a text of at most 25 symbols without case, taking I and L for 1 and O for 0; `None` if a character is foreign.
pub(super) fn read(text: &str) -> Option<u128> {
    text.bytes().try_fold(0, |value, byte| Some((value << BITS) | u128::from(value_of(byte)?)))
}

fn symbol(value: u128) -> char {
    const ALPHABET: &str = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    usize::try_from(value).ok().and_then(|at| ALPHABET.as_bytes().get(at)).copied().map_or('0', char::from)
}

fn value_of(byte: u8) -> Option<u8> {
    let byte = byte.to_ascii_uppercase();
    match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'O' => Some(0),
        b'I' | b'L' => Some(1),
        b'A'..=b'H' => Some(byte - b'A' + 10),
        b'J' | b'K' => Some(byte - b'J' + 18),
        b'M' | b'N' => Some(byte - b'M' + 20),
        b'P'..=b'T' => Some(byte - b'P' + 22),
        b'V'..=b'Z' => Some(byte - b'V' + 27),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_symbol_reads_back_in_both_cases() {
        for value in 0..32 {
            let mut text = String::new();
            push(&mut text, value, 1);
            assert_eq!(read(&text), Some(value));
            assert_eq!(read(&text.to_lowercase()), Some(value));
        }
    }

    #[test]
    fn writes_the_highest_bits_first_and_pads_with_zeros() {
        let mut text = String::new();
        push(&mut text, 0b00001_00010, 3);
        assert_eq!(text, "012");
    }

    #[test]
    fn look_alikes_are_read_as_meant_and_foreign_characters_refused() {
        assert_eq!(read("iLoO"), read("1100"));
        for foreign in ["u", "U", "-", " ", "护", "=", "é"] {
            assert_eq!(read(foreign), None, "{foreign}");
        }
    }
}
