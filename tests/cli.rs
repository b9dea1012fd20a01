//! The command line, as built: what it prints and how it ends.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::panic,
    missing_docs
)]

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;

const PACK: &str = r#"{ "tianbao": 1, "id": "shop", "version": "1", "title": "示例", "sections": [],
  "fields": [
    { "id": "done", "label": { "zh": "完成户数", "en": "Done" }, "aliases": ["完成数"], "unit": "户", "type": "integer", "min": 0, "required": true },
    { "id": "due", "label": { "zh": "应完成户数", "en": "Due" }, "unit": "户", "type": "integer", "min": 0, "required": true },
    { "id": "done_last", "label": { "zh": "上年完成户数", "en": "Done last year" }, "unit": "户", "type": "integer", "last_of": "done" },
    { "id": "paid", "label": { "zh": "金额", "en": "Paid" }, "unit": "元", "type": "decimal" },
    { "id": "open", "label": { "zh": "是否公示", "en": "Published" }, "type": "boolean" } ],
  "metrics": [ { "id": "rate", "label": { "zh": "完成率", "en": "Rate" }, "unit": "%", "places": 2, "formula": "done / due" },
    { "id": "more", "label": { "zh": "比上年增加", "en": "More than last year" }, "unit": "户", "places": 0, "formula": "done - done_last" } ],
  "rules": [
    { "id": "R1", "severity": "mandatory", "assert": "done <= due",
      "message": { "zh": "完成户数 {done}，多于应完成户数 {due}。请核对这两格。", "en": "{done} done, {due} due. Check both." } },
    { "id": "R2", "severity": "hint", "assert": "rate >= 90", "message": { "zh": "完成率 {rate}，低于 90%。请看一看。", "en": "The rate is {rate}. Have a look." } } ] }"#;

/// A folder of its own for each test, gone with it.
struct Desk(PathBuf);

impl Desk {
    fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("tianbao-cli-{}-{name}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let desk = Self(folder);
        desk.file("pack.json", PACK.as_bytes());
        desk
    }

    fn file(&self, name: &str, bytes: &[u8]) {
        std::fs::write(self.0.join(name), bytes).unwrap();
    }

    /// Runs `tianbao` in the folder.
    fn run(&self, arguments: &[&str]) -> Ran {
        let output = Command::new(env!("CARGO_BIN_EXE_tianbao")).args(arguments).current_dir(&self.0).output().unwrap();
        Ran::of(output)
    }

    /// The one report of `check --json` over a file of this name and content.
    fn report(&self, name: &str, content: &[u8]) -> Value {
        let mut reports = self.reports(name, content);
        assert_eq!(reports.len(), 1, "one report");
        reports.remove(0)
    }

    fn reports(&self, name: &str, content: &[u8]) -> Vec<Value> {
        self.file(name, content);
        let ran = self.run(&["check", "--json", "pack.json", name]);
        assert!(matches!(ran.code, 0 | 1), "{name}: {} {}", ran.code, ran.error);
        ran.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        std::fs::remove_dir_all(&self.0).unwrap();
    }
}

struct Ran {
    code: i32,
    out: String,
    error: String,
}

impl Ran {
    fn of(output: Output) -> Self {
        let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
        Self { code: output.status.code().unwrap(), out: text(&output.stdout), error: text(&output.stderr) }
    }
}

fn township(name: &str) -> String {
    let top = Path::new(env!("CARGO_MANIFEST_DIR"));
    top.join("www/packs/rural-revitalization-township").join(name).to_string_lossy().into_owned()
}

#[test]
fn lint_tells_what_is_wrong_and_where() {
    let desk = Desk::new("lint");
    let good = desk.run(&["lint", "pack.json"]);
    assert_eq!(good.code, 0, "{}{}", good.out, good.error);

    desk.file("bad.json", PACK.replace("done <= due", "done <= dues").as_bytes());
    let bad = desk.run(&["lint", "bad.json"]);
    assert_eq!(bad.code, 1);
    assert!(bad.out.starts_with("bad.json:11:"), "{}", bad.out);
    assert!(bad.out.contains("error unknown-name rules[0].assert: 没有叫“dues”的栏目或指标。"), "{}", bad.out);

    let json = desk.run(&["lint", "--json", "--locale", "en", "bad.json"]);
    let told: Value = serde_json::from_str(json.out.lines().next().unwrap()).unwrap();
    assert_eq!(
        (json.code, &told["code"], &told["line"], &told["expected"]),
        (1, &"unknown-name".into(), &11.into(), &"due".into())
    );
    assert!(told["message"].as_str().unwrap().starts_with("No field or metric is called “dues”."), "{told}");
    assert_eq!(json.out.lines().count(), 1);

    let both = desk.run(&["lint", "pack.json", "bad.json"]);
    assert_eq!(both.code, 1);
}

#[test]
fn lint_takes_warnings_for_what_they_are() {
    let desk = Desk::new("warnings");
    desk.file("same.json", PACK.replace("应完成户数\", \"en\"", "完成户数\", \"en\"").as_bytes());
    let ran = desk.run(&["lint", "same.json"]);
    assert_eq!(ran.code, 0, "{}", ran.out);
    assert!(ran.out.contains("warning duplicate-label"), "{}", ran.out);
}

#[test]
fn lint_runs_the_cases_that_stand_beside() {
    let desk = Desk::new("cases");
    let fires = r#""fires": { "from": "good", "set": { "done": "9" } }"#;
    let hint = r#""R2": { "fires": { "from": "good", "set": { "done": "1" } }, "passes": { "from": "good" } }"#;
    let cases = |fires: &str| {
        format!(
            r#"{{ "pack": "shop", "submissions": {{ "good": {{ "values": {{ "done": "8", "due": "8" }}, "status": "clean", "findings": [], "metrics": {{ "rate": "100.00" }} }} }},
               "rules": {{ "R1": {{ {fires}, "passes": {{ "from": "good" }} }}, {hint} }} }}"#
        )
    };
    desk.file("cases.json", cases(fires).as_bytes());
    let ran = desk.run(&["lint", "pack.json"]);
    assert_eq!(ran.code, 0, "{}{}", ran.out, ran.error);

    desk.file("cases.json", cases(&fires.replace('9', "7")).as_bytes());
    let ran = desk.run(&["lint", "pack.json"]);
    assert_eq!(ran.code, 1);
    assert!(ran.out.contains("case-fails rules.R1.fires"), "{}", ran.out);

    desk.file("cases.json", cases(fires).replace(r#""R2":"#, r#""R3":"#).as_bytes());
    let ran = desk.run(&["lint", "pack.json"]);
    assert_eq!(ran.code, 1);
    assert!(ran.out.contains("case-missing rules.R2.fires"), "{}", ran.out);
}

#[test]
fn the_township_pack_is_good() {
    let desk = Desk::new("township");
    let ran = desk.run(&["lint", &township("pack.json")]);
    assert_eq!(ran.code, 0, "{}{}", ran.out, ran.error);
}

#[test]
fn check_reads_an_object() {
    let desk = Desk::new("object");
    let report = desk.report("one.json", r#"{ "done": "９", "due": 8, "paid": null, "open": true }"#.as_bytes());
    assert_eq!(report["fields"]["done"]["typed"], "９");
    assert_eq!(report["fields"]["done"]["value"], "9");
    assert_eq!(report["fields"]["due"]["value"], "8");
    assert_eq!(report["fields"]["paid"]["state"], "blank");
    assert_eq!(report["fields"]["open"]["value"], "true");
    assert_eq!(report["metrics"]["rate"]["value"], "112.50");
    assert_eq!(report["findings"][0]["id"], "R1");
    assert_eq!(report["status"], "mandatory");
    assert_eq!(report["engine"]["kind"], "native");
    assert_eq!(report["pack"]["id"], "shop");
}

#[test]
fn check_takes_a_missing_key_as_blank() {
    let desk = Desk::new("missing");
    let report = desk.report("one.json", br#"{ "done": "5" }"#);
    assert_eq!(report["fields"]["due"]["state"], "blank");
    assert_eq!(report["findings"][0]["id"], "due:required");
    assert_eq!(report["metrics"]["rate"]["state"], "waiting");
    assert_eq!(report["metrics"]["rate"]["waitingFor"][0], "due");
    assert_eq!(report["status"], "incomplete");
    assert_eq!(desk.report("none.json", b"{}")["status"], "blank");
}

#[test]
fn check_reads_numbers_by_their_source_text() {
    let desk = Desk::new("numbers");
    let report = desk.report("one.json", br#"{ "done": 8, "due": 8, "paid": 12345678901234567890.10 }"#);
    assert_eq!(report["fields"]["paid"]["typed"], "12345678901234567890.10");
    assert_eq!(report["fields"]["paid"]["value"], "12345678901234567890.1");
}

#[test]
fn check_reads_several_submissions_and_files() {
    let desk = Desk::new("several");
    let reports = desk.reports("two.json", br#"[{ "done": 8, "due": 8 }, { "done": 9, "due": 8 }]"#);
    let states: Vec<&str> = reports.iter().map(|report| report["status"].as_str().unwrap()).collect();
    assert_eq!(states, ["clean", "mandatory"]);

    desk.file("good.json", br#"{ "done": 8, "due": 8 }"#);
    let ran = desk.run(&["check", "pack.json", "good.json", "two.json"]);
    assert_eq!(ran.code, 1, "one mandatory finding stands open");
    assert!(ran.out.contains("good.json [1]: clean"), "{}", ran.out);
    assert!(ran.out.contains("two.json [2]: mandatory"), "{}", ran.out);
    assert!(ran.out.contains("mandatory R1: 完成户数 9 户，多于应完成户数 8 户。请核对这两格。"), "{}", ran.out);
    assert_eq!(desk.run(&["check", "pack.json", "good.json"]).code, 0);
}

#[test]
fn hints_do_not_fail_a_check() {
    let desk = Desk::new("hints");
    desk.file("low.json", br#"{ "done": 1, "due": 8 }"#);
    let ran = desk.run(&["check", "--locale", "en", "pack.json", "low.json"]);
    assert_eq!(ran.code, 0);
    assert!(ran.out.contains("hint R2: The rate is 12.50%."), "{}", ran.out);
}

#[test]
fn check_reads_csv_by_id_and_by_label() {
    let desk = Desk::new("csv");
    for header in ["done,due", "完成户数,应完成户数", "完成数,due", "\"完成户数\", 应完成户数 ", "\u{feff}done,due"]
    {
        let report = desk.report("rows.csv", format!("{header}\n9,8\n").as_bytes());
        assert_eq!(report["findings"][0]["id"], "R1", "{header}");
        // A column that is missing is not on the form.
        assert_eq!(report["fields"]["paid"]["state"], "absent", "{header}");
        assert_eq!(report["progress"]["total"], 2, "{header}");
    }
    let reports = desk.reports("rows.csv", "完成户数,备注,应完成户数\r\n\"1,200\",x,2000\r\n,y,5\r\n".as_bytes());
    assert_eq!(reports.len(), 2);
    assert_eq!(reports[0]["fields"]["done"]["value"], "1200");
    assert_eq!(reports[1]["findings"][0]["id"], "done:required");
}

#[test]
fn a_column_that_is_missing_is_not_required() {
    let desk = Desk::new("absent");
    let report = desk.report("rows.csv", b"done\n9\n");
    assert_eq!(report["fields"]["due"]["state"], "absent");
    assert_eq!(report["metrics"]["rate"]["state"], "absent");
    assert_eq!(report["findings"].as_array().unwrap().len(), 0);
    assert_eq!(report["status"], "clean");
}

#[test]
fn check_reads_csv_as_office_programs_save_it() {
    let desk = Desk::new("gbk");
    let (bytes, _, _) = encoding_rs::GBK.encode("完成户数,应完成户数\n9,8\n");
    let report = desk.report("gbk.csv", &bytes);
    assert_eq!(report["findings"][0]["id"], "R1");
    assert_eq!(report["fields"]["due"]["value"], "8");
}

#[test]
fn explain_tells_a_metric_and_a_rule() {
    let desk = Desk::new("explain");
    desk.file("one.json", br#"{ "done": 2326, "due": 2436 }"#);
    let metric = desk.run(&["explain", "pack.json", "one.json", "rate"]);
    assert_eq!(metric.code, 0);
    assert_eq!(metric.out.trim(), "完成率 = 完成户数 ÷ 应完成户数 × 100 = 2,326 ÷ 2,436 × 100 = 95.48%");
    let rule = desk.run(&["explain", "--json", "--locale", "en", "pack.json", "one.json", "R1"]);
    let told: Value = serde_json::from_str(rule.out.trim()).unwrap();
    assert_eq!((told["formula"].as_str(), told["substituted"].as_str()), (Some("Done ≤ Due"), Some("2,326 ≤ 2,436")));
    assert_eq!((told["id"].as_str(), told["result"].as_str()), (Some("R1"), Some("holds")));
    assert_eq!(told["operands"][0]["value"], "2326");
    assert_eq!(desk.run(&["explain", "pack.json", "one.json", "nobody"]).code, 2);
}

#[test]
fn repair_and_range_tell_what_is_probably_wrong_and_what_is_left() {
    let desk = Desk::new("repair");
    desk.file("one.json", br#"{ "done": 24360, "due": 2436 }"#);
    let repair = desk.run(&["repair", "--json", "pack.json", "one.json"]);
    assert_eq!(repair.code, 0);
    let told: Value = serde_json::from_str(repair.out.trim()).unwrap();
    let by_unit = told.as_array().unwrap().iter().find(|one| one["values"]["done"] == "2436").unwrap();
    assert_eq!((by_unit["kind"].as_str(), &by_unit["solves"][0]), (Some("scale"), &Value::from("R1")));
    assert!(by_unit["confidence"].as_f64().is_some_and(|confidence| (0.0..=1.0).contains(&confidence)));
    let range = desk.run(&["range", "--json", "pack.json", "one.json", "done"]);
    let told: Value = serde_json::from_str(range.out.trim()).unwrap();
    assert_eq!((&told["max"], &told["because"][0]), (&Value::from("2436"), &Value::from("R1")));
    assert!(desk.run(&["range", "pack.json", "one.json", "done"]).out.contains("2436 (R1)"));
    assert_eq!(desk.run(&["range", "pack.json", "one.json", "nobody"]).code, 2);
}

#[test]
fn last_periods_values_fill_what_is_blank() {
    let desk = Desk::new("prior");
    desk.file("prior.json", br#"{ "done": "1,200" }"#);
    desk.file("two.json", br#"[{ "done": 1250, "due": 1300 }, { "done": 1250, "due": 1300, "done_last": 1249 }]"#);
    let ran = desk.run(&["check", "--json", "--prior", "prior.json", "pack.json", "two.json"]);
    let reports: Vec<Value> = ran.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(reports[0]["fields"]["done_last"]["typed"], "");
    assert_eq!(reports[0]["fields"]["done_last"]["value"], "1200");
    assert_eq!(reports[0]["metrics"]["more"]["value"], "50");
    // What is typed wins.
    assert_eq!(reports[1]["metrics"]["more"]["value"], "1");
    let explained = desk.run(&["explain", "--prior", "prior.json", "pack.json", "two.json", "more"]);
    assert!(explained.out.contains("1,250 − 1,200 = 50 户"), "{}", explained.out);
    let without = desk.run(&["check", "--json", "pack.json", "two.json"]);
    let first: Value = serde_json::from_str(without.out.lines().next().unwrap()).unwrap();
    assert_eq!(first["metrics"]["more"]["display"], "无上年数");
    assert_eq!(desk.run(&["check", "--prior", "nowhere.json", "pack.json", "two.json"]).code, 2);
}

#[test]
fn what_cannot_be_read_ends_with_two() {
    let desk = Desk::new("unreadable");
    desk.file("bad.json", b"{ \"done\": ");
    desk.file("list.json", b"[1, 2]");
    desk.file("deep.json", b"{ \"done\": { \"x\": 1 } }");
    desk.file("strange.csv", b"name,colour\nx,red\n");
    desk.file("noise.csv", &[0xff, 0xfe, 0x00, 0x81, 0xff, 0x0a]);
    desk.file("refused.json", PACK.replace("\"tianbao\": 1", "\"tianbao\": 2").as_bytes());
    desk.file("one.json", br#"{ "done": 8, "due": 8 }"#);
    let commands: &[&[&str]] = &[
        &["check", "pack.json", "nowhere.json"],
        &["check", "pack.json", "bad.json"],
        &["check", "pack.json", "list.json"],
        &["check", "pack.json", "deep.json"],
        &["check", "pack.json", "strange.csv"],
        &["check", "pack.json", "noise.csv"],
        &["check", "nowhere.json", "one.json"],
        &["check", "refused.json", "one.json"],
        &["explain", "refused.json", "one.json", "rate"],
        &["lint", "nowhere.json"],
        &["check", "pack.json"],
        &["lint"],
        &["frobnicate"],
        &["lint", "--jsn", "pack.json"],
        &["check", "--locale"],
    ];
    for command in commands {
        let ran = desk.run(command);
        assert_eq!(ran.code, 2, "{command:?}: {}{}", ran.out, ran.error);
        assert!(!ran.error.trim().is_empty(), "{command:?} says nothing");
        assert!(ran.out.is_empty(), "{command:?} prints {}", ran.out);
        assert!(!ran.error.contains("panicked"), "{command:?}: {}", ran.error);
    }
    let refused = desk.run(&["check", "refused.json", "one.json"]);
    assert!(refused.error.contains("format-version"), "{}", refused.error);
    let bad = desk.run(&["check", "pack.json", "bad.json"]);
    assert!(bad.error.contains("bad.json: 1:"), "{}", bad.error);
}

#[test]
fn a_pack_that_is_no_text_is_told_so() {
    let desk = Desk::new("bytes");
    desk.file("bytes.json", &[b'{', 0xff, b'}']);
    let ran = desk.run(&["lint", "bytes.json"]);
    assert_eq!(ran.code, 1);
    assert!(ran.out.contains("not-utf8"), "{}", ran.out);
}

#[test]
fn names_of_unknown_fields_are_pointed_out() {
    let desk = Desk::new("unknown");
    desk.file("one.json", br#"{ "done": 8, "due": 8, "dune": 1 }"#);
    let ran = desk.run(&["check", "pack.json", "one.json"]);
    assert_eq!(ran.code, 0);
    assert!(ran.error.contains("dune"), "{}", ran.error);
}

#[test]
fn help_is_help() {
    let desk = Desk::new("help");
    for words in [&[][..], &["help"], &["--help"], &["-h"]] {
        let ran = desk.run(words);
        assert_eq!(ran.code, 0, "{words:?}");
        for command in ["lint", "check", "explain"] {
            assert!(ran.out.contains(&format!("tianbao {command}")), "{}", ran.out);
        }
    }
}

#[test]
fn a_closed_pipe_is_no_accident() {
    let desk = Desk::new("pipe");
    let rows = "done,due\n".to_owned() + &"9,8\n".repeat(5_000);
    desk.file("rows.csv", rows.as_bytes());
    let mut child = Command::new(env!("CARGO_BIN_EXE_tianbao"))
        .args(["check", "--json", "pack.json", "rows.csv"])
        .current_dir(&desk.0)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let error = child.wait_with_output().unwrap().stderr;
    assert!(!String::from_utf8_lossy(&error).contains("panicked"), "{}", String::from_utf8_lossy(&error));
}

#[test]
fn brief_tells_a_line_a_record_and_what_the_long_form_tells() {
    let desk = Desk::new("brief");
    desk.file(
        "many.csv",
        "\u{feff}done,应完成户数,\"a \"\"note\"\"\"\r\n\"1,2\"\"\",8\r\n\r\n12,8,\"x\ny\"\r5,8\n,\n".as_bytes(),
    );
    let brief = desk.run(&["check", "--brief", "pack.json", "many.csv"]);
    let long = desk.run(&["check", "--json", "pack.json", "many.csv"]);
    assert_eq!((brief.code, long.code), (1, 1), "{}{}", brief.error, long.error);
    let told = |line: &str| {
        let report: Value = serde_json::from_str(line).unwrap();
        let ids: Vec<&str> =
            report["findings"].as_array().unwrap().iter().map(|finding| finding["id"].as_str().unwrap()).collect();
        format!("{}\t{}", report["status"].as_str().unwrap(), ids.join(" "))
    };
    let lines: Vec<String> = long.out.lines().map(told).collect();
    assert_eq!(lines.len(), 4, "{lines:?}");
    assert_eq!(brief.out.lines().collect::<Vec<_>>(), lines);

    desk.file("other.csv", b"a,b\n1,2\n");
    let other = desk.run(&["check", "--brief", "pack.json", "other.csv"]);
    assert_eq!((other.code, other.out.as_str()), (2, ""), "{}", other.error);
}
