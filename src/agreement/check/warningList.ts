import type { Finding } from '../../errors/agreementError.js';

/** The maximum length of a case; longer ones are truncated. */
const longestValue = 1_000;

/** Collects warnings, in which the finding is described in words. @internal */
export class WarningList {
  readonly findings: Finding[] = [];

  add(path: string, code: string, value: string, expected: string, clause?: string): void {
    const shortened = value.length > longestValue ? `${value.slice(0, longestValue)}…` : value;
    this.findings.push({ path, code, value: shortened, expected, ...(clause !== undefined && { clause }) });
  }
}
