// Finds pages by words. Plain JavaScript, so that the build, the tests and the page run the same file.

/**
 * A page that can be found: title, kind, address, text, and words of the field that lead to it.
 *
 * @typedef {{ t: string, k: 'api' | 'guide' | 'kind' | 'clause', u: string, x: string, w?: string }} Entry
 */

/** The field says many things in other words than the library does. Each row: what is asked, what it is called here. */
const synonyms = [
  ['late fee', 'penalty delay latePaymentPenalty'],
  ['fee', 'charge fine penalty'],
  ['holiday', 'day off working calendar'],
  ['business day', 'working day'],
  ['discount', 'preferential tariff price credit'],
  ['plan change', 'prorateChange change of plan'],
  ['upgrade', 'prorateChange change of plan'],
  ['proration', 'prorate part of a period'],
  ['refund', 'comes back returned'],
  ['trial', 'retention free period'],
  ['subscription', 'renewal term billing period'],
  ['cancel', 'termination notice exit'],
  ['chargeback', 'refund payment returned'],
  ['invoice', 'charge payment act'],
  ['downtime', 'service level outage'],
  ['uptime', 'service level share'],
  ['sla', 'service level credit tier'],
  ['vat', 'vatOn tax'],
  ['tax', 'vatOn'],
  ['split', 'allocate equalShare shares'],
  ['timezone', 'time zone dayIn instant'],
  ['leap year', 'february day count fraction'],
  ['grace', 'suspension retention deadline'],
  ['cap', 'limit liability'],
  ['apr', 'interest rate'],
  ['webhook', 'event account'],
  ['bonus', 'wallet credit'],
  ['overdue', 'penalty debt late'],
  ['пеня', 'penalty latePaymentPenalty'],
  ['неустойка', 'penalty'],
  ['возврат', 'refund'],
  ['срок', 'deadline limit'],
  ['праздник', 'working calendar day off'],
];

/** @param {string} text */
function wordsIn(text) {
  return text
    .normalize('NFKC')
    .replace(/([a-zа-я])([A-ZА-Я])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 1);
}

/** A word without the endings that English gives it. @param {string} word */
function stem(word) {
  return word.length > 4 ? word.replace(/(?:ies|es|s|ing|ed)$/, '') : word.replace(/s$/, '');
}

/**
 * The best entries first. Every word of the query counts where it stands: in the title most; what only another word of the field leads to counts less.
 *
 * @param {readonly Entry[]} entries
 * @param {string} query
 * @param {number} [most]
 * @returns {readonly Entry[]}
 */
export function find(entries, query, most = 40) {
  const asked = wordsIn(query).map(stem);
  if (asked.length === 0) return [];
  const plain = query.trim().toLowerCase();
  const others = synonyms
    .filter(([from]) => ` ${plain} `.includes(` ${from} `) || ` ${plain} `.includes(` ${from}s `))
    .flatMap(([, to]) => wordsIn(to).map(stem));
  const whole = wordsIn(query).join('');
  const scored = entries.map((entry) => {
    const title = indexOf(entry).title;
    const text = indexOf(entry).text;
    const field = indexOf(entry).field;
    let score = indexOf(entry).name === whole ? 60 : 0;
    let hits = 0;
    for (const word of asked) {
      const inTitle = title.has(word) ? 12 : [...title].some((known) => known.startsWith(word)) ? 6 : 0;
      const inText = text.get(word) ?? 0;
      const inField = field.has(word) ? 8 : 0;
      if (inTitle + inText + inField > 0) hits += 1;
      score += inTitle + inField + Math.min(6, Math.sqrt(inText) * 2);
    }
    if (hits < asked.length) score *= hits / (asked.length * 2);
    for (const word of new Set(others)) {
      if (title.has(word)) score += 5;
      else if ((text.get(word) ?? 0) > 0) score += 0.7;
    }
    if (entry.k === 'api' && score > 0) score += 3;
    if (entry.k === 'clause') score *= 0.8;
    return { entry, score };
  });
  return scored
    .filter(({ score }) => score > 1.5)
    .sort((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({ entry }) => entry);
}

/** @type {WeakMap<Entry, { title: Set<string>, text: Map<string, number>, field: Set<string>, name: string }>} */
const indexes = new WeakMap();

/** @param {Entry} entry */
function indexOf(entry) {
  const known = indexes.get(entry);
  if (known !== undefined) return known;
  const text = new Map();
  for (const word of wordsIn(entry.x).map(stem)) text.set(word, (text.get(word) ?? 0) + 1);
  const made = {
    title: new Set(wordsIn(entry.t).map(stem)),
    text,
    field: new Set(wordsIn(entry.w ?? '').map(stem)),
    name: wordsIn(entry.t).join(''),
  };
  indexes.set(entry, made);
  return made;
}
