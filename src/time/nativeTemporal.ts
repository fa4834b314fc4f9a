import type { Temporal as Implementation } from 'temporal-polyfill';

const { Temporal: native } = globalThis as { readonly Temporal?: typeof Implementation };
// The build is wrong, not the agreement: so not an AgreementError, and on import rather than on first use.
if (native === undefined)
  throw new Error(
    'oferta was resolved with the import condition "native-temporal", but this engine has no global Temporal. ' +
      'Leave the condition out, and temporal-polyfill takes its place.',
  );

/** `#temporal` under the import condition `native-temporal`: the engine's own Temporal. */
export const Temporal: typeof Implementation = native;
