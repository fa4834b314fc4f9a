import type { Finding } from '../../errors/agreementError.js';

/** Collects what is doubtful; what was found is told in words, as it stands. @internal */
export class Doubts {
  readonly findings: Finding[] = [];

  add(path: string, code: string, value: string, expected: string, clause?: string): void {
    this.findings.push({ path, code, value, expected, ...(clause !== undefined && { clause }) });
  }
}
