import type { FactDeclaration } from '../model/agreement.js';
import type { WordsByPlace } from './catalogue.js';
import type { AgreementDocument } from './document.js';
import type { Finder } from './finder.js';
import { readDeclaration } from './readDeclaration.js';

/** Compiles the facts that an agreement declares. */
export function compileFacts(
  written: AgreementDocument['facts'],
  words: WordsByPlace,
  finder: Finder,
): Readonly<Record<string, FactDeclaration>> {
  const facts: Record<string, FactDeclaration> = {};
  for (const [name, declared] of Object.entries(written)) {
    const path = ['facts', name];
    const { shape, absent } = readDeclaration(declared, path, finder);
    const label = words.at('facts', name);
    facts[name] = { ...shape, ...(label && { label }), ...(absent !== undefined && { absent }) };
  }
  return facts;
}
