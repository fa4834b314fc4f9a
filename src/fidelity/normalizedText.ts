const entities: Readonly<Record<string, string>> = {
  nbsp: ' ',
  quot: '"',
  amp: '&',
  lt: '<',
  gt: '>',
  laquo: '"',
  raquo: '"',
  mdash: '-',
  ndash: '-',
};

/**
 * Removes what depends only on the format of a text: markup, and variants of spaces, quotation marks and dashes. The
 * result changes only if the words do.
 *
 * @internal
 */
export function normalizedText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/<[^<>]*>/gu, ' ')
    .replace(/&#(\d{1,6});/gu, (_, code: string) => String.fromCodePoint(Math.min(Number(code), 0x10ffff)))
    .replace(/&(\w+);/gu, (whole, name: string) => entities[name] ?? whole)
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/gu, '')
    .replace(/[«»“”„‟]/gu, '"')
    .replace(/[‘’‚‛]/gu, "'")
    .replace(/[‐-―−]/gu, '-')
    .replace(/[*_`\\]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}
