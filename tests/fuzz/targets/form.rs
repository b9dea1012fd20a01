#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| tianbao_fuzz::form::run(data));
