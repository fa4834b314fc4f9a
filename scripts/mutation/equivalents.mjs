import { existsSync } from 'node:fs';

/**
 * Changes of the sources that no test can notice, because the answer stays the same: `npm run mutation` does not count them. By file of a family,
 * in `equivalents/FAMILY.mjs`: `code` is the line they are in, trimmed; `becomes` what Stryker makes of the part it changes, one or several; without
 * `becomes`, every change of that line.
 *
 * @typedef {Record<string, readonly { code: string, becomes?: string | readonly string[], because: string }[]>} Equivalents
 */

/**
 * @param {string} family
 * @returns {Promise<Equivalents>}
 */
export async function equivalentsOf(family) {
  const file = new URL(`equivalents/${family}.mjs`, import.meta.url);
  return existsSync(file) ? (await import(file.href)).equivalents : {};
}
