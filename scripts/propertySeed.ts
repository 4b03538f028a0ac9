import fc from 'fast-check';

/**
 * What property tests draw is the same in every run, so that a commit that passed passes again. `PROPERTY_SEED=2 npm run unit` draws
 * others; a test that fails names its seed.
 */
fc.configureGlobal({ seed: Number(process.env.PROPERTY_SEED ?? 1) });
