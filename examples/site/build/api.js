// On every page of the API: the way back to the site, the library in the console, and names for the parts of the page that have none.
const site = new URL('../../', document.currentScript.src);
const start = () => {
  const content = document.querySelector('.col-content');
  content?.setAttribute('role', 'main');
  document.querySelector('.tsd-page-toolbar, header')?.setAttribute('role', 'banner');
  for (const code of document.querySelectorAll('pre')) code.setAttribute('tabindex', '0');
  const toolbar = document.querySelector('#tsd-toolbar-links');
  for (const [path, name] of [
    ['', 'oferta'],
    ['play/', 'Try it'],
    ['guides/', 'Guides'],
    ['search/', 'Search'],
  ]) {
    const link = document.createElement('a');
    link.href = new URL(path, site).href;
    link.textContent = name;
    toolbar?.append(link);
  }
  import(new URL('assets/console.js', site).href).catch(() => undefined);
};
if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start);
else start();
