/**
 * The measurements. All contenders of a work run in turn, round after round, in one process; what counts is the CPU
 * time of the process and the ratio of a contender to the limit in the same round, so that a loaded machine slows down
 * both sides alike.
 */
import process from 'node:process';

/**
 * A contender performs one operation on the case at an index and returns its result; `answer` converts the result to
 * the integer that all contenders must agree on. A contender whose operation returns that number itself has no
 * `answer`.
 *
 * @typedef {object} Contender
 * @property {string} name
 * @property {'limit' | 'kernel' | 'oferta' | 'part' | 'peer'} group `part` reads a further part of an answer, without an answer of its own.
 * @property {(at: number) => unknown} operation
 * @property {(result: any) => number} [answer]
 * @property {boolean} [apart] Measured in another process, next to the limit and the peers: a program passes days in one form, and V8 is
 *   faster if it has seen only one.
 * @property {boolean} [awaits] Its operation returns a promise, which is awaited before the next one.
 * @property {number} [unit] The number of answers per operation, and
 * @property {Float64Array} [expected] the answers, if they are not those of the work.
 *
 * @typedef {object} Work
 * @property {string} id
 * @property {string} title
 * @property {string} does What one operation does, in words.
 * @property {Float64Array} expected The answer of each case, from arithmetic that shares nothing with any contender.
 * @property {Contender[]} contenders The first is the limit.
 * @property {{ kernel: string, columns: ArrayLike<number>[], expected?: number }} [c] The same loop in C, the columns it reads, and the sum of
 *   its answers if it is not that of `expected`.
 * @property {number} [unit] The number of answers per operation; 1 unless it is a run over rows.
 */

/** Milliseconds of CPU time in one slice of a round. */
const slice = 12;
/** The minimum number of operations of a slice, for contenders that need milliseconds for one. */
const fewest = 3;

/** Measures a work. @param {Work} work */
export async function measure(work, { rounds, runC, bytes, apart }) {
  const runs = (contender) =>
    (contender.apart ?? false) === apart || contender.group === 'limit' || (apart && contender.group === 'peer');
  const runners = [];
  for (const contender of work.contenders.filter(runs)) {
    const { unit = work.unit ?? 1, expected = work.expected } = contender;
    const repeat = loopOf(contender, expected.length);
    const checked = contender.group === 'part' ? undefined : await check(contender, expected);
    runners.push({
      contender,
      repeat,
      checked,
      unit,
      size: expected.length,
      count: await warmUp(repeat),
      from: 0,
      perRound: [],
      bytes: undefined,
    });
  }
  const [limit, ...others] = runners;
  const c = runC === undefined || work.c === undefined ? undefined : { perRound: [], checked: undefined };
  const middle = Math.floor(others.length / 2);
  for (let round = 0; round < rounds; round += 1) {
    // The limit is the least of three slices, so that ratios to it are not flattering.
    let least = await timed(limit);
    for (const [at, runner] of others.entries()) {
      if (at === middle) least = Math.min(least, await timed(limit));
      runner.perRound.push((await timed(runner)) / runner.unit);
    }
    limit.perRound.push(Math.min(least, await timed(limit)) / limit.unit);
    if (c === undefined) continue;
    const outcome = round % 2 === 0 ? runC(work) : undefined;
    c.perRound.push(outcome === undefined ? Number.NaN : outcome.ns);
    if (outcome !== undefined)
      c.checked = { cases: 1, wrong: outcome.sum === (work.c.expected ?? sumOf(work.expected)) ? 0 : 1 };
  }
  if (bytes) for (const runner of runners) runner.bytes = (await bytesOf(runner)) / runner.unit;
  const rows = runners.map(({ contender, perRound, checked, bytes }) => ({
    name: contender.name,
    group: contender.group,
    apart: contender.apart === true,
    ...spread(perRound, limit.perRound),
    ...checked,
    bytes,
    perRound,
  }));
  if (c !== undefined)
    rows.splice(1, 0, {
      name: 'C',
      group: 'limit',
      apart: false,
      ...spread(c.perRound, limit.perRound),
      ...c.checked,
      perRound: c.perRound,
    });
  return {
    id: work.id,
    title: work.title,
    does: work.does,
    rows,
    splits: work.contenders.some((contender) => contender.apart),
  };
}

/**
 * Median and quartiles of the ratios of two contenders in the rounds in which both ran; and the median of the first, in
 * nanoseconds.
 */
export function spread(perRound, basePerRound) {
  const ratios = perRound.map((ns, round) => ns / basePerRound[round]).filter((ratio) => !Number.isNaN(ratio));
  const times = perRound.filter((ns) => !Number.isNaN(ns));
  return {
    ns: quantile(times, 0.5),
    median: quantile(ratios, 0.5),
    lower: quantile(ratios, 0.25),
    upper: quantile(ratios, 0.75),
  };
}

function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const below = sorted[Math.floor(at)];
  return below + (sorted[Math.ceil(at)] - below) * (at - Math.floor(at));
}

const kept = { result: undefined };

/**
 * A separate loop for each contender, compiled from its own source text, because V8 collects type feedback by source
 * position: in a shared loop no operation could be inlined. Numbers are added up; of objects the last one is kept, so
 * that none of the allocations can be eliminated.
 */
function loopOf({ name, operation, answer, group, awaits = false }, size) {
  const adds = answer === undefined && group !== 'part';
  const source = `// ${name}
    return ${awaits ? 'async ' : ''}function repeat(from, count) {
      let ${adds ? 'sum = 0' : 'last'};
      for (let left = count, at = from; left > 0; at = 0) {
        const end = Math.min(size, at + left);
        left -= end - at;
        for (; at < end; at += 1) ${adds ? 'sum += ' : 'last = '}${awaits ? 'await ' : ''}operation(at);
      }
      kept.result = ${adds ? 'sum' : 'last'};
    };`;
  return new Function('operation', 'size', 'kept', source)(operation, size, kept);
}

/**
 * The result of a factory with its own code: the source text of the factory is compiled again, so that two contenders
 * that share it do not share type feedback. The factory may only use its arguments.
 */
export function own(factory, ...args) {
  copies += 1;
  return new Function(`// copy ${copies}\nreturn (${factory});`)()(...args);
}
let copies = 0;

/**
 * A copy of the inputs for one contender: a library that uses a string as a key leaves it in a representation that is
 * slower to read for all others.
 */
export const fresh = structuredClone;

/** Compares the answers of a contender with the expected ones; for a slow contender for a fifth of a second. */
async function check({ operation, answer }, expected) {
  const until = process.hrtime.bigint() + 200_000_000n;
  let wrong = 0;
  let cases = 0;
  for (; cases < expected.length; cases += 1) {
    if (cases >= 24 && process.hrtime.bigint() > until) break;
    // Spread over all cases, however many there is time for; 1237 has no common divisor with a power of two.
    const at = (cases * 1237) % expected.length;
    const result = await operation(at);
    if ((answer === undefined ? result : answer(result)) !== expected[at]) wrong += 1;
  }
  return { cases, wrong };
}

/**
 * The number of slices without one that is a tenth faster after which the code counts as optimised, and the maximum
 * number of slices.
 */
const steady = 5;
const mostSlices = 80;
/**
 * The same if one operation fills a slice: five slices are only five calls, after which V8 has optimised next to
 * nothing.
 */
const steadyCalls = 60;
const mostCalls = 400;

/**
 * Runs until the code is optimised and returns the number of operations that fill a slice. Contenders with much code
 * take longest.
 */
async function warmUp(repeat) {
  let count = 1;
  let best = Number.POSITIVE_INFINITY;
  let since = 0;
  for (let slices = 0; ; ) {
    const took = await cpuOf(() => repeat(0, count));
    if (took < slice / 2) {
      count *= 2;
      continue;
    }
    slices += 1;
    since = took / count < 0.9 * best ? 0 : since + 1;
    best = Math.min(best, took / count);
    if (since >= (count === 1 ? steadyCalls : steady) || slices >= (count === 1 ? mostCalls : mostSlices))
      return Math.max(fewest, Math.round((count * slice) / took));
  }
}

/** Nanoseconds of CPU time per operation, over one slice. */
async function timed(runner) {
  const { repeat, count, from } = runner;
  // Do not charge this contender for the young garbage of the previous one.
  globalThis.gc({ type: 'minor' });
  const took = await cpuOf(() => repeat(from, count));
  runner.from = (from + count) % runner.size;
  return (took * 1e6) / count;
}

async function cpuOf(run) {
  const before = process.cpuUsage();
  const done = run();
  // Without promises, do not suspend.
  if (done !== undefined) await done;
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Bytes allocated by one operation, in a young generation with room for all of them. */
async function bytesOf({ repeat, count: fillsSlice }) {
  const used = async (count) => {
    globalThis.gc({ type: 'minor' });
    const before = process.memoryUsage().heapUsed;
    await repeat(0, count);
    return process.memoryUsage().heapUsed - before;
  };
  const few = Math.max(await used(4), 4) / 4;
  const count = Math.max(1, Math.min(20_000, fillsSlice, Math.floor(4e6 / few)));
  const several = async (times, count) => {
    const found = [];
    while (found.length < times) found.push(await used(count));
    return found;
  };
  const empty = quantile(await several(5, 0), 0.5);
  const samples = (await several(7, count)).map((bytes) => (bytes - empty) / count).filter((size) => size >= 0);
  return samples.length === 0 ? 0 : quantile(samples, 0.5);
}

function sumOf(values) {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}
