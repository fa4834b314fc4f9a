import { fieldAt, type Json } from './json.js';

/** The declared value of a fact that was left out; undefined if the declaration is not a value. */
export function absentFact(declared: Json): Json {
  const absent = fieldAt(declared, 'absent');
  if (typeof absent !== 'string') return undefined;
  const text = absent.trim();
  switch (fieldAt(declared, 'type')) {
    case 'money': {
      const [, amount, currency] = /^(-?\d+(?:\.\d+)?) +([A-Z]{3})$/.exec(text) ?? [];
      return amount && { amount, currency };
    }
    case 'limit': {
      const [, count, words = ''] = /^(\d{1,9}) +([a-z]+(?: +[a-z]+)?)$/.exec(text) ?? [];
      // "5 banking days" has the unit `bankingDays`.
      const unit = words.replace(/s?$/, 's').replace(/ +(.)/g, (_, letter: string) => letter.toUpperCase());
      return count && { count: Number(count), unit };
    }
    case 'rate': {
      const [, perCent] = /^(-?\d+(?:\.\d+)?) *%(?: a day)?$/.exec(text) ?? [];
      return perCent === undefined ? decimalIn(text) : hundredth(perCent);
    }
    case 'count':
      return /^\d+$/.test(text) ? Number(text) : undefined;
    case 'day':
    case 'decimal':
      return text;
    default:
      return undefined;
  }
}

function decimalIn(text: string): Json {
  return /^-?\d+(?:\.\d+)?$/.test(text) ? text : undefined;
}

/** A percentage as a fraction of one, without trailing zeros. */
function hundredth(perCent: string): string {
  const [, sign = '', whole = '', decimals = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(perCent) ?? [];
  const digits = whole.padStart(3, '0');
  const rest = `${digits.slice(-2)}${decimals}`.replace(/0+$/, '');
  const units = digits.slice(0, -2).replace(/^0+(?=\d)/, '');
  return `${sign}${units}${rest && `.${rest}`}`;
}
