import type { Finding } from '../../errors/agreementError.js';

/** A case of very many facts is told by its first ones. */
const longestValue = 1_000;

/** Collects what is doubtful; what was found is told in words, as it stands. @internal */
export class WarningList {
  readonly findings: Finding[] = [];

  add(path: string, code: string, value: string, expected: string, clause?: string): void {
    const shortened = value.length > longestValue ? `${value.slice(0, longestValue)}…` : value;
    this.findings.push({ path, code, value: shortened, expected, ...(clause !== undefined && { clause }) });
  }
}
