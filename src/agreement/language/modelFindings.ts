/** Maps findings about the compiled model back to the document they come from. */
import type { Finding } from '../../errors/agreementError.js';
import { type Path, pathText } from './finder.js';
import type { ModelPlaces } from './modelPlaces.js';

/**
 * Parts of the model whose inner structure is the same as in the document: arguments, the clauses of a row, bindings.
 */
const argumentFields: readonly string[] = [
  'terms',
  'from',
  'clauses',
  'prevailsOver',
  'bind',
  'opens',
  'opensRight',
  'setsByState',
  'requires',
];

/** Gives each finding the path of the written part it is about. */
export function placeFindings(findings: readonly Finding[], places: ModelPlaces): readonly Finding[] {
  const reported = new Set<string>();
  return findings.flatMap((finding) => {
    const place = placeOf(finding.path, places);
    const path = pathText(place);
    const key = `${path}\n${finding.code}\n${finding.value}`;
    // An argument is validated both as a term and as a source; report it once.
    if (reported.has(key)) return [];
    reported.add(key);
    return [{ ...finding, path, place }];
  });
}

function placeOf(path: string, places: ModelPlaces): Path {
  const names = path.split('.');
  for (let length = names.length; length > 0; length -= 1) {
    const written = places.get(names.slice(0, length).join('.'));
    if (written === undefined) continue;
    const isArgument = argumentFields.includes(names[length - 1] as string);
    // The model has no positions inside an expression, so point to the whole expression.
    return isArgument || length === names.length ? [...written, ...names.slice(length).map(position)] : written;
  }
  return names.map(position);
}

function position(name: string): string | number {
  return /^\d+$/.test(name) ? Number(name) : name;
}
