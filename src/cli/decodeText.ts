/**
 * Decodes a UTF-8 file. UTF-16, which some shells and editors write, is reported by name, any other encoding as
 * unknown.
 *
 * @throws Error with a description of the problem.
 */
export function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const marked = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  // JSON starts with an ASCII character, which UTF-16 writes together with a zero byte.
  const unmarked = bytes.length > 1 && (first === 0) !== (second === 0);
  if (marked || unmarked) throw new Error('it is in UTF-16: save it in UTF-8');
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Error('it is not in UTF-8: save it in UTF-8');
  }
}
