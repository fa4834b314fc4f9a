import { plainText } from '../agreement/statement/plainText.js';
import type { RuleText } from '../explain/readback.js';

/** The rules of an agreement for readers: a line for each computation, and each table with its rows. */
export function readbackText(rules: readonly RuleText[]): string {
  const lines: string[] = [];
  let question: string | undefined;
  for (const { clauses, table, title, text } of rules) {
    if (table === undefined) {
      lines.push(`${clauses.join(', ')}  ${title}: ${text}`);
      continue;
    }
    if (table.question !== question) {
      if (lines.length > 0) lines.push('');
      lines.push(title);
    }
    question = table.question;
    lines.push(`  ${table.row}. ${text}  [${clauses.join(', ')}]`);
  }
  return `${lines.map(plainText).join('\n')}\n`;
}
