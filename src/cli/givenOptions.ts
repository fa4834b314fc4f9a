/** What stands behind the name of a command. */
export interface GivenOptions {
  /** What is no option, in order. */
  readonly words: readonly string[];
  /** Values by option; a flag has an empty list. */
  readonly options: ReadonlyMap<string, readonly string[]>;
  /** Everything that is wrong with them. */
  readonly faults: readonly string[];
}

/** What a command takes behind its name. */
export interface TakenOptions {
  /** Words it takes at least and at most, as they are called. */
  readonly words: readonly string[];
  readonly leastWords: number;
  /** Options with one value. */
  readonly single: readonly string[];
  /** Options with one value or more. */
  readonly several: readonly string[];
  readonly flags: readonly string[];
}

/** Reads what stands behind the name of a command; an option with several values takes all words up to the next option. */
export function givenOptions(argv: readonly string[], taken: TakenOptions): GivenOptions {
  const { single, several, flags } = taken;
  const words: string[] = [];
  const options = new Map<string, readonly string[]>();
  const faults: string[] = [];
  for (let at = 0; at < argv.length; at += 1) {
    const word = argv[at] as string;
    if (!word.startsWith('--')) {
      words.push(word);
      continue;
    }
    const split = word.indexOf('=');
    const name = split < 0 ? word.slice(2) : word.slice(2, split);
    const values: string[] = split < 0 ? [] : [word.slice(split + 1)];
    const most = flags.includes(name) ? 0 : several.includes(name) ? Number.POSITIVE_INFINITY : 1;
    while (values.length < most && argv[at + 1]?.startsWith('--') === false) {
      at += 1;
      values.push(argv[at] as string);
    }
    if (![...single, ...several, ...flags].includes(name)) {
      faults.push(
        `there is no option --${name}: there is ${[...single, ...several, ...flags].map((each) => `--${each}`).join(', ')}`,
      );
      continue;
    }
    if (options.has(name) && !several.includes(name)) faults.push(`--${name} is given twice`);
    if (most === 0 ? values.length > 0 : values.length === 0)
      faults.push(most === 0 ? `--${name} takes no value` : `--${name} has no value`);
    options.set(name, [...(options.get(name) ?? []), ...values]);
  }
  if (words.length < taken.leastWords || words.length > taken.words.length)
    faults.push(`expected ${taken.words.join(' ')}, ${words.length} given`);
  return { words, options, faults };
}
