// On every page of the API: the frame in the chosen language, the library in the console, and what the theme makes in the browser made usable by keyboard and screen reader.
const site = new URL('../../', document.currentScript.src);

/** Links that lead to a page and open a section at once stand beside what opens it. */
function partLinks(navigation) {
  for (const summary of navigation.querySelectorAll('summary')) {
    const link = summary.querySelector('a');
    if (link === null) continue;
    summary.setAttribute('aria-label', link.textContent);
    summary.parentElement.before(link);
    summary.parentElement.parentElement.classList.add('parted');
  }
}

/** An entry of the list of results is an option, in which nothing may be a link of its own: it leads where its link led. */
function optionsWithoutLinks(results) {
  for (const link of results.querySelectorAll('a[href]')) {
    link.dataset.address = link.href;
    link.removeAttribute('href');
    link.removeAttribute('tabindex');
  }
}

function start() {
  for (const code of document.querySelectorAll('pre')) code.setAttribute('tabindex', '0');
  const navigation = document.querySelector('#tsd-nav-container');
  if (navigation !== null) {
    new MutationObserver(() => partLinks(navigation)).observe(navigation, { childList: true });
    partLinks(navigation);
  }
  const results = document.querySelector('#tsd-search-results');
  if (results !== null) {
    new MutationObserver(() => optionsWithoutLinks(results)).observe(results, { childList: true });
    results.addEventListener('click', (event) => {
      const address = event.target.closest('li')?.querySelector('a')?.dataset.address;
      if (address === undefined) return;
      if (event.ctrlKey || event.metaKey) window.open(address);
      else location.assign(address);
    });
  }
  for (const name of ['frame', 'console']) import(new URL(`assets/${name}.js`, site).href).catch(() => undefined);
}

if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start);
else start();
