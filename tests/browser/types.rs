//! The page's modules hold to the types that their comments state.

use std::process::Command;

use xtask::{needs, root};

#[test]
fn the_modules_agree_about_their_types() {
    let compiler = needs::script(&needs::TYPESCRIPT).unwrap_or_else(|message| panic!("{message}"));
    let checked = Command::new("node")
        .arg(compiler)
        .arg("--project")
        .arg(root().join("www/jsconfig.json"))
        .output()
        .expect("install node (Debian: apt-get install nodejs)");
    let said = String::from_utf8_lossy(&checked.stdout);
    assert!(checked.status.success(), "{said}");
}
