import type { AccountEvent } from '../agreement/account/accountEvent.js';
import { compareEditions } from '../agreement/editions/compareEditions.js';
import type { EditionScenario } from '../agreement/editions/scenarioChanges.js';
import { plainText } from '../agreement/statement/plainText.js';
import { changedRules } from '../explain/changedRules.js';
import type { Command } from './command.js';
import type { CommandEnvironment } from './commandEnvironment.js';
import { diffText } from './diffText.js';
import { BadInput, knownCalendars, named, readAgreement, readDocument } from './inputFiles.js';
import { message } from './messages.js';

/**
 * `oferta diff`: which clauses differ between two editions, and what that changes in scenarios. The exit code is 0 even
 * if they differ.
 */
export function diffCommand(command: Command & { is: 'diff' }, environment: CommandEnvironment): number {
  const { language, format, asOf = '' } = command;
  const before = readAgreement(command.before, language, environment);
  const after = readAgreement(command.after, language, environment);
  const scenarios = command.scenarios.map((name): EditionScenario => {
    const json = readDocument(name, language, environment);
    if (!Array.isArray(json)) throw new BadInput([message(language, 'notEvents', { path: name })]);
    // Each edition validates the events itself: if one of them rejects some, that is a difference, too.
    return { name, events: json as readonly AccountEvent[], asOf };
  });
  const comparison = named(command.after, language, () =>
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
