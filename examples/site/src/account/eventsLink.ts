import type { AccountEvent } from '../library.js';

const mark = 'z1.';

/** Events for a link: JSON, deflated by the browser, with a prefix that names the format. */
export async function packEvents(events: readonly AccountEvent[]): Promise<string> {
  const bytes = await through(new CompressionStream('deflate-raw'), new TextEncoder().encode(JSON.stringify(events)));
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return `${mark}${btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')}`;
}

/** The maximum size of a link when inflated. */
const mostBytes = 2_000_000;

/** Events of a link; undefined if it has none. Their content is checked when they are applied. */
export async function unpackEvents(text: string): Promise<readonly AccountEvent[] | undefined> {
  if (!text.startsWith(mark)) return undefined;
  try {
    const binary = atob(text.slice(mark.length).replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    const unpacked = await through(new DecompressionStream('deflate-raw'), bytes);
    return eventsIn(JSON.parse(new TextDecoder().decode(unpacked)));
  } catch {
    return undefined;
  }
}

/** A list of events, judged by its shape; undefined for anything else. */
export function eventsIn(json: unknown): readonly AccountEvent[] | undefined {
  const list =
    typeof json === 'object' && json !== null && 'events' in json
      ? (json as { readonly events: unknown }).events
      : json;
  if (!Array.isArray(list) || list.length > 5000) return undefined;
  const isEvent = (event: unknown): boolean =>
    typeof event === 'object' &&
    event !== null &&
    ['id', 'kind', 'on'].every((name) => typeof (event as Readonly<Record<string, unknown>>)[name] === 'string');
  return list.every(isEvent) ? (list as readonly AccountEvent[]) : undefined;
}

async function through(stream: GenericTransformStream, bytes: Uint8Array): Promise<Uint8Array> {
  const writer = stream.writable.getWriter();
  writer.write(bytes).catch(() => undefined);
  writer.close().catch(() => undefined);
  const reader = stream.readable.getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    parts.push(value as Uint8Array);
    length += (value as Uint8Array).length;
    if (length > mostBytes) throw new RangeError('more than a link may hold');
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
