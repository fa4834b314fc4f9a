import { type CurrencyCode, isCurrencyCode } from '../../money/currency.js';
import { type Money, moneyOfUnits } from '../../money/money.js';
import type { Answer, Kind } from '../kinds/kind.js';
import type { Agreement, PlacedComputation } from '../model/definedAgreement.js';
import { shapeAt } from '../model/shapeAt.js';
import type { ComputationAddress, Source } from '../model/source.js';
import { ErrorList, type ParsedValue, readValue, type ValueShape } from '../model/value.js';
import { computationAddress } from './computationAddress.js';
import { type FactLookup, Session } from './session.js';

/**
 * The operations of an agreement needed by a run over columns. The agreement provides them, so that `oferta/batch` does
 * not load this code. @internal
 */
export interface RowCases {
  /** Resolves the address of a computation, or the number of its clause, to an address; throws if there is none. */
  addressOf(ref: string): ComputationAddress;
  /** The answer of one case. Throws whatever `evaluate` throws. */
  answer(address: ComputationAddress, facts: FactLookup): Answer;
  /** The value of a source in one case; undefined if it was left out. */
  valueOf(source: Source, wanted: ValueShape | undefined, facts: FactLookup): ParsedValue | undefined;
  /** Parses a fact that is the same in all cases; problems are added to `errors`. */
  read(name: string, given: unknown, errors: ErrorList): ParsedValue | undefined;
  /** A new list of findings. */
  errors(): ErrorList;
  /** The kind of a computation. */
  kindOf(placed: PlacedComputation): Kind;
  /** The shape of an argument by its path. */
  shapeOf(kind: Kind, path: string): ValueShape | undefined;
  /** An amount of minor units that are a safe integer. */
  sum(units: number, currency: CurrencyCode): Money;
  isCurrency(code: unknown): code is CurrencyCode;
}

/** The operations of an agreement needed by a run over columns. @internal */
export function rowCases(agreement: Agreement): RowCases {
  return {
    addressOf: (ref) => computationAddress(agreement, ref),
    answer: (address, facts) => new Session(agreement, facts).evaluate(address).answer,
    valueOf: (source, wanted, facts) => new Session(agreement, facts).valueOf(source, wanted),
    read: (name, given, errors) => readValue(agreement.data.facts[name] as ValueShape, given, name, errors),
    errors: () => new ErrorList(),
    kindOf: ({ computation }) => agreement.kindOf(computation),
    shapeOf: (kind, path) => shapeAt(kind.takes, path),
    sum: moneyOfUnits,
    isCurrency: isCurrencyCode,
  };
}
