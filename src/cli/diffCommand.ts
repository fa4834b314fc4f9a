import type { AccountEvent } from '../agreement/account/accountEvent.js';
import { compareEditions } from '../agreement/editions/compareEditions.js';
import type { EditionScenario } from '../agreement/editions/scenarioChanges.js';
import { plainText } from '../agreement/statement/plainText.js';
import { attempt } from '../errors/attempt.js';
import { changedRules } from '../explain/changedRules.js';
import { epochDayOf } from '../time/dayInput.js';
import { diffText } from './diffText.js';
import type { FurtherEnvironment } from './furtherCommands.js';
import { aboutFile, agreementOf, GivenFault, jsonOf, knownCalendars } from './givenFiles.js';
import { givenOptions } from './givenOptions.js';
import { languageOf } from './languageOf.js';

/** `oferta diff`: which clauses two editions have otherwise, and what that changes in scenarios. Its exit code is 0 also where they differ. */
export function diffCommand(argv: readonly string[], environment: FurtherEnvironment): number {
  const { words, options, faults } = givenOptions(argv, {
    words: ['BEFORE.json', 'AFTER.json'],
    leastWords: 2,
    single: ['as-of', 'lang', 'format'],
    several: ['scenario'],
    flags: [],
  });
  const wrong = [...faults];
  const [format = 'text'] = options.get('format') ?? [];
  const [asOf] = options.get('as-of') ?? [];
  const files = options.get('scenario') ?? [];
  const language = languageOf(options.get('lang')?.[0], wrong);
  if (format !== 'text' && format !== 'json') wrong.push(`--format is ${JSON.stringify(format)}, expected text, json`);
  if (files.length > 0 && asOf === undefined) wrong.push('--as-of DAY is missing: there is no clock here');
  if (asOf !== undefined && !attempt(() => epochDayOf(asOf, 'as-of')).ok)
    wrong.push(`--as-of is ${JSON.stringify(asOf)}, expected a day such as 2026-03-02`);
  if (wrong.length > 0) throw new GivenFault(wrong);
  const [beforePath, afterPath] = words as [string, string];
  const [before, after] = [agreementOf(beforePath, environment), agreementOf(afterPath, environment)];
  const scenarios = [...new Set(files)].map((name): EditionScenario => {
    const json = jsonOf(name, environment);
    if (!Array.isArray(json)) throw new GivenFault([`${name}: expected a list of events`]);
    // Each edition reads the events itself: that one of them refuses some is a difference between the two.
    return { name, events: json as readonly AccountEvent[], asOf: asOf as string };
  });
  const comparison = aboutFile(afterPath, () =>
    compareEditions(before, after, { calendars: knownCalendars, scenarios }),
  );
  const rules = changedRules(before, after, language);
  environment.write(
    format === 'json'
      ? `${JSON.stringify({ ...comparison, rules }, null, 2)}\n`
      : diffText(comparison, { after, rules, language }).split('\n').map(plainText).join('\n'),
  );
  return 0;
}
