import { type Agreement, AnswerWording, formatDay } from '../library.js';
import { useSpeech } from '../state.js';

const ruleSets = ['kzCivilCode', 'ruCivilCode', 'regulation1182', 'asWritten'] as const;
const textLanguages = ['en', 'ru', 'kk'] as const;

function isRuleSet(input: unknown): input is (typeof ruleSets)[number] {
  return ruleSets.some((known) => known === input);
}

/** What every answer depends on apart from the facts. */
export function Assumptions({ agreement }: { readonly agreement: Agreement }) {
  const { say, language } = useSpeech();
  const { data } = agreement;
  const rules = (input: unknown): string => (isRuleSet(input) ? say(`rules_${input}`) : say('rules_own'));
  const calendars = [...new Set([data.calendars.working, data.calendars.banking])].flatMap((id) => {
    const calendar = agreement.calendars.find((known) => known.id === id);
    if (calendar === undefined) return [];
    const { coverage, version } = calendar;
    return [
      say('calendarRange', {
        id: calendar.id,
        from: formatDay(coverage.firstDay, language, { weekday: false }),
        to: formatDay(coverage.lastDay, language, { weekday: false }),
        version,
      }),
    ];
  });
  const lines: readonly (readonly [string, string])[] = [
    [
      say('edition'),
      data.edition === 'undated' ? say('undated') : new AnswerWording(agreement, language).value(data.edition),
    ],
    [say('governing'), say(`text_${textLanguages.find((known) => known === data.text.governing) ?? 'other'}`)],
    [say('countingActs'), rules(data.countingRules.acts)],
    [say('countingStates'), rules(data.countingRules.states)],
    [say('calendarOf'), calendars.join('; ')],
    [say('roundingIs'), say(`rounding_${data.rounding}`)],
    [say('zoneIs'), data.timeZone],
  ];
  return (
    <dl class="assumptions">
      {lines.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
