// What the search finds: functions with their comments, sections of the guides, kinds of computation, clauses.
import { slug } from './guides.mjs';

/**
 * @param {{ root: string, guides: readonly import('./guides.mjs').Guide[], agreements: readonly any[], api: any }} options
 * @returns {readonly import('../src/search/find.js').Entry[]}
 */
export function searchEntries({ guides, agreements, api }) {
  return [
    ...(api === undefined ? [] : apiEntries(api)),
    ...guides.flatMap(guideEntries),
    ...agreements.flatMap(clauseEntries),
  ];
}

const folders = { 64: 'functions', 128: 'classes', 256: 'interfaces', 2097152: 'types', 32: 'variables' };

function apiEntries(api) {
  const entries = [];
  const walk = (module, children) => {
    for (const child of children ?? []) {
      if (child.variant === 'document') continue;
      if (child.kind === 2) {
        walk(child.name, child.children);
        continue;
      }
      const folder = folders[child.kind];
      // Functions and classes; what they take and give is on their pages.
      if (folder === undefined || (child.kind !== 64 && child.kind !== 32 && child.kind !== 128)) continue;
      const comment = child.signatures?.[0]?.comment ?? child.comment;
      const clause = comment?.blockTags?.find(({ tag }) => tag === '@clause');
      const text = [...(comment?.summary ?? []), ...(clause?.content ?? [])].map((part) => part.text).join('');
      const file = `${module.replaceAll('/', '_')}.${child.name}`;
      entries.push({ t: child.name, k: 'api', u: `api/${folder}/${file}.html`, x: clean(text) });
    }
  };
  walk(api.name, api.children);
  return entries;
}

function guideEntries({ file, path, title, text }) {
  const k = file === 'docs/reference/kinds.md' ? 'kind' : 'guide';
  const parts = withoutCode(text).split(/^(?=#{2,3} )/m);
  return parts.flatMap((part, at) => {
    const heading = /^#{1,3} (.+)$/m.exec(part)?.[1]?.replaceAll('`', '') ?? title;
    const body = clean(part.replace(/^#.*$/m, ''));
    if (body === '') return [];
    return [
      {
        t: at === 0 ? title : k === 'kind' ? heading : `${title}: ${heading}`,
        k,
        u: at === 0 ? path : `${path}#${slug(heading)}`,
        x: body.slice(0, 1200),
      },
    ];
  });
}

function clauseEntries({ id, document, catalogues }) {
  return Object.entries(document.clauses).flatMap(([ref, clause]) => {
    const computations = Object.values(clause).filter((part) => typeof part === 'object' && part !== null);
    const texts = [
      clause.says,
      ...computations.map(({ label }) => label),
      ...catalogues.flatMap(({ clauses = {} }) =>
        Object.entries(clauses)
          .filter(([key]) => key === ref || key.startsWith(`${ref}/`))
          .map(([, text]) => text),
      ),
    ].filter((text) => typeof text === 'string');
    if (typeof clause.says !== 'string') return [];
    return [
      {
        t: `${document.name} ${ref}: ${clause.says}`,
        k: 'clause',
        u: `clauses/${id}/#${new URLSearchParams({ c: ref })}`,
        x: texts.join('. '),
        w: computations.flatMap((part) => Object.keys(part)).join(' '),
      },
    ];
  });
}

function withoutCode(text) {
  return text.replace(/^```[\s\S]*?^```$/gm, ' ');
}

function clean(text) {
  return text
    .replace(/<!--[\s\S]*?-->/g, ' ')
    .replace(/\[([^\]]+)\]\([^)]+\)/g, '$1')
    .replace(/^[|\s:-]+$/gm, ' ')
    .replace(/^\s*[-*] /gm, ' ')
    .replace(/[`*|#]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
