import type { Agreement } from 'oferta/agreement';

/** What the page can ask of an agreement: a computation by its address, or a table as `table:` and its question. */
export type Ask = string;

/** Everything a question can lead to: facts in the order in which they are found, computations, and tables and computations by the names that readings use. */
export interface Reach {
  readonly facts: readonly string[];
  readonly computations: readonly string[];
}

/** Facts and computations that an answer can depend on under the readings in force: every source is followed, for any case. */
export function reachOf(agreement: Agreement, asks: readonly Ask[]): Reach {
  const facts = new Set<string>();
  const computations = new Set<string>();
  const follow = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return;
    if (Array.isArray(part)) {
      for (const entry of part) follow(entry);
      return;
    }
    const { fact, result } = part as { readonly fact?: unknown; readonly result?: unknown };
    if (typeof fact === 'string') facts.add(fact);
    if (typeof result === 'string') come(result);
    for (const entry of Object.values(part)) follow(entry);
  };
  const come = (address: string): void => {
    if (computations.has(address)) return;
    const placed = agreement.computations.get(address);
    if (placed === undefined) return;
    computations.add(address);
    follow(placed.computation.from);
  };
  for (const ask of asks) {
    if (ask.startsWith('table:')) follow(agreement.tables.get(ask.slice('table:'.length))?.rows);
    else come(ask);
  }
  return { facts: [...facts], computations: [...computations] };
}
