/**
 * A text of someone else's as one line that cannot do anything but be read: control characters and line breaks become spaces, marks that turn the
 * direction of writing or are not seen are left out, halves of characters are replaced.
 *
 * @internal
 */
export function plainText(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/\p{Cf}/gu, '')
    .replace(/\p{Cs}/gu, '\ufffd');
}
