import { type CurrencyCode, isCurrencyCode } from '../../money/currency.js';
import { type Money, moneyOfUnits } from '../../money/money.js';
import type { Answer, Kind } from '../kinds/kind.js';
import type { ComputationAddress, Source } from '../model/agreement.js';
import type { Agreement, PlacedComputation } from '../model/definedAgreement.js';
import { shapeAt } from '../model/shapeAt.js';
import { Faults, type Held, readValue, type ValueShape } from '../model/value.js';
import { computationAddress } from './computationAddress.js';
import { type FactLookup, Session } from './session.js';

/** What a run over columns asks of its agreement. It is handed out by the agreement, so that `oferta/batch` loads none of this code. @internal */
export interface RowCases {
  /** The address of a computation from itself or from the number of its clause; refused where there is none. */
  addressOf(ref: string): ComputationAddress;
  /** The answer of one case. Throws what `evaluate` throws. */
  answer(address: ComputationAddress, facts: FactLookup): Answer;
  /** What a source gives in one case; undefined where it was left out. */
  valueOf(source: Source, wanted: ValueShape | undefined, facts: FactLookup): Held | undefined;
  /** A fact that is the same in all cases, read once; what is wrong with it goes to `faults`. */
  read(name: string, given: unknown, faults: Faults): Held | undefined;
  /** A new list of findings. */
  faults(): Faults;
  /** The kind of a computation. */
  kindOf(placed: PlacedComputation): Kind;
  /** The shape of an argument by its path. */
  shapeOf(kind: Kind, path: string): ValueShape | undefined;
  /** A sum of minor units that are a safe integer. */
  sum(units: number, currency: CurrencyCode): Money;
  isCurrency(code: unknown): code is CurrencyCode;
}

/** What a run over columns asks of an agreement. @internal */
export function rowCases(agreement: Agreement): RowCases {
  return {
    addressOf: (ref) => computationAddress(agreement, ref),
    answer: (address, facts) => new Session(agreement, facts).evaluate(address).answer,
    valueOf: (source, wanted, facts) => new Session(agreement, facts).valueOf(source, wanted),
    read: (name, given, faults) => readValue(agreement.data.facts[name] as ValueShape, given, name, faults),
    faults: () => new Faults(),
    kindOf: ({ computation }) => agreement.kindOf(computation),
    shapeOf: (kind, path) => shapeAt(kind.takes, path),
    sum: moneyOfUnits,
    isCurrency: isCurrencyCode,
  };
}
