import type { Temporal as Implementation } from 'temporal-polyfill';

const { Temporal: native } = globalThis as { readonly Temporal?: typeof Implementation };
// A wrong build, not a wrong agreement: so no AgreementError, and at once, not at the first day asked for.
if (native === undefined)
  throw new Error(
    'oferta was resolved with the import condition "native-temporal", but this engine has no global Temporal. ' +
      'Leave the condition out, and temporal-polyfill takes its place.',
  );

/** What `#temporal` is under the import condition `native-temporal`: the engine's own Temporal. */
export const Temporal: typeof Implementation = native;
