//! The one way in: the app in its own page, or in an element or shadow root of another's.

use leptos::mount::{UnmountHandle, mount_to_renderer};
use leptos::prelude::*;

use super::app::app;
use super::browser::{self, language};
use super::desk::saving;
use super::model::{GivenError, OpenError};
use super::session::Session;
use super::trust::Trust;
use crate::share::signed::PublicKey;
use crate::text::problem::field_problem;
use crate::text::{Label, Locale};
use crate::ui::view::Standing;

pub use super::browser::Root;
pub use super::browser::deployment::Deployment;
pub use super::browser::host_signer::HostSigner;
pub use super::hooks::{AgreedDetail, Hooks, PlanSummary};
pub use super::model::{Draft, given_case, given_draft};

/// How the app is to stand in its root.
pub struct MountOptions {
    /// The language to begin with.
    pub locale: Locale,
    /// What to begin with, where nothing was kept.
    pub draft: Draft,
    /// Whether this is the only thing on the page: only then is anything outside the root touched.
    pub owns_page: bool,
    /// What the host is told.
    pub hooks: Hooks,
    /// The lender whose signatures count here, besides the demo lender: its entry, and the root key that is pinned.
    pub lender: Option<(String, PublicKey)>,
    /// A key that the host keeps.
    pub signer: Option<HostSigner>,
}

/// An app that stands. Dropping it takes it down with everything it listened to.
pub struct Mounted {
    session: Session,
    handle: UnmountHandle<Standing>,
    owner: Owner,
}

impl Mounted {
    /// Changes the language; nothing typed is lost.
    pub fn set_locale(&self, locale: Locale) {
        self.session.locale.set(locale);
    }

    /// The language that stands now.
    #[must_use]
    pub fn locale(&self) -> Locale {
        self.session.locale.get_untracked()
    }

    /// Everything typed so far.
    #[must_use]
    pub fn draft(&self) -> Draft {
        self.session.draft.get_untracked()
    }

    /// Lets it stand for as long as the page does.
    pub fn forget(self) {
        self.handle.forget();
        std::mem::forget(self.owner);
    }
}

/// Mounts the app into `root`.
#[must_use]
pub fn mount(root: &Root, options: MountOptions) -> Mounted {
    let MountOptions {
        locale,
        draft,
        owns_page,
        hooks,
        lender,
        signer,
    } = options;
    let owner = Owner::new();
    // The session is made first, under an owner that lives as long as the view does.
    let session = owner.with(|| {
        let kept = if owns_page { saving::kept() } else { None };
        Session::new(locale, kept.unwrap_or(draft), owns_page)
    });
    let handle = owner.with(|| {
        mount_to_renderer(root, move || {
            provide_context(session);
            // Made here and not before: it may look for a key, and nothing waits before the app is mounted.
            provide_context(Trust::new(lender.as_ref(), signer, hooks, owns_page));
            provide_context(hooks);
            app()
        })
    });
    Mounted {
        session,
        handle,
        owner,
    }
}

/// Mounts the app into the place that its own page keeps for it; does nothing on any other page.
pub fn own_page() {
    let Some(root) = browser::own_root() else {
        return;
    };
    browser::overlay::install();
    let options = MountOptions {
        locale: first_locale(),
        draft: Draft::default(),
        owns_page: true,
        hooks: Hooks::default(),
        lender: browser::deployment::lender(),
        signer: None,
    };
    mount(&root, options).forget();
}

/// The language to begin with on a page of ours: the one chosen here before, or the one that the browser asks for.
pub(super) fn first_locale() -> Locale {
    let spoken = if language::preferred().starts_with("zh") {
        Locale::Zh
    } else {
        Locale::En
    };
    saving::kept_locale().unwrap_or(spoken)
}

/// What a host is told about a text that cannot be used.
#[must_use]
pub fn given_problem(locale: Locale, error: &GivenError) -> String {
    // A full-width colon brings its own space.
    let named = |label: Label, name: &str| match locale {
        Locale::Zh => format!("{}{name}", label.text(locale)),
        Locale::En => format!("{} {name}", label.text(locale)),
    };
    match error {
        GivenError::NoSample(name) => named(Label::NoSuchSample, name),
        GivenError::Case(OpenError::Unreadable(error)) => field_problem(locale, error),
        GivenError::Case(OpenError::NoPack(id)) => named(Label::NoSuchPack, id),
        GivenError::Case(OpenError::Empty) => Label::NoCaseGiven.text(locale).to_owned(),
        GivenError::Draft => Label::NotADraft.text(locale).to_owned(),
    }
}
