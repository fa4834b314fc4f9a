/** What stands for temporal-polyfill in the build for browsers that have Temporal of their own. */
export const Temporal = (globalThis as unknown as { readonly Temporal: typeof import('temporal-polyfill').Temporal })
  .Temporal;
