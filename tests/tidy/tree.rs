//! The files of the repository: everything below its root but what `.gitignore` names.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Path from the root, with `/` between its parts, and text. A file that is not UTF-8 has an empty text.
pub(crate) type Files = BTreeMap<String, String>;

/// Reads all files.
pub(crate) fn files() -> Files {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let ignored = fs::read_to_string(root.join(".gitignore")).expect("the repository has a .gitignore");
    let mut ignored: Vec<&str> = ignored.lines().map(|line| line.trim_matches('/')).collect();
    ignored.push(".git");
    let mut files = Files::new();
    collect(root, "", &ignored, &mut files);
    files
}

fn collect(folder: &Path, prefix: &str, ignored: &[&str], files: &mut Files) {
    for entry in fs::read_dir(folder).expect("the folder can be read").flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = format!("{prefix}{name}");
        if ignored.contains(&path.as_str()) {
            continue;
        }
        if entry.path().is_dir() {
            collect(&entry.path(), &format!("{path}/"), ignored, files);
        } else {
            files.insert(path, fs::read_to_string(entry.path()).unwrap_or_default());
        }
    }
}
