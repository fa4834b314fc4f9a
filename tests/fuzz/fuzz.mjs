// Hostile input for every public function, parser and command: an AgreementError or an answer, soon, and nothing of the caller's is changed.
import { inspect } from 'node:util';
import { Decimal } from 'decimal.js';
import { Temporal } from 'temporal-polyfill';
import { randomFrom } from '../oracle/random.mjs';
import { alter, copyOf, nodesOf } from './alter.mjs';
import { callsOf, excluded } from './calls.mjs';
import { fingerprint } from './fingerprint.mjs';
import { hostileText, hostileValue } from './hostileValues.mjs';

/** Seconds of processor that one input may take: one, times five, for a machine that is busy and a run that is measured. */
const mostSeconds = 5;

/** What an input is made of, and how often. */
const ways = ['random', 'altered', 'altered', 'altered', 'altered', 'altered', 'polluted', 'equal', 'host'];

/** What takes milliseconds is asked once in so many inputs. */
const slowOnceIn = 200;

/** Functions, parsers and commands by name, each with how one input is made and run. */
export function targetsOf(fuzzed) {
  const { packages } = fuzzed;
  const { calls, documents } = callsOf(fuzzed);
  const targets = [];
  for (const [entry, module] of Object.entries(packages))
    for (const [name, exported] of Object.entries(module))
      if (typeof exported === 'function') {
        const full = `${entry} ${name}`;
        if (full in excluded) continue;
        const draw = calls.get(full);
        if (draw === undefined) throw new Error(`${full} has no call in tests/fuzz/calls.mjs`);
        targets.push({
          name: full,
          run: (random, watch) => runFunction(random, watch, { call: exported, draw, isJson: takesJson(full) }),
        });
      }
  for (const [name, schema] of [
    ['agreementSchema', documents.small.document],
    ['eventsSchema', documents.small.events],
    ['resultSchema', documents.resultJson],
  ])
    targets.push({
      name: `oferta/schemas ${name}`,
      run: (random, watch) =>
        runFunction(random, watch, {
          call: (given) => validated(packages['oferta/schemas'][name], given),
          draw: () => [schema],
          isJson: true,
        }),
    });
  for (const [name, run] of Object.entries(documentTargets(fuzzed, documents))) targets.push({ name, run });
  return targets;
}

/**
 * Tries so many inputs and gives what went wrong.
 *
 * @param begun called with each input before it is tried, so that one that never ends can be named
 */
export function fuzz(fuzzed, { inputs, seed, only = () => true, begun = () => {} }) {
  const targets = targetsOf(fuzzed).filter(({ name }) => only(name));
  const slow = targets.filter(({ name }) => isSlow(name));
  const quick = targets.filter(({ name }) => !isSlow(name));
  const tally = new Map(
    targets.map(({ name }) => [name, { inputs: 0, answered: 0, refused: 0, most: 0, failures: [] }]),
  );
  for (let at = 0; at < inputs; at += 1) {
    const pick = quick.length === 0 || (slow.length > 0 && at % slowOnceIn === slowOnceIn - 1) ? slow : quick;
    const turn = pick === slow && quick.length > 0 ? Math.floor(at / slowOnceIn) : at;
    const { name, run } = pick[turn % pick.length];
    begun(at, name);
    const row = tally.get(name);
    // Each input has draws of its own, so that one can be tried again alone.
    const random = randomFrom((seed + Math.imul(at, 0x9e3779b1)) >>> 0);
    const watch = watchOf();
    row.inputs += 1;
    try {
      run(random, watch);
    } catch (error) {
      if (error instanceof Fault) watch.faults.push(error.message);
      else watch.faults.push(`the run itself: ${String(error?.stack).split('\n').slice(0, 5).join(' ')}`);
    }
    if (watch.answered) row.answered += 1;
    else row.refused += 1;
    row.most = Math.max(row.most, watch.most);
    if (watch.most > mostSeconds) watch.faults.push(`${watch.most.toFixed(1)} s of processor`);
    for (const fault of watch.faults) row.failures.push({ at, name, what: watch.what, fault });
  }
  return tally;
}

/** A schema hands faults back as a value. */
function validated(schema, given) {
  const { value, issues } = schema['~standard'].validate(given);
  if (issues !== undefined)
    throw Object.assign(new Error('refused'), { name: 'AgreementError', code: 'issues', details: issues });
  return value;
}

/** What takes the text of a file takes no days of Temporal in it: it is not the same document. */
function takesJson(name) {
  return (
    name.startsWith('oferta/schemas ') ||
    name.endsWith(' corrections') ||
    name.endsWith(' explainStatement') ||
    name.endsWith(' happeningsByDay') ||
    name.includes(' statementC') ||
    name.startsWith('oferta/equality ') ||
    name.startsWith('oferta/verify ')
  );
}

/** One of these gets through a thousand bytes of JSON at least. */
function isSlow(name) {
  return (
    name.startsWith('account ') ||
    name.startsWith('command ') ||
    /agreement (?:acrossReadings|checkAgreement|compareEditions|compiledAgreement|defineAgreement|explainStatement|openAccount|readingEffects|refundsOnRequest|replay|applyEvents|statement|touchingReadings)$/.test(
      name,
    ) ||
    /explain (?:changedRules|readback|explainStatement|readingEffects|refundsOnRequest|happeningsByDay|statementC\w+)$/.test(
      name,
    ) ||
    /schemas (?:\w+JsonSchema|parse\w+)$/.test(name) ||
    name === 'oferta/verify verify' ||
    name === 'oferta/batch columnsOf'
  );
}

class Fault extends Error {}

/** Measures the time, and distinguishes an AgreementError from a bug. */
function watchOf() {
  const watch = {
    faults: [],
    answered: false,
    most: 0,
    what: '',
    /** The answer of a call as `{ value }`, or `undefined` where it was refused; anything else thrown is a fault. */
    ask(call, args) {
      const began = process.cpuUsage();
      try {
        return { value: call(...args) };
      } catch (error) {
        // What a getter or a proxy of the caller throws is the caller's own, and passes through.
        if (error?.message === 'thrown by the caller' || /proxy that has been revoked/.test(error?.message))
          return undefined;
        const where = String(error?.stack).split('\n').slice(0, 4).join(' ').slice(0, 400);
        if (error?.name !== 'AgreementError') throw new Fault(where);
        if (typeof error.code !== 'string' || error.details === undefined) throw new Fault(`no code: ${where}`);
        return undefined;
      } finally {
        const { user, system } = process.cpuUsage(began);
        watch.most = Math.max(watch.most, (user + system) / 1e6);
      }
    },
  };
  return watch;
}

function runFunction(random, watch, { call, draw, isJson = false }) {
  const way = random.oneOf(ways);
  const right = draw(random);
  const args = copyOf(right);
  watch.what = way;
  switch (way) {
    case 'random': {
      const some = Array.from({ length: random.below(4) }, () => hostileValue(random));
      asked(watch, call, some);
      return;
    }
    case 'altered':
      watch.what = `altered: ${alter(random, args).join(', ')}`;
      asked(watch, call, args);
      return;
    case 'polluted':
      underPollution(random, watch, call, args);
      return;
    case 'equal':
      watch.what = `the same, ${sayOtherwise(random, args, isJson)}`;
      sameAnswer(watch, call, right, (ask) => ask(args));
      return;
    case 'host':
      sameAnswer(watch, call, right, (ask) => {
        const { precision, rounding, toExpNeg, toExpPos, minE, maxE } = Decimal;
        Decimal.set({ precision: 1, rounding: 0, toExpNeg: 0, toExpPos: 0, minE: -1, maxE: 1 });
        try {
          return ask(args);
        } finally {
          Decimal.set({ precision, rounding, toExpNeg, toExpPos, minE, maxE });
        }
      });
      return;
  }
}

/** Asks twice with the same arguments: the answers are the same, and the arguments are unchanged. */
function asked(watch, call, args) {
  const before = fingerprint(args);
  const first = watch.ask(call, args);
  if (fingerprint(args) !== before) throw new Fault('what was given is not what it was');
  if (first === undefined) return;
  watch.answered = true;
  const said = textOf(first.value);
  inspect(first.value, { depth: 2 });
  const again = watch.ask(call, args);
  if (again === undefined) throw new Fault('answered once, and refused the second time');
  if (textOf(again.value) !== said) throw new Fault('the second answer is another one');
}

/** The answer to the same question put in another way, or in another world: the same, or refused. */
function sameAnswer(watch, call, right, otherwise) {
  const plain = watch.ask(call, right);
  const said = plain === undefined ? undefined : textOf(plain.value);
  const other = otherwise((args) => watch.ask(call, args));
  if (other === undefined) return;
  const saidOtherwise = textOf(other.value);
  // What never throws names the value of the host in a finding.
  if (refusesHost(other.value) || refusesForm(other.value)) return;
  watch.answered = true;
  if (said === undefined) throw new Fault(`refused as it was, answered otherwise: ${saidOtherwise?.slice(0, 200)}`);
  if (saidOtherwise !== said) throw new Fault(`${saidOtherwise?.slice(0, 200)} instead of ${said?.slice(0, 200)}`);
}

/** What lists findings instead of throwing says that something is of another type: a clause `1.2` given as a decimal, which no clause is. */
function refusesForm(answer) {
  return Array.isArray(answer) && answer.some((entry) => entry?.severity === 'error' && entry.code === 'type');
}

function refusesHost(answer) {
  const [{ path } = {}, more] = answer?.ok === false ? answer.findings : Array.isArray(answer) ? answer : [];
  return more === undefined && typeof path === 'string' && path.startsWith('Object.prototype.');
}

/** A name of an argument that a host has added to `Object.prototype`. */
function underPollution(random, watch, call, args) {
  const own = nodesOf(args).map(([, key]) => key);
  const names = [...own.filter((key) => !/^\d+$/.test(key)), ...optionalNames];
  const name = random.oneOf(names);
  const value = random.oneOf([() => hostileValue(random), () => 'none', () => true, () => 1])();
  watch.what = `Object.prototype.${name}`;
  if (name in Object.prototype || typeof value === 'function') return;
  sameAnswer(watch, call, copyOf(args), (ask) => {
    Object.defineProperty(Object.prototype, name, { value, enumerable: true, configurable: true, writable: true });
    try {
      return ask(args);
    } finally {
      delete Object.prototype[name];
    }
  });
}

const optionalNames =
  'cap capRounding calendar payments excludedBy heads head step because basis chosen if options effectiveOn used paidOn dueOn for rows state currency account'.split(
    ' ',
  );

/** Puts arguments in another way that says the same, and says which. */
function sayOtherwise(random, args, isJson) {
  const nodes = nodesOf(args);
  if (nodes.length === 0) return 'as they are';
  const [container, key] = random.oneOf(nodes);
  const value = container[key];
  const put = (other) => Object.defineProperty(container, key, { value: other, enumerable: true, configurable: true });
  if (!isJson && typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) && random.onceIn(2)) {
    try {
      put(Temporal.PlainDate.from(value));
    } catch {
      return 'as they are';
    }
    return `${key} as a day of Temporal`;
  }
  if (!isJson && typeof value === 'string' && /^-?\d+\.\d+$/.test(value) && random.onceIn(2)) {
    put(new (Decimal.clone({ precision: 60 }))(value));
    return `${key} as a Decimal of another copy`;
  }
  if (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.getPrototypeOf(value) === Object.prototype
  ) {
    put(Object.create(null, Object.getOwnPropertyDescriptors(value)));
    return `${key} without a prototype`;
  }
  Object.freeze(container);
  return `${key} frozen`;
}

/** The content of an answer. A tier is returned as the caller wrote it, including circular values, symbols and more text than fits into one. */
function textOf(value) {
  try {
    return JSON.stringify(value, (_, each) => (typeof each === 'bigint' ? `${each}n` : each)) ?? String(value);
  } catch (error) {
    const isOfCaller =
      /circular structure|thrown by the caller|revoked|Invalid string length/.test(error?.message) || isDeep(value);
    if (!isOfCaller) throw error;
    return 'what was given';
  }
}

/** Whether a value is nested more deeply than an answer is: `comparable` hands over the levels below its own bound as they are. */
function isDeep(value) {
  let level = [value];
  const seen = new Set();
  for (let depth = 0; depth < 2_000; depth += 1) {
    level = level.flatMap((each) =>
      typeof each === 'object' && each !== null && !seen.has(each) ? [...inside(each, seen)] : [],
    );
    if (level.length === 0) return false;
  }
  return true;
}

function inside(container, seen) {
  seen.add(container);
  return Object.values(container);
}

/** Documents with nodes deleted, moved and retyped, through all that reads them; texts of files; commands; what the site reads. */
function documentTargets(fuzzed, documents) {
  const { packages, main, readHash, readDay, readSum } = fuzzed;
  const { calendars, examples, small, facts, autocall, resultJson } = documents;
  const { parseAgreement, parseEvents, parseState, parseResult, readJson } = packages['oferta/schemas'];
  const agreements = packages['oferta/agreement'];
  const { explain } = packages['oferta/explain'];
  const { verify } = packages['oferta/verify'];

  /** Everything an account is asked in its life. */
  const live = (watch, agreement, events, asOf, opening) => {
    const opened = watch.ask(agreements.openAccount, [agreement, opening]);
    if (opened === undefined) return;
    const after = watch.ask(agreements.applyEvents, [opened.value, events]);
    if (after === undefined) return;
    const told = watch.ask(agreements.statement, [after.value, asOf]);
    if (told === undefined) return;
    textOf(told.value);
    watch.ask(agreements.explainStatement, [told.value, { agreement, events, language: 'en', detail: 'brief' }]);
    textOf(after.value);
    watch.answered = true;
  };

  const text = (random, value) => {
    const json = JSON.stringify(value);
    const at = random.below(json.length);
    return random.oneOf([
      () => json.slice(0, at),
      () => json.slice(0, at) + json.slice(at + random.between(1, 20)),
      () =>
        json.slice(0, at) +
        random.oneOf(['"', '{', '}', '[', ']', ',', ':', '\\', '\0', '\ud800', '1e999', '__proto__']) +
        json.slice(at),
      () => json,
    ])();
  };

  return {
    'account an agreement altered': (random, watch) => {
      const { document, events, opening = {} } = random.onceIn(20) ? random.oneOf(examples) : small;
      const altered = copyOf([document]);
      watch.what = alter(random, altered).join(', ');
      const before = fingerprint(altered);
      const parsed = watch.ask(parseAgreement, altered);
      const defined = watch.ask(agreements.defineAgreement, [...altered, { calendars }]);
      if (fingerprint(altered) !== before) throw new Fault('the agreement is not what it was');
      if (parsed === undefined && defined !== undefined) throw new Fault('defined, though its form is wrong');
      if (defined !== undefined) live(watch, defined.value, events, '2026-06-30', opening);
    },
    'account a catalogue altered': (random, watch) => {
      const catalogue = copyOf([examples[0].catalogue]);
      watch.what = alter(random, catalogue).join(', ');
      const surroundings = { calendars, catalogues: catalogue };
      const defined = watch.ask(agreements.defineAgreement, [examples[0].document, surroundings]);
      watch.answered = defined !== undefined;
    },
    'account events altered': (random, watch) => {
      const { agreement, events, asOf, opening } = random.onceIn(3)
        ? random.oneOf(examples)
        : { ...small, asOf: '2026-06-30', opening: {} };
      const altered = copyOf(events);
      watch.what = alter(random, altered).join(', ');
      const before = fingerprint(altered);
      const parsed = watch.ask(parseEvents, [altered, agreement]);
      live(watch, agreement, parsed === undefined ? altered : parsed.value, asOf, opening);
      if (fingerprint(altered) !== before) throw new Fault('the events are not what they were');
    },
    'account a state altered': (random, watch) => {
      const { agreement, state, asOf } = random.oneOf(examples);
      const altered = copyOf([state]);
      watch.what = alter(random, altered).join(', ');
      watch.ask(parseState, [altered[0], agreement]);
      live(watch, agreement, [], asOf, { state: altered[0] });
    },
    'account facts altered': (random, watch) => {
      const altered = copyOf([facts]);
      watch.what = alter(random, altered).join(', ');
      const result = watch.ask(agreements.evaluate, [autocall.agreement, '6.10/penalty', altered[0]]);
      if (result === undefined) return;
      watch.answered = true;
      const json = JSON.parse(textOf(result.value));
      watch.ask(explain, [result.value, random.oneOf(['en', 'ru', 'kk'])]);
      const verified = verify(autocall.agreement.data, JSON.parse(textOf(altered[0])), json);
      if (!verified.ok) throw new Fault(`an answer that is not verified: ${textOf(verified).slice(0, 300)}`);
    },
    'account a result altered': (random, watch) => {
      const altered = copyOf([resultJson]);
      watch.what = alter(random, altered).join(', ');
      watch.ask(parseResult, altered);
      const verified = watch.ask(verify, [autocall.agreement.data, facts, altered[0]]);
      if (verified === undefined) throw new Fault('verify refuses: it gives findings');
      watch.answered = verified.value.ok;
    },
    'readJson texts altered': (random, watch) => {
      const given = text(random, random.onceIn(30) ? examples[0].document : small.events);
      watch.what = 'a text cut or pierced';
      const read = watch.ask(readJson, [given, 'events.json']);
      if (read === undefined) return;
      watch.answered = true;
      if (textOf(read.value) !== textOf(JSON.parse(given))) throw new Fault('not what JSON.parse reads');
    },
    'command any': (random, watch) => {
      const files = {
        'agreement.json': text(random, small.document),
        'events.json': random.onceIn(2) ? JSON.stringify(small.events) : text(random, small.events),
        'facts.json': text(random, {
          paid: { amount: '20.00', currency: 'KZT' },
          boughtOn: '2026-03-02',
          askedOn: '2026-03-09',
        }),
        'result.json': text(random, resultJson),
        'text.txt': '1.1 Fourteen (14) days.\n1.2 \ud800\u202e',
      };
      const words = random
        .oneOf([
          ['check', 'agreement.json'],
          ['format', '--check', 'agreement.json'],
          ['statement', 'agreement.json', 'events.json', '--as-of', '2026-06-30'],
          ['explain', 'agreement.json', '1.1/window', 'facts.json'],
          ['explain', 'agreement.json', 'refund', 'facts.json', '--readings'],
          ['ask', 'agreement.json', 'refund', 'paid=20.00', 'boughtOn=2026-03-02', 'askedOn=2026-03-09'],
          ['readback', 'agreement.json'],
          ['diff', 'agreement.json', 'agreement.json'],
          ['fidelity', 'agreement.json', '--text', 'text.txt'],
          ['verify', 'agreement.json', 'facts.json', 'result.json'],
          ['new', 'x'],
          [],
        ])
        .map(String);
      const args = words.concat(
        random.onceIn(2) ? [random.oneOf(['--lang', '--format', '--help', '--', '--readings', '-x'])] : [],
      );
      if (random.onceIn(2)) args.push(random.oneOf(['ru', 'json', 'csv', 'ics', 'kk', '\u001b[2J', '']));
      if (random.onceIn(3) && args.length > 0)
        args[random.below(args.length)] = hostileText(random, 'agreement.json').slice(0, 5000);
      watch.what = `oferta ${args.join(' ').slice(0, 200)}`;
      let written = '';
      const environment = {
        readFile: (path) => {
          if (!Object.hasOwn(files, path)) throw new Error('no such file');
          return files[path];
        },
        fileExists: (path) => Object.hasOwn(files, path),
        writeFile: () => {},
        createFiles: () => {},
        write: (said) => {
          written += said;
        },
        complain: (said) => {
          written += said;
        },
      };
      const code = watch.ask(main, [args, environment]);
      if (code === undefined) throw new Fault('an AgreementError leaves the command line');
      if (![0, 1, 2].includes(code.value)) throw new Fault(`exit code ${code.value}`);
      if (code.value !== 0 && written === '') throw new Fault(`exit code ${code.value} and not a word`);
      watch.answered = code.value === 0;
    },
    'site address, days and sums': (random, watch) => {
      const given = hostileText(
        random,
        random.oneOf(['#v=1&a=autocall&q=6.10/penalty&overdue=100', '2 March 2026', '1 500,50']),
      );
      watch.what = JSON.stringify(given.slice(0, 200));
      const { typed, readings } = watch.ask(readHash, [given]).value;
      for (const read of [typed ?? {}, readings])
        if (Object.values(read).some((value) => typeof value !== 'string')) throw new Fault('what was read is no text');
      watch.ask(readDay, [given]);
      watch.ask(readSum, [given, ['KZT', 'USD']]);
      watch.answered = true;
    },
  };
}
