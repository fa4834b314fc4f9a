/** The address of the site, wherever it is served: each page says how many levels up it is. */
export function siteRoot(): URL {
  return new URL(document.body.dataset['root'] ?? './', document.baseURI);
}

/** A link inside the site, from the page that shows it. */
export function linkTo(path: string): string {
  return `${document.body.dataset['root'] ?? './'}${path}`;
}
