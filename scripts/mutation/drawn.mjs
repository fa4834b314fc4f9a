import { createHash } from 'node:crypto';

/**
 * Whether a mutant belongs to the part of a family that `--share` asks for: the same part for the same seed.
 *
 * @param {{ mutatorName: string, replacement?: string, location: { start: { line: number, column: number } } }} mutant  lines and
 *   columns counted from 0
 * @param {string | number} share
 * @param {string} seed
 */
export function isDrawn({ mutatorName, replacement = '', location }, share, seed) {
  const { line, column } = location.start;
  const hash = createHash('sha256').update([seed, mutatorName, replacement, line, column].join(' ')).digest();
  return hash.readUInt32BE(0) / 2 ** 32 < Number(share);
}
