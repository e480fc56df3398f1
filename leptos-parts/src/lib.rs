//! The parts of Leptos that screens are made of, under the names that Leptos gives them. The whole of it brings its
//! servers along, whose streams every page would export (`docs/decisions.md`). Nothing is added here, so that the way
//! back is one line of `Cargo.toml`.

pub use leptos_dom;
pub use tachys;
pub use tachys::html::element as html;
pub use tachys::html::event as ev;

/// Signals, effects, owners, and the traits that nodes are built by.
pub mod prelude {
    pub use leptos_dom::helpers::*;
    pub use reactive_graph::callback::*;
    pub use reactive_graph::computed::*;
    pub use reactive_graph::effect::*;
    pub use reactive_graph::graph::untrack;
    pub use reactive_graph::owner::*;
    pub use reactive_graph::prelude::*;
    pub use reactive_graph::signal::*;
    pub use reactive_graph::wrappers::read::*;
    pub use tachys::prelude::*;
    pub use tachys::reactive_graph::node_ref::*;
}

/// Work that waits for the browser.
pub mod task {
    use std::future::Future;

    use any_spawner::Executor;
    use reactive_graph::computed::ScopedFuture;

    /// Runs a future under the owner that stands now.
    pub fn spawn_local(work: impl Future<Output = ()> + 'static) {
        Executor::spawn_local(ScopedFuture::new(work));
    }

    /// Waits until what was to be done soon is done.
    pub async fn tick() {
        Executor::tick().await;
    }
}

/// Views that stand in the document.
pub mod mount {
    use any_spawner::Executor;
    use reactive_graph::owner::Owner;
    use tachys::renderer::types::Element;
    use tachys::view::{Mountable, Render};

    /// A view that stands. Dropping it takes it down with everything that it owns.
    #[must_use = "a view that nobody holds is taken down at once"]
    pub struct UnmountHandle<M: Mountable> {
        #[expect(dead_code, reason = "held to keep what the view owns")]
        owner: Owner,
        standing: M,
    }

    impl<M: Mountable> UnmountHandle<M> {
        /// Lets it stand for as long as the page does.
        pub fn forget(self) {
            std::mem::forget(self);
        }
    }

    impl<M: Mountable> Drop for UnmountHandle<M> {
        fn drop(&mut self) {
            self.standing.unmount();
        }
    }

    /// Builds a view under an owner of its own and lets it stand in an element.
    pub fn mount_to_renderer<N: Render>(
        parent: &Element,
        make: impl FnOnce() -> N,
    ) -> UnmountHandle<N::State> {
        // An app that was mounted before has started it already.
        let _ = Executor::init_wasm_bindgen();
        let owner = Owner::new();
        let standing = owner.with(|| {
            let mut standing = make().build();
            standing.mount(parent, None);
            standing
        });
        UnmountHandle { owner, standing }
    }
}
