import fc from "fast-check";

/** fast-check that draws the same at each `npm test`; `FUZZ_SEED=7 npm test` draws elsewhere. */
fc.configureGlobal({ seed: Number(process.env["FUZZ_SEED"] ?? 20_261_121) });

export { fc };
