// The generated parts of docs/size.md, between markers.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './project.mjs';

const page = join(root, 'docs/size.md');

/** The content of a part of the page. */
export function inPage(part) {
  return parted(part)[1];
}

/** Replaces a part of the page; the rest stays. */
export function writeInPage(part, text) {
  const [before, , after] = parted(part);
  writeFileSync(page, `${before}\n\n${text}\n\n${after}`);
}

/** The tables of a text: the heading above each, and its lines without the header. */
export function pageTables(text) {
  return text
    .split(/^### /m)
    .slice(1)
    .map((section) => {
      const [title, ...rest] = section.split('\n');
      const lines = rest.filter((line) => line.startsWith('|')).slice(2);
      return { title, lines: lines.map((line) => line.slice(2, -2).split(' | ')) };
    });
}

function parted(part) {
  const text = readFileSync(page, 'utf8');
  const found = new RegExp(`^([\\s\\S]*<!-- ${part}: [^>]*-->)([\\s\\S]*)(<!-- end of ${part} -->[\\s\\S]*)$`).exec(
    text,
  );
  if (found === null) throw new Error(`docs/size.md has no part <!-- ${part}: … --> … <!-- end of ${part} -->`);
  return found.slice(1);
}
