import type { EventDeclaration, FactDeclaration } from '../model/agreement.js';
import type { ValueShape } from '../model/value.js';
import type { WordsByPlace } from './catalogue.js';
import type { AgreementDocument } from './document.js';
import { type Finder, nearest, type Path, show } from './finder.js';
import { readDeclaration } from './readDeclaration.js';

/** Compiles the kinds of events that an agreement declares; a field can take its shape from one of the facts. */
export function compileEvents(
  written: AgreementDocument['events'],
  facts: Readonly<Record<string, FactDeclaration>>,
  words: WordsByPlace,
  finder: Finder,
): Readonly<Record<string, EventDeclaration>> {
  const events: Record<string, EventDeclaration> = {};
  for (const [kind, event] of Object.entries(written)) {
    const path = ['events', kind];
    const payload: Record<string, ValueShape> = {};
    const optional: string[] = [];
    for (const [name, declared] of Object.entries(event.carries ?? {})) {
      const bare = name.endsWith('?') ? name.slice(0, -1) : name;
      if (bare !== name) optional.push(bare);
      const here = [...path, 'carries', name];
      const label = words.at('events', `${kind}.${bare}`);
      payload[bare] = fieldOf(facts, declared, label, here, finder);
    }
    const label = words.at('events', kind);
    events[kind] = {
      payload,
      ...(optional.length > 0 && { optional }),
      ...(label && { label }),
      ...(event.afterEnd !== undefined && { afterEnd: event.afterEnd as 'finding' }),
      ...(event.note !== undefined && { note: event.note }),
    };
  }
  return events;
}

/** The shape of a field of an event: that of a fact, `"=paidOn"`, or its own. */
function fieldOf(
  facts: Readonly<Record<string, FactDeclaration>>,
  declared: unknown,
  label: Readonly<Record<string, string>> | undefined,
  path: Path,
  finder: Finder,
): ValueShape {
  if (typeof declared === 'string' && declared.startsWith('=')) {
    const fact = declared.slice(1).trim();
    const known = Object.hasOwn(facts, fact) ? facts[fact] : undefined;
    if (known !== undefined) {
      const { absent, ...shape } = known;
      return shape;
    }
    const near = nearest(fact, Object.keys(facts));
    finder.add(path, 'unknown', show(fact), near.length > 0 ? near.join(', ') : 'a fact the agreement declares');
    return { type: 'text' };
  }
  const { shape } = readDeclaration(declared, path, finder);
  return { ...shape, ...(label && { label }) };
}
