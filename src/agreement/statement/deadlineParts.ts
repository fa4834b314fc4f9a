import { formatDay } from '../../format/formatDay.js';
import { epochDayOf } from '../../time/dayInput.js';
import type { OpenedDeadline } from '../account/accountJson.js';
import type { StatementContext, StatementPart } from './statementPart.js';

/** The number of deadlines shown in brief; of the others only the number is given. */
const nextDeadlines = 3;

/** The next days by which something must be done, or on which something ends. @internal */
export function deadlinesPart(context: StatementContext): StatementPart {
  const { wording, isBrief } = context;
  const open = byDay(context.statement.deadlines);
  const shown = isBrief ? open.slice(0, nextDeadlines) : open;
  const later = open.length - shown.length;
  if (open.length === 0) return { is: 'deadlines', lines: [] };
  return {
    is: 'deadlines',
    title: wording.say(isBrief ? 'deadlines' : 'deadlinesAll'),
    lines: [
      ...shown.flatMap((deadline) => deadlineLines(context, deadline)),
      ...(later === 0 ? [] : [`  ${wording.say('moreLater', { count: later })}`]),
    ],
  };
}

/** Deadlines whose day has passed without being closed. @internal */
export function passedPart(context: StatementContext): StatementPart {
  const lines = byDay(context.statement.passedDeadlines).flatMap((deadline) => {
    const wording = context.wordingOf(deadline.edition);
    const { title, steps, others } = wording.deadline(deadline, !context.isBrief);
    const day = formatDay(deadline.lastDay, context.language, { weekday: true });
    return [
      `  ${wording.say('deadlinePassed', { day, title })}`,
      ...[...steps, ...others].map((line) => `    ${line}`),
    ];
  });
  return { is: 'passed', ...(lines.length > 0 && { title: context.wording.say('passedDeadlines') }), lines };
}

function deadlineLines(context: StatementContext, deadline: OpenedDeadline): readonly string[] {
  const wording = context.wordingOf(deadline.edition);
  const { language } = context;
  const days = epochDayOf(deadline.lastDay, 'lastDay') - epochDayOf(context.statement.asOf, 'asOf');
  const when = days === 0 ? wording.say('today') : days === 1 ? wording.say('tomorrow') : wording.inDays(days);
  const { title, steps, others } = wording.deadline(deadline, !context.isBrief);
  const day = formatDay(deadline.lastDay, language, { weekday: true });
  return [
    `  ${wording.say(wording.isToAct(deadline) ? 'deadlineAct' : 'deadlineState', { day, when, title })}`,
    ...[...steps, ...others].map((line) => `    ${line}`),
  ];
}

function byDay(deadlines: readonly OpenedDeadline[]): readonly OpenedDeadline[] {
  return deadlines.toSorted((a, b) => epochDayOf(a.lastDay, 'lastDay') - epochDayOf(b.lastDay, 'lastDay'));
}
