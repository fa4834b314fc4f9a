import type { ExplainLanguage } from '../agreement/explain/explain.js';
import { limitText } from '../agreement/explain/valueText.js';
import { nearest } from '../agreement/language/finder.js';
import type { FactDeclaration } from '../agreement/model/agreement.js';
import type { Agreement } from '../agreement/model/definedAgreement.js';
import { Wording } from '../agreement/statement/wording.js';
import { attempt } from '../errors/attempt.js';
import { epochDayOf } from '../time/dayInput.js';
import { message } from './messages.js';

/** Facts from the command line by name; or everything that is wrong with them. */
export interface AskedFacts {
  readonly facts: Readonly<Record<string, unknown>>;
  readonly errors: readonly string[];
}

/**
 * Parses `NAME=VALUE`: the name of a fact, or its description in any language; the value in the shape of the fact.
 * Reports all problems at once.
 */
export function askedFacts(given: readonly string[], agreement: Agreement, language: ExplainLanguage): AskedFacts {
  const { facts: declared } = agreement.data;
  const wording = new Wording(agreement, language);
  const facts: Record<string, unknown> = {};
  const errors: string[] = [];
  for (const written of given) {
    const at = written.indexOf('=');
    const said = written.slice(0, at).trim();
    if (at < 1) {
      errors.push(message(language, 'factForm', { value: JSON.stringify(written) }));
      continue;
    }
    const name = factNamed(said, declared);
    if (name === undefined) {
      const labels = Object.keys(declared).flatMap((known) => [known, wording.operand(known)]);
      const near = nearest(said, labels);
      errors.push(
        message(language, 'noFact', {
          name: JSON.stringify(said),
          known: (near.length > 0 ? near : Object.keys(declared)).join(', '),
        }),
      );
      continue;
    }
    const value = readAnswer(written.slice(at + 1), name, agreement, language);
    if ('error' in value) errors.push(value.error);
    else facts[name] = value.value;
  }
  return { facts, errors };
}

function factNamed(said: string, declared: Readonly<Record<string, FactDeclaration>>): string | undefined {
  if (Object.hasOwn(declared, said)) return said;
  const wanted = said.toLowerCase();
  return Object.keys(declared).find((name) =>
    [name, ...Object.values(declared[name]?.label ?? {})].some((word) => word.toLowerCase() === wanted),
  );
}

/** The words for yes and no in the three languages. */
const flags: Readonly<Record<string, boolean>> = {
  yes: true,
  true: true,
  да: true,
  иә: true,
  no: false,
  false: false,
  нет: false,
  жоқ: false,
};

/** Parses the value entered for a fact. */
export function readAnswer(
  text: string,
  name: string,
  agreement: Agreement,
  language: ExplainLanguage,
): { readonly value: unknown } | { readonly error: string } {
  const written = text.trim();
  const shape = agreement.data.facts[name] as FactDeclaration;
  const value = valueIn(written, shape, agreement);
  if (value !== undefined) return { value };
  const label = new Wording(agreement, language).operand(name);
  const expected = expectedOf(name, agreement, language);
  return { error: message(language, 'factValue', { label, value: JSON.stringify(written), expected }) };
}

/** The expected value of a fact, in words. */
export function expectedOf(name: string, agreement: Agreement, language: ExplainLanguage): string {
  const shape = agreement.data.facts[name] as FactDeclaration;
  const wording = new Wording(agreement, language);
  if (shape.type === 'text' && shape.oneOf !== undefined)
    return shape.oneOf.map((code) => wording.word(code)).join(', ');
  if (shape.type === 'limit')
    return message(language, 'shape.limit', { limit: limitText({ count: 5, unit: 'bankingDays' }, language) });
  const id = `shape.${shape.type}`;
  const known = [
    'shape.money',
    'shape.day',
    'shape.instant',
    'shape.flag',
    'shape.count',
    'shape.rate',
    'shape.text',
  ] as const;
  const found = known.find((candidate) => candidate === (id === 'shape.decimal' ? 'shape.rate' : id)) ?? 'shape.json';
  return message(language, found, { currency: agreement.data.currencies[0] ?? '' });
}

/** The value in the shape of the fact; undefined if it is invalid. */
function valueIn(written: string, shape: FactDeclaration, agreement: Agreement): unknown {
  const { currencies, words = {} } = agreement.data;
  switch (shape.type) {
    case 'flag':
      return flags[written.toLowerCase()];
    case 'count':
      return /^\d{1,15}$/.test(written) ? Number(written) : undefined;
    case 'day':
      return attempt(() => epochDayOf(written, 'day')).ok ? written : undefined;
    case 'money': {
      const [, amount, currency = currencies.length === 1 ? currencies[0] : undefined] =
        /^(-?\d+(?:\.\d+)?)(?:\s*([A-Z]{3}))?$/.exec(written) ?? [];
      return amount === undefined || currency === undefined ? undefined : { amount, currency };
    }
    case 'limit': {
      const [, count, unit] = /^(\d{1,6})\s*([A-Za-z]+)$/.exec(written) ?? [];
      return count === undefined ? undefined : { count: Number(count), unit };
    }
    case 'text': {
      if (shape.oneOf === undefined) return written;
      const wanted = written.toLowerCase();
      return shape.oneOf.find((code) =>
        [code, ...Object.values(Object.hasOwn(words, code) ? (words[code] ?? {}) : {})].some(
          (word) => word.toLowerCase() === wanted,
        ),
      );
    }
    case 'rate':
    case 'decimal':
    case 'instant':
      return written;
    default: {
      const json = attempt(() => parsed(written));
      return json.ok ? json.value : undefined;
    }
  }
}

function parsed(written: string): unknown {
  try {
    return JSON.parse(written) as unknown;
  } catch {
    return undefined;
  }
}
