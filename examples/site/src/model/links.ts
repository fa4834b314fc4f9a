/** The address of the site, wherever it is served: pages say how far up it lies. */
export function siteRoot(): URL {
  return new URL(document.body.dataset['root'] ?? './', document.baseURI);
}

/** A link inside the site, from the page that shows it. */
export function linkTo(path: string): string {
  return `${document.body.dataset['root'] ?? './'}${path}`;
}
