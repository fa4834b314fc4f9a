/**
 * A text of which no line is longer than a terminal is wide: a line goes on in the next, two columns further in than it began. Lines are broken at
 * spaces; what has none, where the width ends.
 */
export function wrapText(text: string, columns: number): string {
  return text
    .split('\n')
    .flatMap((line) => wrapLine(line, Math.max(columns, narrowest)))
    .join('\n');
}

/** In fewer columns than these a sum and its sign have no room. */
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

/** As many characters as fit, one at least. */
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

/** Columns a text takes on a terminal. @internal */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += columnsOf(character);
  return width;
}

/** Marks above and below letters take none, characters of East Asia and emoji two. */
function columnsOf(character: string): 0 | 1 | 2 {
  if (/[\p{Mn}\p{Me}]/u.test(character)) return 0;
  return /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Emoji_Presentation}\uff00-\uff60]/u.test(
    character,
  )
    ? 2
    : 1;
}
