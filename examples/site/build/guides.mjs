// The guides: every page of docs/ as HTML, with its links leading to pages of the site.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import MarkdownIt from 'markdown-it';
import { escapeHtml, textPage } from './pages.mjs';

/** Sections of the index, by the folder in docs/, with the name of their title among the words of the site. */
const sections = [
  ['guides', 'Guides', 'secGuides'],
  ['recipes', 'Recipes', 'secRecipes'],
  ['concepts', 'Concepts', 'secConcepts'],
  ['families', 'Families', 'secFamilies'],
  ['reference', 'Reference', 'secReference'],
  ['clauses', 'Clause by clause', 'secClauses'],
  ['', 'About the library', 'secLibrary'],
  ['decisions', 'Decisions', 'secDecisions'],
];

/** One page of text: its place in the project and in the site, its title, its text. */
/** @typedef {{ file: string, path: string, title: string, text: string }} Guide */

/** Every page of docs/, and the README. @param {string} root @returns {Guide[]} */
export function guidesOf(root) {
  const files = readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .map((name) => `docs/${name.replaceAll('\\', '/')}`)
    .filter((name) => name.endsWith('.md'))
    .sort();
  return ['README.md', 'CHANGELOG.md', ...files].map((file) => {
    const text = readFileSync(join(root, file), 'utf8');
    const title = /^# (.+)$/m.exec(text)?.[1]?.replaceAll('`', '') ?? file;
    return { file, path: pathOf(file), title, text };
  });
}

/** `docs/guides/testing.md` is `guides/guides/testing/`; pages written by long runs are separate. */
function pathOf(file) {
  const own = /^docs\/(performance|conformance)\.md$/.exec(file)?.[1];
  if (own !== undefined) return `${own}/`;
  return `guides/${file
    .replace(/^docs\//, '')
    .replace(/\.md$/, '')
    .replace(/(^|\/)README$/, '$1index')
    .toLowerCase()}/`;
}

/** The name of a heading in an address, as GitHub makes it. @param {string} text */
export function slug(text) {
  return text
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, '')
    .replaceAll(' ', '-');
}

/**
 * Writes the pages; throws an error with all broken links.
 *
 * @param {string} root @param {string} out @param {string} version
 */
export function writeGuides(root, out, version) {
  const guides = guidesOf(root);
  const known = new Map(guides.map((guide) => [guide.file, guide]));
  const broken = [];
  for (const guide of guides) {
    const html = rendererFor(guide, known, broken).render(guide.text);
    write(
      join(out, guide.path, 'index.html'),
      textPage({ path: guide.path, title: `${guide.title} · oferta`, content: html, version }),
    );
  }
  write(
    join(out, 'guides/index.html'),
    textPage({ path: 'guides/', title: 'Guides · oferta', content: indexOf(guides), version }),
  );
  if (broken.length > 0) throw new Error(`links of the documentation that lead nowhere:\n${broken.join('\n')}`);
  return guides;
}

function write(file, text) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

function indexOf(guides) {
  const parts = sections.map(([folder, title, id]) => {
    const own = guides.filter(({ file }) => (/^docs\/(?:([^/]+)\/)?[^/]+$/.exec(file)?.[1] ?? '') === folder);
    const items = own.map(({ path, title: name }) => `<li><a href="../${path}">${escapeHtml(name)}</a></li>`);
    return items.length === 0 ? '' : `<h2 data-say="${id}">${title}</h2>\n<ul>${items.join('\n')}</ul>`;
  });
  return `<h1 data-say="secGuides">Guides</h1>\n${parts.join('\n')}`;
}

function rendererFor(guide, known, broken) {
  const markdown = new MarkdownIt({ html: true, linkify: false });
  const { rules } = markdown.renderer;
  const plain = (tokens, at, options, _environment, self) => self.renderToken(tokens, at, options);
  const used = new Map();
  rules.heading_open = (tokens, at, options, environment, self) => {
    const name = slug(tokens[at + 1]?.children?.map(({ content }) => content).join('') ?? '');
    const times = used.get(name) ?? 0;
    used.set(name, times + 1);
    tokens[at].attrSet('id', times === 0 ? name : `${name}-${times}`);
    return plain(tokens, at, options, environment, self);
  };
  let tables = 0;
  let empty = false;
  rules.table_open = () => {
    tables += 1;
    return `<div class="scroll" tabindex="0" role="region" aria-label="Table ${tables}"><table>`;
  };
  rules.table_close = () => '</table></div>';
  rules.fence = (tokens, at) => {
    const { info, content } = tokens[at];
    return `<pre tabindex="0"><code class="language-${escapeHtml(info.split(' ')[0] ?? '')}">${escapeHtml(content)}</code></pre>\n`;
  };
  rules.th_open = (tokens, at) => {
    // An empty corner cell is not a heading.
    empty = tokens[at + 1]?.content === '';
    return empty ? '<td>' : '<th scope="col">';
  };
  rules.th_close = () => (empty ? '</td>' : '</th>');
  rules.td_open = (tokens, at, options, environment, self) => {
    // Alignment is written as a style, which the policy of the pages forbids.
    tokens[at].attrs = null;
    return plain(tokens, at, options, environment, self);
  };
  rules.image = (tokens, at) => {
    const token = tokens[at];
    const source = posix.normalize(posix.join(posix.dirname(guide.file), token.attrGet('src') ?? ''));
    const up = '../'.repeat(guide.path.split('/').length - 1);
    return `<img src="${up}data/${source.split('/').at(-1)}" alt="${escapeHtml(token.content)}">`;
  };
  rules.link_open = (tokens, at, options, environment, self) => {
    const token = tokens[at];
    const href = token.attrGet('href') ?? '';
    if (/^(?:https?:|mailto:)/.test(href)) {
      token.attrSet('rel', 'noreferrer');
    } else if (!href.startsWith('#')) {
      const [file = '', anchor] = href.split('#');
      const target = posix.normalize(posix.join(posix.dirname(guide.file), file));
      const page = known.get(target);
      if (page === undefined) {
        if (target.endsWith('.md') && target.startsWith('docs/')) broken.push(`${guide.file}: ${href}`);
        token.tag = 'span';
        token.attrs = [['class', 'file']];
        closers.add(
          tokens.findIndex((other, index) => index > at && other.type === 'link_close' && other.level === token.level),
        );
      } else {
        const up = '../'.repeat(guide.path.split('/').length - 1);
        token.attrSet('href', `${up}${page.path}${anchor === undefined ? '' : `#${anchor}`}`);
      }
    }
    return plain(tokens, at, options, environment, self);
  };
  const closers = new Set();
  rules.link_close = (_tokens, at) => (closers.delete(at) ? '</span>' : '</a>');
  return markdown;
}
