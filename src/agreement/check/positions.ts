/** An agreement under each option of each of its readings, one at a time. */
import type { AgreementData } from '../model/agreement.js';
import type { Agreement } from '../model/definedAgreement.js';
import { withReadings } from '../model/withReadings.js';

/** The agreement under one option. @internal */
export interface Position {
  /** The path of the option; empty for the options in force. */
  readonly path: string;
  readonly reading: string;
  readonly option: string;
  /** The agreement with the patches applied. */
  readonly data: AgreementData;
}

/** The options in force first, then every option of every reading. @internal */
export function positionsOf(agreement: Agreement): readonly Position[] {
  const options = agreement.data.readings.flatMap(({ id, options }, at) =>
    Object.keys(options).map((option) => ({
      path: `readings.${at}.options.${option}`,
      reading: id,
      option,
      data: withReadings(agreement, { [id]: option }).applied(),
    })),
  );
  return [{ path: '', reading: '', option: '', data: agreement.applied() }, ...options];
}

/** The value at a path of keys and indices. @internal */
export function valueAt(value: unknown, path: string): unknown {
  let at = value;
  for (const name of path.split('.')) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, name)) return undefined;
    at = (at as Record<string, unknown>)[name];
  }
  return at;
}
