import type { StatementPart } from '../agreement/statement/statementPart.js';
import { wrapText } from './wrapText.js';

/** The output device of a page. */
export interface Terminal {
  readonly columns: number;
  readonly hasColour: boolean;
}

/**
 * The parts of a statement as a page, each under its title: wrapped to the width of the terminal, with titles in bold
 * and past items dimmed if it supports colour. Colour never carries information by itself.
 */
export function statementPage(parts: readonly StatementPart[], terminal?: Terminal): string {
  const painted = (code: number, line: string): string =>
    terminal?.hasColour === true ? `\u001b[${code}m${line}\u001b[0m` : line;
  const wrapped = (line: string): string[] =>
    (terminal === undefined ? line : wrapText(line, terminal.columns)).split('\n');
  const lines = parts.flatMap(({ is, title, lines: own }) => [
    ...(title === undefined ? [] : wrapped(title).map((line) => painted(bold, line))),
    ...own.flatMap((line) =>
      wrapped(line).map((part) => (is === 'passed' || is === 'note' ? painted(dim, part) : part)),
    ),
  ]);
  return `${lines.join('\n')}\n`;
}

const bold = 1;
const dim = 2;
