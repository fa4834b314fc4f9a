import { attempt } from '../../errors/attempt.js';
import { type CountingRules, requireRules } from '../../time/countingRules.js';
import type { ErrorList } from './value.js';

/** The first missing or unknown option in custom rules. @internal */
export function rulesErrors(rules: Record<string, unknown>, path: string, errors: ErrorList): void {
  const read = attempt(() => requireRules(rules as unknown as CountingRules, path));
  if (read.ok) return;
  const { field, expected } = read.error.details;
  errors.add(field, read.error.code, rules[field.slice(path.length + 1)], expected);
}
