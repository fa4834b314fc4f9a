/**
 * The measuring itself. All contenders of a work run in turn, round after round, in one process; what counts is the CPU time of the process
 * and the ratio of a contender to the limit of the same round, so that a loaded machine slows both sides alike.
 */
import process from 'node:process';

/**
 * A contender does one operation on the case at a position and gives its result; `answer` turns the result into the whole number that all
 * contenders must agree on. A contender whose operation gives that number itself has no `answer`.
 *
 * @typedef {object} Contender
 * @property {string} name
 * @property {'limit' | 'kernel' | 'oferta' | 'part' | 'peer'} group `part` is a further reading of an answer, with no answer of its own.
 * @property {(at: number) => unknown} operation
 * @property {(result: any) => number} [answer]
 * @property {boolean} [apart] Measured in another process, beside the limit and the peers: a program hands days over in one form, and V8 is
 *   quicker where it has seen one only.
 * @property {boolean} [awaits] Its operation gives a promise, and each is waited for before the next.
 * @property {number} [unit] Answers that one operation gives, and
 * @property {Float64Array} [expected] what they are, where they are not those of the work.
 *
 * @typedef {object} Work
 * @property {string} id
 * @property {string} title
 * @property {string} does What one operation does, in words.
 * @property {Float64Array} expected The answer of each case, from arithmetic that shares nothing with any contender.
 * @property {Contender[]} contenders The first is the limit.
 * @property {{ kernel: string, columns: ArrayLike<number>[], expected?: number }} [c] The same loop in C, the columns it reads, and the sum of
 *   its answers where it is not that of `expected`.
 * @property {number} [unit] Answers that one operation gives; 1 unless it is a run over rows.
 */

/** Milliseconds of CPU in one slice of a round. */
const slice = 12;
/** The fewest operations of a slice, for contenders that need milliseconds for one. */
const fewest = 3;

/** Measures one work. @param {Work} work */
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
    // The limit is the least of three slices, so that the distance to it is not flattered.
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

/** Median and quartiles of the ratios of two contenders in the rounds in which both ran; and the median of the first, in nanoseconds. */
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
 * A loop of the contender's own. It is compiled from text of its own, since V8 gathers what it knows of a call by place in the source: in a
 * shared loop no operation could be inlined. Numbers are added up; of objects the last one is kept, and since any may be the last, all are made.
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
 * What a factory makes, with code of its own: the text of the factory is compiled anew, so that two contenders which share it do not share
 * what V8 has learnt about it. The factory may use nothing but its arguments.
 */
export function own(factory, ...args) {
  copies += 1;
  return new Function(`// copy ${copies}\nreturn (${factory});`)()(...args);
}
let copies = 0;

/** A copy of the inputs for one contender alone: a library that looks a text up leaves it in a form that is slower to read for all others. */
export const fresh = structuredClone;

/** Compares the answers of a contender with the expected ones; a slow contender for a fifth of a second. */
async function check({ operation, answer }, expected) {
  const until = process.hrtime.bigint() + 200_000_000n;
  let wrong = 0;
  let cases = 0;
  for (; cases < expected.length; cases += 1) {
    if (cases >= 24 && process.hrtime.bigint() > until) break;
    // Spread over all cases, however many of them there is time for; 1237 has no divisor in common with a power of two.
    const at = (cases * 1237) % expected.length;
    const result = await operation(at);
    if ((answer === undefined ? result : answer(result)) !== expected[at]) wrong += 1;
  }
  return { cases, wrong };
}

/** Slices without one that is a tenth faster after which the code counts as optimised, and the most there may be. */
const steady = 5;
const mostSlices = 80;
/** The same where one operation fills a slice: five slices are five calls, after which V8 has optimised next to nothing. */
const steadyCalls = 60;
const mostCalls = 400;

/** Runs until the code is optimised and gives the number of operations that fill a slice. What goes through much code takes longest. */
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

/** Nanoseconds of CPU for one operation, over one slice. */
async function timed(runner) {
  const { repeat, count, from } = runner;
  // Young garbage of the contender before is not on this one's account.
  globalThis.gc({ type: 'minor' });
  const took = await cpuOf(() => repeat(from, count));
  runner.from = (from + count) % runner.size;
  return (took * 1e6) / count;
}

async function cpuOf(run) {
  const before = process.cpuUsage();
  const done = run();
  // A run without promises is not suspended.
  if (done !== undefined) await done;
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Bytes that one operation allocates, in a young generation with room for all of them. */
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
