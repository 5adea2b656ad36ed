//! git itself, with the program as its merge driver.

use std::path::Path;
use std::process::{Command, Output};

struct Repository {
    folder: tempfile::TempDir,
}

impl Repository {
    /// A repository with the driver set and the small scenario, as saved, in it.
    fn new() -> Self {
        let repository = Self { folder: tempfile::tempdir().unwrap() };
        repository.done(&["init", "--quiet", "--initial-branch=main"]);
        let driver = format!("\"{}\" merge %O %A %B", env!("CARGO_BIN_EXE_phasewise"));
        repository.done(&["config", "merge.phasewise.driver", &driver]);
        std::fs::write(repository.path(".gitattributes"), "*.ron merge=phasewise\n").unwrap();
        let mut scenario = super::support::small();
        // Short enough for a line each, without a blank one between.
        scenario.items.iter_mut().for_each(|item| item.requires_any_of.clear());
        phasewise::files::write(&repository.path("plan.ron"), &scenario, Some("// Head")).unwrap();
        repository.commit("The beginning");
        repository
    }

    fn path(&self, name: &str) -> std::path::PathBuf {
        self.folder.path().join(name)
    }

    fn git(&self, args: &[&str]) -> Output {
        let mut git = Command::new("git");
        // Nothing of who runs the test: no identity, no hooks, no signing.
        git.env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_SYSTEM", "/dev/null");
        for role in ["AUTHOR", "COMMITTER"] {
            git.env(format!("GIT_{role}_NAME"), "Test");
            git.env(format!("GIT_{role}_EMAIL"), "test@example.org");
        }
        git.env_remove("GIT_DIR").env_remove("GIT_INDEX_FILE").env_remove("GIT_WORK_TREE");
        git.current_dir(self.folder.path()).args(args).output().unwrap()
    }

    fn done(&self, args: &[&str]) -> String {
        let output = self.git(args);
        let words = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success(), "git {args:?}: {words}");
        String::from_utf8_lossy(&output.stdout).into_owned()
    }

    fn commit(&self, message: &str) {
        self.done(&["add", "--all"]);
        self.done(&["commit", "--quiet", "-m", message]);
    }

    /// A commit on a branch that replaces one piece of the scenario.
    fn branch(&self, name: &str, old: &str, new: &str) {
        self.done(&["checkout", "--quiet", "-B", name, "main"]);
        self.replace(old, new);
        self.commit(name);
    }

    fn replace(&self, old: &str, new: &str) {
        let text = self.text();
        assert!(text.contains(old), "{old} is not in:\n{text}");
        std::fs::write(self.path("plan.ron"), text.replace(old, new)).unwrap();
    }

    fn text(&self) -> String {
        std::fs::read_to_string(self.path("plan.ron")).unwrap()
    }
}

const A: &str = "\"demand\": 500";
const B: &str = "\"demand\": 600";

#[test]
fn scores_on_neighbouring_lines_are_merged() {
    let repository = Repository::new();
    let lines: Vec<String> = repository.text().lines().map(str::to_owned).collect();
    let line = |piece: &str| lines.iter().position(|line| line.contains(piece)).unwrap();
    assert_eq!(line(B) - line(A), 1, "they are not neighbours: git alone would merge them");
    repository.branch("one", A, "\"demand\": 510");
    repository.branch("two", B, "\"demand\": 610");
    // What git does without us, so that the test cannot pass by itself.
    let plain = repository.git(&["-c", "merge.phasewise.driver=false", "merge", "one"]);
    assert!(!plain.status.success());
    repository.done(&["merge", "--abort"]);
    repository.done(&["merge", "--no-edit", "one"]);
    let text = repository.text();
    assert!(text.contains("\"demand\": 510") && text.contains("\"demand\": 610"), "{text}");
    assert!(text.starts_with("// Head\n"), "{text}");
    assert_eq!(repository.done(&["status", "--porcelain"]), "");
    assert!(phasewise::files::read(&repository.path("plan.ron")).is_ok());
}

#[test]
fn a_true_conflict_stays_for_people() {
    let repository = Repository::new();
    repository.branch("one", A, "\"demand\": 510");
    repository.branch("two", A, "\"demand\": 520");
    repository.replace(B, "\"demand\": 610");
    repository.commit("more");
    let output = repository.git(&["merge", "--no-edit", "one"]);
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(said.contains("items[\"e\"].scores.demand: it was 500, MINE has 520"), "{said}");
    assert_eq!(repository.done(&["status", "--porcelain"]).trim(), "UU plan.ron");
    // It can still be opened, and holds what this branch has.
    assert!(phasewise::files::read(&repository.path("plan.ron")).is_ok());
    assert!(repository.text().contains("\"demand\": 520"));
    assert!(repository.text().contains("\"demand\": 610"));
    assert!(repository.path(".git/MERGE_HEAD").exists());
}

#[test]
fn a_file_that_both_added() {
    let repository = Repository::new();
    let scenario = super::support::small();
    let add = |branch: &str, id: &str| {
        repository.done(&["checkout", "--quiet", "-B", branch, "main"]);
        let mut scenario = scenario.clone();
        scenario.items.push(phasewise::model::Item { id: id.into(), ..Default::default() });
        phasewise::files::write(Path::new(&repository.path("new.ron")), &scenario, None).unwrap();
        repository.commit(branch);
    };
    add("one", "x");
    add("two", "y");
    repository.done(&["merge", "--no-edit", "one"]);
    let text = std::fs::read_to_string(repository.path("new.ron")).unwrap();
    assert!(text.contains("\"x\"") && text.contains("\"y\""), "{text}");
}
