//! The engine as a WebAssembly module of its own (`xtask/bench/in_wasm.rs`), built for Node and for a browser.

use crate::{
    run::{Failure, cargo, must},
    tools::Tools,
};

const BUILD: &str = "build --locked --profile native --target wasm32-unknown-unknown --no-default-features \
    --features engine-module --example in_wasm";
const BUILT: &str = "target/wasm32-unknown-unknown/native/examples/in_wasm.wasm";
/// Where the modules for Node and for a browser are, below the checkout.
pub const NODE: &str = "target/xtask/in_wasm/node";
pub const WEB: &str = "target/xtask/in_wasm/web";

/// Builds both.
pub fn built(tools: &Tools) -> Result<(), Failure> {
    must(
        &mut cargo(BUILD),
        "the engine could not be built for WebAssembly",
    )?;
    for (target, folder) in [("nodejs", NODE), ("web", WEB)] {
        let mut bind = tools.program("wasm-bindgen");
        bind.args([
            "--target",
            target,
            "--no-typescript",
            "--out-dir",
            folder,
            BUILT,
        ]);
        must(&mut bind, "wasm-bindgen could not join the engine's module")?;
        // As the app is: what runs here is what a release would run, but for speed.
        let module = format!("{folder}/in_wasm_bg.wasm");
        let mut optimise = tools.program("wasm-opt");
        optimise.args(["-O3", "--all-features", "-o", &module, &module]);
        must(
            &mut optimise,
            "wasm-opt could not shrink the engine's module",
        )?;
    }
    Ok(())
}
