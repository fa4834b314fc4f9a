/** The values for a template. Paths are those of arguments; inside a list they start at the entry. */
export interface TemplateValues {
  /** The value at a path, in words. */
  readonly phrase: (path: string) => string;
  /** The text of a literal term at a path; undefined unless it is a text, flag or number of the agreement itself. */
  readonly literal: (path: string) => string | undefined;
  /** Whether there is a value; a literal zero does not count if `orZero` is false. */
  readonly isGiven: (path: string, orZero: boolean) => boolean;
  /** The number of entries of a list; undefined if the whole list comes from elsewhere. */
  readonly entries: (path: string) => number | undefined;
}

/**
 * Fills a template of a rule: `{path}`, `{path|value:text}`, `{path#text}` for each entry, and `[text]`, which is
 * dropped if a path in it has no value. `{path!}` treats a literal zero as no value.
 *
 * @internal
 */
export function fillTemplate(template: string, values: TemplateValues, entry = ''): string {
  let text = '';
  for (let at = 0; at < template.length; ) {
    const sign = template[at];
    if (sign !== '{' && sign !== '[') {
      text += sign;
      at += 1;
      continue;
    }
    const end = closing(template, at);
    const inner = template.slice(at + 1, end);
    text += sign === '[' ? optional(inner, values, entry) : slot(inner, values, entry);
    at = end + 1;
  }
  return text;
}

/** The bracket that closes the one at an index. */
function closing(template: string, from: number): number {
  let depth = 0;
  for (let at = from; at < template.length; at += 1) {
    const sign = template[at] as string;
    if (sign === '{' || sign === '[') depth += 1;
    else if (sign === '}' || sign === ']') depth -= 1;
    if (depth === 0) return at;
  }
  throw new TypeError(`a bracket that closes in "${template}"`);
}

function optional(inner: string, values: TemplateValues, entry: string): string {
  const paths = pathsIn(inner);
  const isThere = paths.every((path) => values.isGiven(pathOf(path.replace('!', ''), entry), !path.endsWith('!')));
  return isThere ? fillTemplate(inner, values, entry) : '';
}

/** The paths of the slots of a text that are not in a nested optional part. */
function pathsIn(text: string): string[] {
  const paths: string[] = [];
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] !== '{' && text[at] !== '[') continue;
    const end = closing(text, at);
    if (text[at] === '{') paths.push((/^[^|#]*/.exec(text.slice(at + 1, end)) as RegExpExecArray)[0]);
    at = end;
  }
  return paths;
}

function slot(inner: string, values: TemplateValues, entry: string): string {
  const name = (/^[^|#]*/.exec(inner) as RegExpExecArray)[0];
  const path = pathOf(name.replace('!', ''), entry);
  const rest = inner.slice(name.length);
  if (rest === '') return values.phrase(path);
  if (rest.startsWith('#')) return each(rest.slice(1), path, values);
  const choices = choicesIn(rest.slice(1));
  if (!values.isGiven(path, true)) return fillTemplate(choices.get('-') ?? '', values, entry);
  const literal = values.literal(path);
  const chosen = choices.get(literal ?? '*');
  return chosen === undefined ? values.phrase(path) : fillTemplate(chosen, values, entry);
}

function each(text: string, path: string, values: TemplateValues): string {
  const count = values.entries(path);
  if (count === undefined) return values.phrase(path);
  return Array.from({ length: count }, (_, at) => fillTemplate(text, values, `${path}.${at}`)).join('; ');
}

/** `a:one|b:two` by value; a bar inside a nested slot is not a separator. */
function choicesIn(text: string): ReadonlyMap<string, string> {
  const parts: string[] = [];
  let begin = 0;
  for (let at = 0; at <= text.length; at += 1) {
    if (text[at] === '{' || text[at] === '[') at = closing(text, at);
    else if (text[at] === '|' || at === text.length) {
      parts.push(text.slice(begin, at));
      begin = at + 1;
    }
  }
  return new Map(
    parts.map((part) => {
      const colon = part.indexOf(':');
      return [part.slice(0, colon), part.slice(colon + 1)];
    }),
  );
}

function pathOf(name: string, entry: string): string {
  return name.startsWith('.') ? `${entry}${name}` : name;
}
