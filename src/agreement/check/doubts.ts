import type { AgreementFinding } from './checkAgreement.js';

/** A doubt before it is known how sure it is. */
type Doubt = Omit<AgreementFinding, 'severity'>;

/** A case of very many facts is told by its first ones. */
const longestValue = 1_000;

/** Collects what is doubtful; what was found is told in words, as it stands. @internal */
export class Doubts {
  readonly findings: Doubt[] = [];

  /** `parts` are the names, rows and cases that the value puts into a sentence. */
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
      value: cut(value),
      expected,
      ...(clause !== undefined && { clause }),
      ...(parts !== undefined && {
        parts: Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, cut(part)])),
      }),
    });
  }
}

function cut(text: string): string {
  return text.length > longestValue ? `${text.slice(0, longestValue)}…` : text;
}
