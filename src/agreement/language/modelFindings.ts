/** Findings about the model, told where the agreement was written. */
import type { Finding } from '../../errors/agreementError.js';
import { type Path, pathText } from './finder.js';

/** Fields of a computation's model that are written in one place, the arguments of its kind. */
const argumentFields: readonly string[] = ['terms', 'from'];

/** Gives each finding the place where its part was written. */
export function placeFindings(findings: readonly Finding[], places: ReadonlyMap<string, Path>): readonly Finding[] {
  const told = new Set<string>();
  return findings.flatMap((finding) => {
    const place = placeOf(finding.path, places);
    const path = pathText(place);
    const key = `${path}\n${finding.code}\n${finding.value}`;
    // An argument is looked at as a term and as a source; one finding is enough.
    if (told.has(key)) return [];
    told.add(key);
    return [{ ...finding, path, place }];
  });
}

function placeOf(path: string, places: ReadonlyMap<string, Path>): Path {
  const names = path.split('.');
  for (let length = names.length; length > 0; length -= 1) {
    const written = places.get(names.slice(0, length).join('.'));
    if (written === undefined) continue;
    const isArgument = argumentFields.includes(names[length - 1] as string);
    // Inside an expression the place of the expression is as near as one can get.
    return isArgument || length === names.length ? [...written, ...names.slice(length).map(position)] : written;
  }
  return names.map(position);
}

function position(name: string): string | number {
  return /^\d+$/.test(name) ? Number(name) : name;
}
