// How many messages a text is: Latin, Kazakh and Russian texts of 20 to 400 characters, extension characters and surrogate pairs among them.
import { smsSegments } from 'oferta';
import { drawing, each, few } from '../cases.mjs';

const basic =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?' +
  '¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
const extension = '\f^{}\\[~]|€';

export function smsSegmentsWork() {
  const draw = drawing(8);
  const latin = 'The balance of your account is 1500.00 KZT. Pay by card or in the application. ';
  const cyrillic = 'Қош келдіңіз! Ваш баланс 1500.00 тг. Пополните счёт до 15 числа. ';
  const texts = each((at) => {
    const alphabet = at % 2 === 0 ? latin : cyrillic;
    const start = draw(0, alphabet.length - 1);
    const text = alphabet.repeat(8).slice(start, start + draw(20, 400));
    const seam = draw(0, text.length);
    const odd = at % 5 === 0 ? (at % 2 === 0 ? '€' : '😀') : '';
    return text.slice(0, seam) + odd + text.slice(seam);
  });
  const expected = Float64Array.from(texts, segmentsByHand);
  const starts = new Int32Array(texts.length + 1);
  for (let at = 0; at < texts.length; at += 1) starts[at + 1] = starts[at] + texts[at].length;
  const codes = Uint16Array.from({ length: starts[texts.length] });
  texts.forEach((text, at) => {
    for (let nth = 0; nth < text.length; nth += 1) codes[starts[at] + nth] = text.charCodeAt(nth);
  });
  const septets = septetTable();
  const options = { partHeader: 'udh' };
  const made = each((at) => smsSegments(texts[at], options), few);

  return {
    id: 'smsSegments',
    title: 'SMS segments',
    does: 'How many messages a text of 20 to 400 characters is, pairs that cannot be parted among them.',
    expected,
    c: { kernel: 'sms_segments', columns: [starts.slice(0, texts.length), starts.slice(1), codes, septets] },
    contenders: [
      { name: 'JS integers', group: 'limit', operation: limit(starts, codes, septets) },
      {
        name: 'oferta',
        group: 'oferta',
        operation: (at) => smsSegments(texts[at], { partHeader: 'udh' }),
        answer: (result) => result.segments,
      },
      { name: 'reading `basis`', group: 'part', operation: (at) => made[at % few].basis },
      { name: 'sets and code points', group: 'peer', operation: (at) => segmentsByHand(texts[at]) },
    ],
  };
}

/** As one writes it down from the standard: an array of characters, a set for the alphabet, one character after the other. */
function segmentsByHand(text) {
  const alphabet = new Set(basic + extension);
  const narrow = [...text].every((character) => alphabet.has(character));
  const sizes = [...text].map((character) => (narrow ? (extension.includes(character) ? 2 : 1) : character.length));
  const units = sizes.reduce((sum, size) => sum + size, 0);
  if (units <= (narrow ? 160 : 70)) return 1;
  const capacity = narrow ? 153 : 67;
  let parts = 1;
  let filled = 0;
  for (const size of sizes) {
    if (filled + size > capacity) {
      parts += 1;
      filled = 0;
    }
    filled += size;
  }
  return parts;
}

/** Septets of each character code; 0 for what the alphabet has not. */
function septetTable() {
  const table = new Uint8Array(65_536);
  for (const character of basic) table[character.charCodeAt(0)] = 1;
  for (const character of extension) table[character.charCodeAt(0)] = 2;
  return table;
}

function limit(starts, codes, septets) {
  return (at) => {
    const start = starts[at];
    const end = starts[at + 1];
    let units = 0;
    let nth = start;
    for (; nth < end; nth += 1) {
      const size = septets[codes[nth]];
      if (size === 0) break;
      units += size;
    }
    const narrow = nth === end;
    if (!narrow) units = end - start;
    if (units <= (narrow ? 160 : 70)) return 1;
    const capacity = narrow ? 153 : 67;
    // Each part is full but for a pair on its seam, so only the seams are looked at.
    let parts = 1;
    if (!narrow) {
      for (let from = start; end - from > capacity; parts += 1) {
        from += capacity;
        if ((codes[from] & 0xfc00) === 0xdc00 && (codes[from - 1] & 0xfc00) === 0xd800) from -= 1;
      }
      return parts;
    }
    let filled = 0;
    for (nth = start; nth < end; nth += 1) {
      const size = septets[codes[nth]];
      if (filled + size > capacity) {
        parts += 1;
        filled = 0;
      }
      filled += size;
    }
    return parts;
  };
}
