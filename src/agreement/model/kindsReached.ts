import { isRecord } from '../language/isRecord.js';
import type { AgreementData } from './agreement.js';
import { eachRecord } from './recordsIn.js';
import type { ComputationAddress } from './source.js';

/** The code that questions can come to. @internal */
export interface Reached {
  readonly kinds: ReadonlySet<string>;
  /** Whether a formula is among it. */
  readonly hasFormulas: boolean;
}

/**
 * The kinds of all computations, or of those that the asked computations and tables (`table:<question>`) can come to, under whatever option of
 * every reading: an option may give a computation another kind, and other sources.
 *
 * @internal
 */
export function kindsReached(
  { clauses, tables, readings }: AgreementData,
  asks: readonly string[] | undefined,
  /** The option of each reading that counts; every one if it is absent. */
  chosen?: Readonly<Record<string, string>>,
): Reached {
  // A part of the agreement as written, and whatever an option makes of it.
  const parts = new Map<string, unknown[]>();
  for (const { ref, computes = [] } of clauses)
    for (const computation of computes) parts.set(`${ref}/${computation.id}`, [computation]);
  for (const { question, rows } of tables) parts.set(`table:${question}`, [rows]);
  for (const { id, options } of readings)
    for (const [option, { patch }] of Object.entries(options)) {
      if (chosen !== undefined && chosen[id] !== option) continue;
      for (const [target, change] of Object.entries(patch)) parts.get(target.replace(/#.*$/, ''))?.push(change);
    }

  const kinds = new Set<string>();
  const met = new Set<string>();
  // Postings can have formulas too; whoever names no questions can replay an account.
  let hasFormulas = asks === undefined;
  const meet = (name: ComputationAddress | string): void => {
    const written = parts.get(name);
    if (written === undefined || met.has(name)) return;
    met.add(name);
    for (const part of written) {
      if (isRecord(part) && typeof part['kind'] === 'string' && !name.startsWith('table:')) kinds.add(part['kind']);
      eachRecord(part, ({ compute, result }) => {
        if (compute !== undefined) hasFormulas = true;
        if (typeof result === 'string') meet(result);
      });
    }
  };
  for (const name of asks ?? parts.keys()) meet(name);
  return { kinds, hasFormulas };
}
