/**
 * Wraps a text to the width of a terminal: a long line continues on the next one, indented by two more columns. Lines
 * break at spaces, or at the width if there is none.
 */
export function wrapText(text: string, columns: number): string {
  return text
    .split('\n')
    .flatMap((line) => wrapLine(line, Math.max(columns, narrowest)))
    .join('\n');
}

/** The minimum width, below which an amount with its symbol does not fit. */
const narrowest = 20;

function wrapLine(line: string, columns: number): string[] {
  if (widthOf(line) <= columns) return [line];
  const indent = /^ */.exec(line)?.[0].length ?? 0;
  const further = ' '.repeat(Math.min(indent + 2, Math.floor(columns / 2)));
  const lines: string[] = [];
  let current = ' '.repeat(indent);
  let isEmpty = true;
  const next = (): void => {
    lines.push(current.trimEnd());
    [current, isEmpty] = [further, true];
  };
  for (const word of line.trimStart().split(/ +/)) {
    if (!isEmpty && widthOf(current) + 1 + widthOf(word) > columns) next();
    let rest = isEmpty ? word : ` ${word}`;
    while (widthOf(current) + widthOf(rest) > columns) {
      const part = beginningOf(rest, columns - widthOf(current));
      current += part;
      rest = rest.slice(part.length);
      next();
    }
    current += rest;
    isEmpty = false;
  }
  lines.push(current);
  return lines;
}

/** As many characters as fit, at least one. */
function beginningOf(text: string, columns: number): string {
  let part = '';
  let width = 0;
  for (const character of text) {
    width += columnsOf(character);
    if (width > columns && part !== '') break;
    part += character;
  }
  return part;
}

/** The number of columns of a text on a terminal. @internal */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += columnsOf(character);
  return width;
}

/** Combining marks take no column, East Asian characters and emoji two. */
function columnsOf(character: string): 0 | 1 | 2 {
  if (/[\p{Mn}\p{Me}]/u.test(character)) return 0;
  return /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Emoji_Presentation}\uff00-\uff60]/u.test(
    character,
  )
    ? 2
    : 1;
}
