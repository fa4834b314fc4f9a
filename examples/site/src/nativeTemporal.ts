/** Replaces temporal-polyfill in the build for browsers with a native Temporal. */
export const Temporal = (globalThis as unknown as { readonly Temporal: typeof import('temporal-polyfill').Temporal })
  .Temporal;
