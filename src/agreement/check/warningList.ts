import type { AgreementFinding } from './agreementFinding.js';

/** The maximum length of a case; longer ones are truncated. */
const longestValue = 1_000;

/** Collects warnings, in which the finding is described in words. @internal */
export class WarningList {
  readonly findings: Omit<AgreementFinding, 'severity'>[] = [];

  /** `parts` are the names, rows and cases that `value` puts into words. */
  add(
    path: string,
    code: string,
    value: string,
    expected: string,
    clause?: string,
    parts?: Readonly<Record<string, string>>,
  ): void {
    this.findings.push({
      path,
      code,
      value: shortened(value),
      expected,
      ...(clause !== undefined && { clause }),
      ...(parts !== undefined && {
        parts: Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, shortened(part)])),
      }),
    });
  }
}

function shortened(text: string): string {
  return text.length > longestValue ? `${text.slice(0, longestValue)}…` : text;
}
