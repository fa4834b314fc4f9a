// The frame of a page: head, policy, and the place of the page, which the scripts need.

/** What a browser may load for a page of the site: its own files and nothing inline. */
export const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'";

// Inline, because browsers request an icon again whenever the address changes, and here it changes with every key.
export const icon = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><circle cx="8" cy="8" r="6" fill="none" stroke="#0b6e5f" stroke-width="3"/></svg>',
)}`;

/** @param {string} text */
export function escapeHtml(text) {
  return text.replace(
    /[&<>"]/g,
    (character) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[character] ?? '',
  );
}

/** The relative path from a page to the root of the site. @param {string} path of the page's folder: `''`, `'play/'` */
export function rootFrom(path) {
  return '../'.repeat(path.split('/').length - 1) || './';
}

/**
 * A page whose content is created by a script.
 *
 * @param {{ path: string, page: string, title: string, version: string, agreement?: string }} options
 */
export function appPage({ path, page, title, version, agreement }) {
  const root = rootFrom(path);
  const data = [
    `data-page="${page}"`,
    `data-root="${root}"`,
    `data-version="${version}"`,
    ...(agreement === undefined ? [] : [`data-agreement="${agreement}"`]),
  ].join(' ');
  return frame({
    root,
    title,
    head: `<script type="module" src="${root}assets/start.js"></script>`,
    body: `<body ${data}>
<div id="site"><main><p>…</p></main></div>
<noscript><p>The questions are answered in the browser, so this page needs JavaScript. <a href="${root}guides/">The guides</a> do not.</p></noscript>
</body>`,
  });
}

/**
 * A page that is text.
 *
 * @param {{ path: string, title: string, content: string, version: string }} options
 */
export function textPage({ path, title, content, version }) {
  const root = rootFrom(path);
  const links = [
    ['play/', 'navPlay', 'Try it'],
    ['examples/', 'navExamples', 'Accounts'],
    ['clauses/', 'navClauses', 'Clauses'],
    ['own/', 'navOwn', 'Your agreement'],
    ['guides/', 'navGuides', 'Guides'],
    ['api/', 'navApi', 'API'],
    ['search/', 'navSearch', 'Search'],
  ];
  return frame({
    root,
    title,
    head: ['frame', 'console'].map((name) => `<script type="module" src="${root}assets/${name}.js"></script>`).join(''),
    body: `<body data-root="${root}" data-version="${version}">
<div class="page">
<a class="skip" href="#main" data-say="skip">Skip to the content</a>
<header><a class="brand" href="${root}">oferta</a><nav aria-label="Pages" data-say-label="mainMenu">${links
      .map(
        ([to, id, name]) =>
          `<a href="${root}${to}" data-say="${id}"${to === 'guides/' ? ' aria-current="true"' : ''}>${name}</a>`,
      )
      .join('')}</nav></header>
<p class="in-english" data-say="textInEnglish"></p>
<main id="main" class="text" tabindex="-1" lang="en">
${content}
</main>
<footer><p data-say="version">Library version ${version}</p></footer>
</div>
</body>`,
  });
}

/** @param {{ root: string, title: string, head: string, body: string }} parts */
function frame({ root, title, head, body }) {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)}</title>
<link rel="stylesheet" href="${root}assets/style.css">
<link rel="icon" href="${icon}">
${head}
</head>
${body}
</html>
`;
}
