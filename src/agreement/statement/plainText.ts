/**
 * Makes untrusted text safe to show on one line: control characters and line breaks become spaces, bidirectional and
 * invisible formatting characters are removed, lone surrogates are replaced.
 *
 * @internal
 */
export function plainText(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/\p{Cf}/gu, '')
    .replace(/\p{Cs}/gu, '\ufffd');
}
