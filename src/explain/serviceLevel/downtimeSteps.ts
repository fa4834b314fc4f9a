import { exactValue } from '../../agreement/steps/exact.js';
import type { Recording } from '../../agreement/steps/recorder.js';
import type { Operand } from '../../agreement/steps/step.js';
import { entryOperands, flagValue } from '../../agreement/steps/values.js';
import type { Downtime } from '../../serviceLevel/downtime.js';
import type { ExactFraction } from '../../serviceLevel/exactFraction.js';
import { instantOf } from '../../time/instant.js';
import type { Derivation } from '../derivation.js';

interface Given {
  readonly announcement?: { readonly count: number };
  readonly outages: readonly unknown[];
  readonly maintenance: readonly { readonly from: string; readonly announcedAt?: string }[];
}

/** The downtime of a service in a period, without maintenance announced in time. */
export const downtimeSteps: Derivation<Given, Downtime> = {
  takes: {
    type: 'record',
    fields: {
      announcement: { type: 'limit' },
      period: { type: 'record', fields: { from: { type: 'instant' }, to: { type: 'instant' } } },
      outages: {
        type: 'list',
        of: { type: 'record', fields: { from: { type: 'instant' }, to: { type: 'instant' } }, optional: ['to'] },
      },
      maintenance: {
        type: 'list',
        of: {
          type: 'record',
          fields: { from: { type: 'instant' }, to: { type: 'instant' }, announcedAt: { type: 'instant' } },
          optional: ['announcedAt'],
        },
      },
    },
    optional: ['announcement'],
  },
  steps(record, given, { minutes, periodMinutes, announced }) {
    if (given.announcement !== undefined) {
      for (const at of given.maintenance.keys()) announcementSteps(record, given, at);
    }
    const [from, to] = [record.need('period.from'), record.need('period.to')];
    const excused: Record<string, Operand> = {};
    announced.forEach((at, place) => {
      excused[`excusedFrom${place + 1}`] = record.need(`maintenance.${at}.from`);
      excused[`excusedTo${place + 1}`] = record.need(`maintenance.${at}.to`);
    });
    const operands = {
      periodFrom: from,
      periodTo: to,
      ...entryOperands(record, 'outages', given.outages.length, { outFrom: 'from', outTo: 'to' }),
      ...excused,
    };
    return {
      minutes: record.add('minutesOut', 'service.minutesOut', operands, minutesValue(minutes)),
      periodMinutes: record.add(
        'minutesBetween',
        'service.periodMinutes',
        { value1: from, value2: to },
        minutesValue(periodMinutes),
      ),
    };
  },
};

/** Whether maintenance was announced in time. */
function announcementSteps(record: Recording, { announcement, maintenance }: Given, at: number): void {
  const target = record.need(`maintenance.${at}.from`);
  const left = record.operand(`maintenance.${at}.announcedAt`);
  if (left === undefined) {
    record.add('unknown', 'service.notAnnounced', { target }, flagValue(false));
    return;
  }
  const { from, announcedAt } = maintenance[at] as Given['maintenance'][number] & { readonly announcedAt: string };
  const latest = instantOf(from, 'from').subtract({ hours: announcement?.count ?? 0 });
  const operands = { target, limit: record.need('announcement') };
  const right = record.add('subtractHours', 'hours.before', operands, { type: 'instant', value: latest.toString() });
  const inTime = instantOf(announcedAt, 'announcedAt').epochNanoseconds <= latest.epochNanoseconds;
  const role = inTime ? 'service.announced' : 'service.announcedLate';
  record.add('compare', role, { left, right }, flagValue(inTime), { notes: { relation: 'atMost' } });
}

function minutesValue({ numerator, denominator }: ExactFraction): ReturnType<typeof exactValue> {
  return exactValue({ n: numerator, d: denominator });
}
