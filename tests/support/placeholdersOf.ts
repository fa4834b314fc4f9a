/** Names of the values that a sentence has places for: `{paid}`, `{#days}`, `{?cap}`, `{limit:genitive}`. */
export function placeholdersOf(sentence: string): readonly string[] {
  return [...new Set([...sentence.matchAll(/\{[#?]?(\w+)(?::[^}]*)?\}/g)].map(([, name]) => name as string))].sort();
}
