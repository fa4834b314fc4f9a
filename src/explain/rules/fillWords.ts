/** Puts words where a text names them in braces; a name that is not among them stays. @internal */
export function fillWords(text: string, words: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (slot, name: string) => words[name] ?? slot);
}
