/** An agreement under each option of each of its readings, one at a time. */
import type { AgreementData } from '../model/agreement.js';
import type { Agreement } from '../model/definedAgreement.js';
import { withReadings } from '../model/withReadings.js';

/** The agreement as one position has it. @internal */
export interface Position {
  /** Path of the option; empty for the options in force. */
  readonly path: string;
  readonly reading: string;
  readonly option: string;
  /** The agreement with the patches done. */
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

/** What lies at a path of keys and positions. @internal */
export function valueAt(value: unknown, path: string): unknown {
  let at = value;
  for (const name of path.split('.')) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, name)) return undefined;
    at = (at as Record<string, unknown>)[name];
  }
  return at;
}
