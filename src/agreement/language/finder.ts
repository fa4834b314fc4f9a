import { type Finding, printValue } from '../../errors/agreementError.js';

/** The names and indices that lead to a place in the written agreement. */
export type Path = readonly (string | number)[];

/** A finding with its path as a list, to find line and column in the file. */
export interface PlacedFinding extends Finding {
  readonly place: Path;
}

/** The maximum number of findings of one document. */
const mostFindings = 10_000;

/** Collects findings while an agreement is compiled, so that one mistake does not hide others. */
export class Finder {
  readonly findings: PlacedFinding[] = [];

  /** Whether this value was reported at this place. */
  has(place: Path, value: string): boolean {
    const path = pathText(place);
    return this.findings.some((finding) => finding.path === path && finding.value === value);
  }

  /** Adds a finding, up to the maximum number; the value is shown as given. */
  add(place: Path, code: string, value: string, expected: string, clause?: string): undefined {
    if (this.findings.length >= mostFindings) return undefined;
    const path = pathText(place);
    this.findings.push({ place, path, code, value, expected, ...(clause !== undefined && { clause }) });
    return undefined;
  }
}

/** A value as shown in a finding. */
export function show(value: unknown): string {
  return printValue(value);
}

/** A path as text: identifiers after dots, other names in brackets: `clauses["6.10"].penalty.label`. */
export function pathText(place: Path): string {
  let text = '';
  for (const name of place) {
    if (typeof name === 'string' && /^[A-Za-z_][\w-]*\??$/.test(name)) text += text === '' ? name : `.${name}`;
    else text += `[${JSON.stringify(name)}]`;
  }
  return text;
}

/** The names of a list most similar to a misspelled one, at most three. */
export function nearest(name: string, known: readonly string[]): readonly string[] {
  const most = Math.max(2, Math.floor(name.length / 3));
  return known
    .map((word) => ({ word, distance: distance(name.toLowerCase(), word.toLowerCase(), most) }))
    .filter((candidate) => candidate.distance <= most)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map(({ word }) => word);
}

/** The names that could have been meant, as an error expects them: the most similar ones, or all if none is similar. */
export function oneOf(name: unknown, known: readonly string[]): string {
  const near = typeof name === 'string' ? nearest(name, known) : [];
  return `one of ${(near.length > 0 ? near : known).join(', ')}`;
}

/** The edit distance of two words; anything above `most` is returned as `most + 1`. */
export function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let previous = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const exchanged = (previous[column - 1] as number) + (a[row - 1] === b[column - 1] ? 0 : 1);
      current.push(Math.min(exchanged, (previous[column] as number) + 1, (current[column - 1] as number) + 1));
    }
    previous = current;
  }
  return previous[b.length] as number;
}
