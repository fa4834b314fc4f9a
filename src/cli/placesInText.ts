/** A place in a text, both counted from 1, as editors do. */
export interface TextPlace {
  readonly line: number;
  readonly column: number;
}

/** Where a value and its parts are written. */
interface Written {
  /** Where its key begins, or the value itself where it has none. */
  readonly at: number;
  readonly parts: ReadonlyMap<string, Written>;
}

const noParts: ReadonlyMap<string, Written> = new Map();

/**
 * Finds where the parts of a JSON text are written: the key of a field, or the value of an entry of a list. A part that is missing is where
 * the record begins in which it should be.
 *
 * @param text JSON that has been read without a fault, so that it is nested no deeper than a document is.
 * @returns A function from the names and positions that lead to a part to its place.
 */
export function placesInText(text: string): (place: readonly (string | number)[]) => TextPlace {
  const { whole } = new Scanner(text);
  const lines = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines.push(at + 1);
  return (place) => {
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

/** Reads a text once, from its beginning to its end. */
class Scanner {
  readonly whole: Written;
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
    this.#skipSpace();
    this.whole = { at: this.#at, parts: this.#parts() };
  }

  /** The parts of the value that begins here; goes behind it. */
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

  /** A text, a number or a word. */
  #skipPlain(): void {
    this.#skip(/"(?:[^"\\]|\\.)*"|[^\s,\]}]*/sy);
  }

  #skip(pattern: RegExp): void {
    pattern.lastIndex = this.#at;
    this.#at += pattern.exec(this.#text)?.[0].length ?? 0;
  }
}
