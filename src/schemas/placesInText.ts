import { refuse } from '../errors/agreementError.js';
import { isList } from '../errors/isList.js';

/** A position in a text; line and column start at 1, as in editors. */
export interface TextPlace {
  readonly line: number;
  readonly column: number;
}

/** The positions of a value and its parts. */
interface Written {
  /** The offset of its key, or of the value itself if it has none. */
  readonly at: number;
  readonly parts: ReadonlyMap<string, Written>;
}

const noParts: ReadonlyMap<string, Written> = new Map();

/**
 * Finds the positions of the parts of a JSON text: the key of a field, or the value of a list entry. A missing part is
 * reported at the start of the record that should contain it.
 *
 * @param text JSON that has been parsed successfully, so that its nesting is limited.
 * @returns A function from the names and indices that lead to a part to its position.
 * @throws {@link AgreementError} `argument-invalid` if it is not a text, or not JSON.
 * @example
 * ```ts
 * placesInText('{\n  "a": { "b": 1 }\n}')(['a', 'b']) // => { line: 2, column: 10 }
 * ```
 */
export function placesInText(text: string): (place: readonly (string | number)[]) => TextPlace {
  const whole = scanned(text);
  const lines = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines.push(at + 1);
  return (place) => {
    if (!isList(place)) refuse('argument-invalid', 'place', place, 'the names and indices that lead to a part');
    let found = whole;
    for (const name of place) {
      const part = found.parts.get(String(name));
      if (part === undefined) break;
      found = part;
    }
    let line = 0;
    for (let step = lines.length; step >= 1; step = step >> 1)
      while ((lines[line + step] ?? Number.POSITIVE_INFINITY) <= found.at) line += step;
    return { line: line + 1, column: found.at - (lines[line] as number) + 1 };
  };
}

function scanned(text: string): Written {
  if (typeof text !== 'string') refuse('argument-invalid', 'text', text, 'a JSON text');
  try {
    return new Scanner(text).whole;
  } catch {
    // A name that is not JSON, or more levels than the stack holds.
    return refuse('argument-invalid', 'text', text, 'JSON that has been parsed successfully');
  }
}

/** Scans a text once, from start to end. */
class Scanner {
  readonly whole: Written;
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
    this.#skipSpace();
    this.whole = { at: this.#at, parts: this.#parts() };
  }

  /** The parts of the value that starts here; moves past it. */
  #parts(): ReadonlyMap<string, Written> {
    const opening = this.#text[this.#at];
    if (opening !== '{' && opening !== '[') {
      this.#skipPlain();
      return noParts;
    }
    const parts = new Map<string, Written>();
    this.#at += 1;
    this.#skipSpace();
    while (!/[\]}]/.test(this.#text[this.#at] ?? ']')) {
      const at = this.#at;
      let name = String(parts.size);
      if (opening === '{') {
        this.#skipPlain();
        name = JSON.parse(this.#text.slice(at, this.#at)) as string;
        this.#skipSpace();
        this.#at += 1;
        this.#skipSpace();
      }
      parts.set(name, { at, parts: this.#parts() });
      this.#skipSpace();
      if (this.#text[this.#at] === ',') this.#at += 1;
      this.#skipSpace();
    }
    this.#at += 1;
    return parts;
  }

  #skipSpace(): void {
    this.#skip(/\s*/y);
  }

  /** A string, a number or a literal. */
  #skipPlain(): void {
    this.#skip(/"(?:[^"\\]|\\.)*"|[^\s,\]}]*/sy);
  }

  #skip(pattern: RegExp): void {
    pattern.lastIndex = this.#at;
    this.#at += pattern.exec(this.#text)?.[0].length ?? 0;
  }
}
