import type { AgreementDocument } from '../agreement/language/document.js';
import type { Figure, FigureUnit } from './figuresIn.js';

const units: Readonly<Record<string, FigureUnit>> = {
  '%': '%',
  'calendar day': 'calendar days',
  day: 'days',
  'working day': 'working days',
  'banking day': 'banking days',
  hour: 'hours',
  minute: 'minutes',
  second: 'seconds',
  week: 'weeks',
  month: 'months',
  year: 'years',
  KZT: 'KZT',
  RUB: 'RUB',
  USD: 'USD',
  EUR: 'EUR',
};

const literal =
  /(?<![\w.:-])(\d+(?:\.\d+)?)(?![\w:.-]*\d)\s*(%|(?:calendar|working|banking)[ ]days?|days?|hours?|minutes?|seconds?|weeks?|months?|years?|KZT|RUB|USD|EUR)?/gu;

/**
 * The figures used in computations, by clause: literals of its computations, of the rows that cite it, of the readings
 * about it and of the postings that use it, without duplicates.
 *
 * @internal
 */
export function termFigures(document: AgreementDocument): ReadonlyMap<string, readonly Figure[]> {
  const figures = new Map<string, Map<string, Figure>>();
  const add = (clause: string, value: unknown): void => {
    const own = figures.get(clause) ?? new Map<string, Figure>();
    figures.set(clause, own);
    for (const figure of figuresOf(value)) own.set(`${figure.value} ${figure.unit}`, figure);
  };
  for (const [clause, { says, text, note, ...computations }] of Object.entries(document.clauses))
    add(clause, computations);
  for (const { rows } of Object.values(document.tables))
    for (const { by, row, over, note, ...rest } of rows) for (const clause of by) add(clause, rest);
  for (const { clause, options } of Object.values(document.readings))
    for (const { changes } of Object.values(options)) add(clause, changes ?? {});
  for (const { computes, bind } of Object.values(document.postings))
    if (computes !== undefined) add(computes.split('/')[0] as string, bind ?? {});
  return new Map([...figures].map(([clause, own]) => [clause, [...own.values()]]));
}

const unread: readonly string[] = ['label', 'note', 'counts', 'says'];

function figuresOf(value: unknown): readonly Figure[] {
  if (typeof value === 'number') return [{ value: String(value), unit: '' }];
  if (typeof value === 'string') return literalsIn(value);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, entry]) => (unread.includes(name) ? [] : figuresOf(entry)));
}

function literalsIn(text: string): readonly Figure[] {
  const plain = text
    .replace(/\[[^\]]*\]/gu, ' ')
    .replace(/'[^']*'/gu, ' ')
    .replace(/\d{4}-\d{2}-\d{2}\S*/gu, ' ');
  return [...plain.matchAll(literal)].flatMap((match): Figure[] => {
    const [, digits = '', unit = ''] = match;
    const [whole = '', part = ''] = digits.split('.');
    const places = part.replace(/0+$/, '');
    return [
      { value: places === '' ? whole : `${whole}.${places}`, unit: units[unit.replace(/s$/, '')] ?? units[unit] ?? '' },
    ];
  });
}
