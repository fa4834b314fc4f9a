// Plugin for typedoc (typedoc.json). Gives the pages of the API what the other pages of the site have: the policy, no script or style inside
// the page, landmarks, the links of the site, the version for the console. And no link inside what opens and closes a section.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PageEvent, RendererEvent } from 'typedoc';
import { icon, policy } from './pages.mjs';

/** @param {import('typedoc').Application} app */
export function load(app) {
  const { version } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'));
  /** Scripts that stood inside pages, by the name of their file. @type {Map<string, string>} */
  const scripts = new Map();
  app.renderer.on(PageEvent.END, (page) => {
    if (page.contents !== undefined) page.contents = apiPage(page.contents, { version, scripts });
  });
  app.renderer.on(RendererEvent.END, ({ outputDirectory }) => {
    for (const [name, text] of scripts) writeFileSync(join(outputDirectory, 'assets', name), text);
    withoutStyleElement(join(outputDirectory, 'assets/main.js'));
  });
}

/** The theme makes a style element for filters of members, which are switched off; the policy would report even an empty one. */
function withoutStyleElement(file) {
  const text = readFileSync(file, 'utf8');
  const made = 'document.head.appendChild(document.createElement("style"))';
  if (!text.includes(made)) throw new Error(`${file} no longer has ${made}`);
  writeFileSync(
    file,
    text.replace(made, () => 'document.createElement("template")'),
  );
}

/**
 * A page as the site serves it, from what the theme wrote. Throws where the theme no longer writes what is changed here.
 *
 * @param {string} html
 * @param {{ version: string, scripts: Map<string, string> }} options `scripts` collects those that were inside the page
 */
export function apiPage(html, { version, scripts }) {
  const base = /^<!DOCTYPE html><html [^>]*data-base="([^"]*)"/.exec(html)?.[1];
  if (base === undefined) throw new Error('a page of the API without data-base');
  const link = (path, id, name) => `<a href="${base}../${path}" data-say="${id}">${name}</a>`;
  const replaced = [
    // The version for the console; the policy before anything is loaded.
    ['<html ', `<html data-version="${version}" `],
    [
      '<meta charset="utf-8"/>',
      `<meta charset="utf-8"/><meta http-equiv="Content-Security-Policy" content="${policy}"/><link rel="icon" href="${icon}"/>`,
    ],
    [
      '<div id="tsd-toolbar-links"></div>',
      `<nav id="tsd-toolbar-links" aria-label="Site" data-say-label="mainMenu">${link('', 'navHome', 'Home')}${link('play/', 'navPlay', 'Try it')}${link('guides/', 'navGuides', 'Guides')}${link('search/', 'navSearch', 'Search')}</nav>`,
    ],
    ['<div class="col-content">', '<div class="col-content" role="main">'],
    ['<div class="page-menu">', '<div class="page-menu" role="region" aria-label="This page">'],
    ['<nav class="tsd-navigation">', '<nav class="tsd-navigation" aria-label="API">'],
  ].reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`a page of the API without ${from}`);
    return text.replace(from, () => to);
  }, html);
  return (
    withLevels(replaced)
      .replace(/<script>([\s\S]*?)<\/script>/g, (_, text) => {
        const name = `page-${createHash('sha256').update(text).digest('hex').slice(0, 8)}.js`;
        scripts.set(name, `${text}\n`);
        return `<script src="${base}assets/${name}"></script>`;
      })
      .replace(/ style="text-align:\s*(left|center|right)"/g, ' class="align-$1"')
      // A link inside what opens a section is neither read out nor reached; beside it, it is both.
      .replace(
        /(<summary[^>]*>(?:(?!<\/summary>)[\s\S])*?)(<a href="#[^>]*class="tsd-anchor-icon">(?:(?!<\/a>)[\s\S])*<\/a>)([\s\S]*?<\/summary>)/g,
        '$1$3$2',
      )
  );
}

/** Headings keep their looks, but none skips a level: below a first heading comes a second one, for whoever hears the page. */
function withLevels(html) {
  /** @type {number[]} */
  const above = [];
  return html.replace(/<h([1-6])(?=[ >])/g, (tag, digit) => {
    const size = Number(digit);
    while (above.length > 0 && above[above.length - 1] >= size) above.pop();
    above.push(size);
    return above.length === size ? tag : `${tag} aria-level="${above.length}"`;
  });
}
