import { backwardRollOf } from '../../time/countingRules.js';
import type { AgreementData, Computation } from '../model/agreement.js';
import { type Agreement, rulesOf } from '../model/definedAgreement.js';
import { recordsIn } from '../model/recordsIn.js';
import type { ClauseNumber } from '../model/source.js';
import { compareFractions, fractionOf } from '../steps/exact.js';
import { foreignSum, isMisspeltSum, isSum } from './foreignSum.js';
import { positionsOf, valueAt } from './positions.js';
import type { WarningList } from './warningList.js';

/**
 * Unused terms, caps that never bind, shortened notices, limits without their calendar, amounts in two currencies.
 * @internal
 */
export function computationWarnings(agreement: Agreement, warnings: WarningList): void {
  const known = new Set<string>();
  for (const { path: position, reading, option, data } of positionsOf(agreement)) {
    const under = position === '' ? '' : `, under ${reading} = ${option}`;
    data.clauses.forEach(({ ref, computes = [] }, clause) => {
      computes.forEach((computation, at) => {
        const found = new Found(data, ref, computation, `clauses.${clause}.computes.${at}`);
        for (const warning of warningsOf(found)) {
          // Do not repeat a warning for every reading.
          const key = `${warning.path} ${warning.code} ${warning.value}`;
          if (known.has(key)) continue;
          known.add(key);
          warnings.add(warning.path, warning.code, `${warning.value}${under}`, warning.expected, ref, warning.parts);
        }
      });
    });
  }
}

/** Reports an amount in a row or a posting in a currency that no account has. @internal */
export function thresholdWarnings({ data }: Agreement, warnings: WarningList): void {
  const look = (part: unknown, path: string, clause: string | undefined): void => {
    for (const [record, place] of recordsIn(part, path)) {
      const found = foreignSum(data, record);
      if (found !== undefined) warnings.add(place, 'currency-mixed', found.value, found.expected, clause);
      if (isMisspeltSum(data, record['literal']))
        warnings.add(
          place,
          'currency-unknown',
          record['literal'],
          `an amount in ${data.currencies.join(' or ')}`,
          clause,
        );
    }
  };
  data.tables.forEach(({ rows }, table) => {
    rows.forEach(({ when, outcome, clauses }, row) => {
      look(when, `tables.${table}.rows.${row}.when`, clauses[0]);
      look(outcome, `tables.${table}.rows.${row}.outcome`, clauses[0]);
    });
  });
  data.postings.forEach((posting, at) => {
    look(posting, `postings.${at}`, undefined);
  });
}

class Found {
  readonly data: AgreementData;
  readonly clause: ClauseNumber;
  readonly computation: Computation;
  readonly path: string;

  constructor(data: AgreementData, clause: ClauseNumber, computation: Computation, path: string) {
    this.data = data;
    this.clause = clause;
    this.computation = computation;
    this.path = path;
  }
}

interface Warning {
  readonly path: string;
  readonly code: string;
  readonly value: string;
  readonly expected: string;
  readonly parts?: Readonly<Record<string, string>>;
}

function warningsOf(found: Found): Warning[] {
  return [
    ...unreadTerms(found),
    ...idleCaps(found),
    ...shortenedNotices(found),
    ...missingCalendars(found),
    ...mixedCurrencies(found),
  ];
}

/** A term at a place where a source supplies another value. */
function unreadTerms({ computation, path }: Found): Warning[] {
  const { terms = {}, from = {} } = computation;
  return Object.entries(from).flatMap(([argument, source]) => {
    const term = valueAt(terms, argument);
    if (term === undefined) return [];
    const value = `${JSON.stringify(term)}, while every case takes ${argument} from ${JSON.stringify(source)}`;
    return [
      {
        path: `${path}.terms.${argument}`,
        code: 'term-unread',
        value,
        expected: 'the term or the source, not both',
        parts: { term: JSON.stringify(term), argument },
      },
    ];
  });
}

function idleCaps(found: Found): Warning[] {
  if (found.computation.kind === 'latePaymentPenalty') return idlePenaltyCap(found);
  return found.computation.kind === 'limitLiability' ? idleLiabilityCaps(found) : [];
}

/** A penalty whose rates are all zero never reaches its cap. */
function idlePenaltyCap({ computation, path }: Found): Warning[] {
  const rates = valueAt(computation, 'terms.rates');
  const isZero = (rate: unknown): boolean => {
    const written = valueAt(rate, 'dailyRate');
    return typeof written === 'string' && fractionOf({ type: 'rate', value: written }).n === 0n;
  };
  const capped =
    valueAt(computation, 'terms.cap') !== undefined ||
    Object.keys(computation.from ?? {}).some((argument) => /^cap\b/.test(argument));
  if (!capped || !Array.isArray(rates) || !rates.every(isZero)) return [];
  const value = 'the penalty is 0 however long the delay';
  return [{ path: `${path}.terms.cap`, code: 'cap-idle', value, expected: 'a cap that a delay can reach' }];
}

/**
 * Of two caps with the same base and the same used amount, the one with the higher rate never binds; of two equal ones
 * the second never does.
 */
function idleLiabilityCaps({ computation, path }: Found): Warning[] {
  const caps = valueAt(computation, 'terms.caps');
  if (!Array.isArray(caps)) return [];
  const given = (at: number, name: string): string =>
    JSON.stringify(computation.from?.[`caps.${at}.${name}`] ?? valueAt(caps[at], name) ?? null);
  const rateOf = (at: number): string | undefined => {
    const rate = computation.from?.[`caps.${at}.rate`] === undefined ? valueAt(caps[at], 'rate') : undefined;
    return typeof rate === 'string' ? rate : undefined;
  };
  return caps.flatMap((_, at) => {
    const own = rateOf(at);
    const tighter = caps.findIndex((_other, other) => {
      const rate = rateOf(other);
      if (other === at || own === undefined || rate === undefined) return false;
      if (given(at, 'base') !== given(other, 'base') || given(at, 'used') !== given(other, 'used')) return false;
      const order = compareFractions(
        fractionOf({ type: 'rate', value: rate }),
        fractionOf({ type: 'rate', value: own }),
      );
      return order < 0 || (order === 0 && other < at);
    });
    if (tighter < 0) return [];
    const value = `${own}, while cap ${tighter} with ${rateOf(tighter)} of the same base always binds first`;
    return [{ path: `${path}.terms.caps.${at}`, code: 'cap-idle', value, expected: 'a cap that a loss can reach' }];
  });
}

/** The argument with the limit, for kinds that count backwards. */
const noticeLimits = new Map([
  ['latestDayBefore', 'limit'],
  ['renewal', 'noticeLimit'],
]);

/** A notice day that can move forwards, or that is itself counted: then less than the limit lies before the target. */
function shortenedNotices({ data, computation, path }: Found): Warning[] {
  const limit = noticeLimits.get(computation.kind);
  if (limit === undefined) return [];
  const { counts } = computation;
  const { acts, states } = data.countingRules;
  const rules = rulesOf(counts === 'act' ? acts : counts === 'state' || counts === undefined ? states : counts);
  const roll = backwardRollOf(rules, 'rules');
  const length = valueAt(computation.terms, limit);
  const unit = valueAt(length, 'unit');
  // Counting working days always ends on one, which does not roll.
  const moves = roll !== 'none' && roll !== 'preceding' && (!inWorkingDays(unit) || valueAt(length, 'count') === 0);
  const shortened = (value: string, expected: string): Warning => ({
    path: `${path}.counts`,
    code: 'notice-shortened',
    value,
    expected,
  });
  return [
    ...(moves
      ? [
          shortened(
            `a notice day that is a day off rolls forwards (${roll}), which leaves less than the limit`,
            'backwardRoll none or preceding',
          ),
        ]
      : []),
    ...(rules.countTriggerDay
      ? [shortened('the day of the notice counts, so the notice may come a day later', 'countTriggerDay false')]
      : []),
  ];
}

function inWorkingDays(unit: unknown): boolean {
  return unit === 'workingDays' || unit === 'bankingDays';
}

/** Banking days need a calendar, which the agreement does not name. */
function missingCalendars({ data, computation, path }: Found): Warning[] {
  if (data.calendars.banking !== undefined) return [];
  return [...recordsIn({ terms: computation.terms, from: computation.from }, path)].flatMap(([record, place]) =>
    record['unit'] === 'bankingDays'
      ? [
          {
            path: place,
            code: 'calendar-missing',
            value: `${record['count']} bankingDays from any day`,
            expected: 'the id of their calendar in calendars.banking',
          },
        ]
      : [],
  );
}

/** An amount in a currency that no account has, or amounts in two currencies in one computation. */
function mixedCurrencies({ data, computation, path }: Found): Warning[] {
  const sums = [...recordsIn({ terms: computation.terms, from: computation.from }, path)].filter(([record]) =>
    isSum(record),
  );
  const [first] = sums;
  return sums.flatMap(([record, place]) => {
    const foreign = foreignSum(data, record);
    if (foreign !== undefined) return [{ path: place, code: 'currency-mixed', ...foreign }];
    const { amount, currency } = record;
    const other = first?.[0]['currency'];
    if (currency === other) return [];
    const value = `${amount} ${currency} beside ${first?.[0]['amount']} ${other}`;
    return [
      {
        path: place,
        code: 'currency-mixed',
        value,
        expected: `an amount in ${other}, as in the rest of the computation`,
      },
    ];
  });
}
