import { grouped } from './grouped.js';
import type { StatementContext, StatementPart } from './statementPart.js';

/**
 * The open rights, which have no effect until they are exercised. Identical ones are shown once, with their number.
 *
 * @internal
 */
export function rightsPart(context: StatementContext): StatementPart {
  const { isBrief } = context;
  const { rights } = context.statement;
  const alike = grouped(rights, ({ key, name, holder, lastDay }) =>
    isBrief ? JSON.stringify([name, holder, lastDay]) : key,
  );
  // Show rights of one party, open since the same day for the same number of reasons, on one line.
  const together = grouped(alike, ([first, ...others]) =>
    JSON.stringify([isBrief || first.key, first.holder, first.openedOn, first.lastDay, others.length]),
  );
  const lines = together.map((groups) => {
    const [[first]] = groups;
    const wording = context.wordingOf(first.edition);
    const titles = groups.map(([right], at) => (at === 0 ? wording.right(right) : wording.rightTitle(right)));
    const since = wording.say('rightSince', { right: titles.join('; '), day: wording.day(first.openedOn) });
    const count = groups[0].length;
    const times = count === 1 ? '' : ` (${wording.say('rightTimes', { count })})`;
    const until =
      first.lastDay === undefined ? '' : `, ${wording.say('rightThrough', { day: wording.day(first.lastDay) })}`;
    return `  ${since}${times}${until}`;
  });
  return { is: 'rights', ...(lines.length > 0 && { title: context.wording.say('rights') }), lines };
}
