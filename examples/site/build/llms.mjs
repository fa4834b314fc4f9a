// The documentation for readers that are programs: an index, and all of it in one text.

/** @param {readonly import('./guides.mjs').Guide[]} guides */
export function llmsIndex(guides) {
  const line = ({ path, title, text }) => `- [${title}](${path}): ${firstSentence(text)}`;
  const own = (folder) => guides.filter(({ file }) => file.startsWith(`docs/${folder}/`)).map(line);
  return [
    '# oferta',
    '',
    '> Pure functions that turn the computable clauses of a public-offer agreement into exact, explained answers: what is charged, owed, given back, limited, and by which day.',
    '',
    'Install with `npm install oferta`. Everything below in one text: llms-full.txt.',
    '',
    ...[
      ['Guides', 'guides'],
      ['Concepts', 'concepts'],
      ['Families', 'families'],
      ['Reference', 'reference'],
      ['Clause by clause', 'clauses'],
    ].flatMap(([title, folder]) => (own(folder).length === 0 ? [] : [`## ${title}`, '', ...own(folder), ''])),
    '## Optional',
    '',
    ...own('decisions'),
    '',
  ].join('\n');
}

/** @param {readonly import('./guides.mjs').Guide[]} guides */
export function llmsFull(guides) {
  const order = [
    'README.md',
    'docs/guides/',
    'docs/concepts/',
    'docs/families/',
    'docs/reference/',
    'docs/glossary.md',
    'docs/errors.md',
  ];
  return order
    .flatMap((begin) => guides.filter(({ file }) => file.startsWith(begin)))
    .map(({ file, text }) => `<!-- ${file} -->\n\n${text.trim()}\n`)
    .join('\n\n');
}

function firstSentence(text) {
  const paragraph = text
    .replace(/^```[\s\S]*?^```/gm, '')
    .split(/\n{2,}/)
    .map((part) => part.trim().replace(/^(?:[-*]|\d+\.)\s+/, ''))
    .find((part) => /^[\p{L}\d`*"[]/u.test(part));
  const line = (paragraph ?? '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll('**', '')
    .replace(/\[([^\]]+)\]\([^)]+\)/g, '$1');
  // A heading word such as "Decision." or the number of a clause is no sentence.
  return /^.{20,}?\.(?= |$)/.exec(line)?.[0] ?? line;
}
