import { FileFault } from './fileFault.js';

/**
 * The text of a file in UTF-8. UTF-16, in which some shells and editors write, is told by name; any other encoding is told as none.
 *
 * @throws Error with what is wrong, for people.
 */
export function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const marked = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  // JSON begins with a letter of ASCII, which UTF-16 writes with a zero beside it.
  const unmarked = bytes.length > 1 && (first === 0) !== (second === 0);
  if (marked || unmarked) throw new FileFault('utf16', {});
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new FileFault('notUtf8', {});
  }
}
