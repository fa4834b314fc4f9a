/** Many forgeries of the answers of the five agreements, counted by how they were made. */
import fc from 'fast-check';
import { attempt } from 'oferta';
import { type Agreement, decide, evaluate, withReadings } from 'oferta/agreement';
import { verify, verifyDecision } from 'oferta/verify';
import { agreementRules } from '../../src/verify/agreementRules.js';
import { anyFacts } from '../support/anyFacts.js';
import { exampleAgreement, exampleNames } from '../support/exampleAgreements.js';
import { type AnyResult, type Draw, type Forgery, fitted, isCalendars, leafChanged, leftOut } from './forge.js';

/** What came of the forgeries of one kind. */
interface Counted {
  forged: number;
  accepted: number;
}

/** The counts of a run. */
interface ForgeryRun {
  readonly genuine: Counted;
  /** By how they were made. */
  readonly kinds: Record<string, Counted>;
  /** What was accepted, with its number and an example. */
  readonly accepted: Record<string, { count: number; example: string }>;
}

/** Whole numbers drawn from a seed (mulberry32). */
export function drawFrom(seed: number): Draw {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** Each of the ways once for an answer. */
const ways = [leafChanged, leafChanged, leafChanged, leftOut, leftOut, fitted, fitted, fitted];

/** Forges the answers of every computation for `runs` random cases each, under the readings in force and under others. */
export function forgeryRun(runs: number, seed: number, part = ''): ForgeryRun {
  const run: ForgeryRun = { genuine: { forged: 0, accepted: 0 }, kinds: {}, accepted: {} };
  for (const name of exampleNames) {
    const agreement = exampleAgreement(name);
    const draw = drawFrom(seed);
    const cases = fc.sample(anyFacts(agreement), { numRuns: runs, seed });
    for (const [at, facts] of cases.entries()) {
      const under = at % 2 === 0 ? agreement : underOthers(agreement, draw);
      const tables = [...agreement.tables.keys()].map((question) => `table:${question}`);
      for (const address of [...agreement.computations.keys(), ...tables])
        if (`${name} ${address}`.includes(part)) forgeOne(run, { under, name, address, facts, draw });
    }
  }
  return run;
}

/** The agreement under options drawn for its readings. */
function underOthers(agreement: Agreement, draw: Draw): Agreement {
  const options = agreement.data.readings.map(({ id, options }) => {
    const names = Object.keys(options);
    return [id, names[draw(names.length)] as string] as const;
  });
  const under = attempt(() => withReadings(agreement, Object.fromEntries(options)));
  return under.ok ? under.value : agreement;
}

interface Case {
  readonly under: Agreement;
  readonly name: string;
  /** The address of a computation, or `table:` and a question. */
  readonly address: string;
  readonly facts: Record<string, unknown>;
  readonly draw: Draw;
}

function forgeOne(run: ForgeryRun, { under, name, address, facts, draw }: Case): void {
  const isTable = address.startsWith('table:');
  const check = isTable ? verifyDecision : verify;
  const asked = attempt(() =>
    isTable ? decide(under, address.slice('table:'.length), facts) : evaluate(under, address, facts),
  );
  if (!asked.ok) return;
  const result = JSON.parse(JSON.stringify(asked.value)) as AnyResult;
  const whole = JSON.stringify(result);
  const honest = check(under.data, facts, result);
  run.genuine.forged += 1;
  if (honest.ok) run.genuine.accepted += 1;
  else note(run, `genuine ${name} ${address}`, JSON.stringify([honest.findings, facts, result]));
  const { minimumWorkingDays } = agreementRules(under.data, under.computations.get(address)?.computation.counts);
  for (const way of ways) {
    const forgery: Forgery | undefined = way(result, draw, minimumWorkingDays);
    if (forgery === undefined || isCalendars(forgery, honest.taken) || JSON.stringify(forgery.forged) === whole)
      continue;
    run.kinds[forgery.how] ??= { forged: 0, accepted: 0 };
    const counted = run.kinds[forgery.how] as Counted;
    counted.forged += 1;
    if (!check(under.data, facts, forgery.forged).ok) continue;
    counted.accepted += 1;
    const what = forgery.where.replace(/steps\.\d+ ?/, '');
    const { where, forged } = forgery;
    note(run, `${forgery.how}: ${name} ${address} ${what}`, JSON.stringify({ where, result, forged, facts }));
  }
}

function note(run: ForgeryRun, what: string, example: string): void {
  run.accepted[what] ??= { count: 0, example };
  const noted = run.accepted[what] as { count: number };
  noted.count += 1;
}
