import type { Typed } from './shapes.js';

/** What the page of questions shows; the link contains all of it. */
export interface PlayState {
  readonly agreement: string;
  /** A view of the site, or one question: `6.10/penalty`, `table:refund`. */
  readonly question: string;
  readonly typed: Typed;
  readonly readings: Readonly<Record<string, string>>;
}

const version = '1';
const readingPrefix = 'reading.';
const longest = 400;

/** The content of a link; unknown names are dropped later, when the agreement is known. */
export interface LinkState extends Partial<PlayState> {
  readonly language?: string;
  readonly clause?: string;
}

/** Reads the part of an address behind `#`. Keys and texts are only ever texts here. */
export function readHash(hash: string): LinkState {
  const parameters = new URLSearchParams(hash.replace(/^#/, ''));
  const typed: Record<string, string> = Object.create(null);
  const readings: Record<string, string> = Object.create(null);
  let isTyped = parameters.get('s') === 'none';
  let count = 0;
  for (const [key, text] of parameters) {
    if (['v', 'a', 'q', 's', 'c', 'lang'].includes(key)) continue;
    count += 1;
    if (count > 500) break;
    if (key.startsWith(readingPrefix)) readings[key.slice(readingPrefix.length)] = text.slice(0, longest);
    else {
      typed[key.slice(0, longest)] = text.slice(0, longest);
      isTyped = true;
    }
  }
  const agreement = parameters.get('a');
  const question = parameters.get('q');
  const language = parameters.get('lang');
  const clause = parameters.get('c');
  return {
    ...(agreement !== null && { agreement }),
    ...(question !== null && { question }),
    ...(language !== null && { language }),
    ...(clause !== null && { clause }),
    ...(isTyped && { typed: { ...typed } }),
    readings: { ...readings },
  };
}

/** The part of an address behind `#` that leads back to this state. */
export function hashOf({ agreement, question, typed, readings }: PlayState, language: string): string {
  const parameters = new URLSearchParams({ v: version, a: agreement, q: question });
  if (language !== 'en') parameters.set('lang', language);
  const given = Object.entries(typed).filter(([, text]) => text !== '');
  if (given.length === 0) parameters.set('s', 'none');
  for (const [place, text] of given) parameters.append(place, text);
  for (const [id, option] of Object.entries(readings)) parameters.append(`${readingPrefix}${id}`, option);
  return `#${parameters.toString().replaceAll('%2F', '/').replaceAll('%3A', ':')}`;
}
