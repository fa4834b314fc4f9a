/** A text with ordinary spaces for its no-break spaces, as a test can write it. */
export function withPlainSpaces(text: string): string {
  return text.replaceAll('\u00a0', ' ');
}

/** A text with no-break spaces for its underscores, so that a test shows which they are. */
export function withNoBreakSpaces(text: string): string {
  return text.replaceAll('_', '\u00a0');
}

/** The texts of sentences, with ordinary spaces. */
export function plainTexts(sentences: readonly { readonly text: string }[]): readonly string[] {
  return sentences.map(({ text }) => withPlainSpaces(text));
}
