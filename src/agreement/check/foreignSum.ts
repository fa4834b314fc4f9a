import { distance } from '../language/finder.js';
import type { AgreementData } from '../model/agreement.js';

type PlainRecord = Readonly<Record<string, unknown>>;

/** Whether a record of the model is an amount. @internal */
export function isSum(record: PlainRecord): boolean {
  return typeof record['amount'] === 'string' && typeof record['currency'] === 'string';
}

/** An amount in a currency that no account has, as it is reported. @internal */
export function foreignSum(
  { currencies }: AgreementData,
  record: PlainRecord,
): { readonly value: string; readonly expected: string } | undefined {
  if (!isSum(record) || (currencies as readonly unknown[]).includes(record['currency'])) return undefined;
  return { value: `${record['amount']} ${record['currency']}`, expected: `an amount in ${currencies.join(' or ')}` };
}

/** A text that would be an amount if its currency were not misspelt: `"5.00 KZTT"`. @internal */
export function isMisspeltSum({ currencies }: AgreementData, literal: unknown): literal is string {
  const [, code] = (typeof literal === 'string' && /^-?\d+(?:\.\d+)? ([A-Za-z]{2,4})$/.exec(literal)) || [];
  return code !== undefined && currencies.some((currency) => distance(code.toUpperCase(), currency, 1) <= 1);
}
