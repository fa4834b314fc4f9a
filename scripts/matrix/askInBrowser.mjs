// Puts the answers of a browser on the page, in base64, since a page dumped as HTML would change some characters.
import questions from '../../questions.json';
import { answers, surroundings } from './answers.mjs';
import { entries } from './entries.mjs';

const [, version = '?'] = /Chrom\w*\/([\d.]+)/.exec(navigator.userAgent) ?? [];
const place = document.createElement('pre');
try {
  const outcome = {
    version: `Chromium ${version.split('.')[0]}`,
    ...surroundings(),
    answers: answers(entries, questions),
  };
  const bytes = new TextEncoder().encode(JSON.stringify(outcome));
  let binary = '';
  for (let at = 0; at < bytes.length; at += 8192) binary += String.fromCharCode(...bytes.subarray(at, at + 8192));
  place.textContent = btoa(binary);
} catch (error) {
  place.textContent = `! ${error.stack ?? error}`;
}
document.body.replaceChildren(place);
