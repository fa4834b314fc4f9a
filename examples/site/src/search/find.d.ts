/** A page that can be found. */
export interface Entry {
  readonly t: string;
  readonly k: 'api' | 'guide' | 'kind' | 'clause';
  readonly u: string;
  readonly x: string;
  readonly w?: string;
}
/** The best entries first. */
export function find(entries: readonly Entry[], query: string, most?: number): readonly Entry[];
