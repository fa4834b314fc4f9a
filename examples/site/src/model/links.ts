/** The address of the site, wherever it is served: each page says how many levels up it is. */
export function siteRoot(): URL {
  return new URL(document.body.dataset['root'] ?? './', document.baseURI);
}

/** A link inside the site, from the page that shows it. */
export function linkTo(path: string): string {
  return `${document.body.dataset['root'] ?? './'}${path}`;
}

/** Pages of text. Their hash leads to a heading, so the language stands in the query; all other pages have it in the hash. */
const isText = /^(?:guides|api|performance|conformance)\//;

/** The path of a page from the root of the site, in a language. */
export function inLanguage(path: string, language: string): string {
  const base = 'https://site.invalid/';
  const to = new URL(path, base);
  const parameters = isText.test(path) ? to.searchParams : new URLSearchParams(to.hash.slice(1));
  if (language === 'en') parameters.delete('lang');
  else parameters.set('lang', language);
  if (!isText.test(path)) to.hash = parameters.toString();
  return to.href.slice(base.length);
}
