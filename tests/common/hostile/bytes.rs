//! Bytes that are no text, or more of it than a pack may have.

use super::{MIB, field, pack};

pub fn packs() -> Vec<(&'static str, Vec<u8>)> {
    let good = pack(&field("a"), "", "");
    let with = |extra: &[u8]| [good.as_bytes(), extra].concat();
    let utf16: Vec<u8> = good.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let large_end_first: Vec<u8> = good.encode_utf16().flat_map(u16::to_be_bytes).collect();
    vec![
        ("nothing", Vec::new()),
        ("one zero byte", vec![0]),
        ("a byte order mark alone", vec![0xef, 0xbb, 0xbf]),
        ("half a byte order mark", vec![0xef, 0xbb]),
        ("bytes that are no UTF-8", with(&[0xff, 0xfe])),
        ("an overlong slash", with(&[0xc0, 0xaf])),
        ("a surrogate written as UTF-8", with(&[0xed, 0xa0, 0x80])),
        ("UTF-16", utf16.clone()),
        ("a mebibyte of 0xff", vec![0xff; MIB]),
        ("gzip's first bytes", vec![0x1f, 0x8b, 8, 0, 0, 0, 0, 0]),
        ("a zero byte behind the pack", with(&[0])),
        ("two packs", with(good.as_bytes())),
        ("a byte order mark before the pack", [&[0xef, 0xbb, 0xbf], good.as_bytes()].concat()),
        ("two byte order marks before the pack", [&[0xef, 0xbb, 0xbf, 0xef, 0xbb, 0xbf], good.as_bytes()].concat()),
        ("UTF-16 with its mark", [&[0xff, 0xfe], utf16.as_slice()].concat()),
        ("UTF-16, the large end first, with its mark", [&[0xfe, 0xff], large_end_first.as_slice()].concat()),
        ("GBK", with(&[0xcc, 0xee, 0xb1, 0xa8])),
        ("every byte there is", (0..=255).collect()),
        ("zero bytes only", vec![0; MIB]),
        ("50 MB of blanks", vec![b' '; 50_000_000]),
        ("50 MB of blanks before the pack", [vec![b' '; 50_000_000], good.clone().into_bytes()].concat()),
        ("50 MB of brackets", vec![b'['; 50_000_000]),
    ]
}
