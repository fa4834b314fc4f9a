import type { Facts } from '../evaluate/session.js';
import type { Posting } from '../model/posting.js';
import { boundValue, type PostingContext } from './bindings.js';
import type { PlannedPosting } from './postingsOf.js';

/** The facts that a posting binds, without those that have no value. @internal */
export function boundFacts({ binds }: PlannedPosting, where: PostingContext): Facts {
  const facts: Record<string, unknown> = {};
  for (const [name, binding] of binds) {
    const value = boundValue(binding, where);
    if (value !== undefined) facts[name] = value;
  }
  return facts;
}

/** The value of a fact that a posting binds; undefined if it binds no such fact. @internal */
export function boundFact({ bind }: Posting, name: string, where: PostingContext): unknown {
  const binding = bind !== undefined && Object.hasOwn(bind, name) ? bind[name] : undefined;
  return binding && boundValue(binding, where);
}
