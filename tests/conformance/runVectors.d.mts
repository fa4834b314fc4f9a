export interface VectorFile {
  readonly vectors: readonly object[];
  readonly calendars: readonly object[];
}
export interface RunnerContext {
  readonly library: object;
  readonly agreements: object;
  readonly calendars: ReadonlyMap<string, object>;
  readonly kinds: Readonly<Record<string, unknown>>;
}
export function runVectors(file: VectorFile, context: RunnerContext): object[];
export function vectorsOf(json: unknown, name: string): VectorFile;
