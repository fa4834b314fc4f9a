/** Replaces names in braces by their words; an unknown name stays. @internal */
export function fillWords(text: string, words: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (slot, name: string) => words[name] ?? slot);
}
