import { refuse } from '../../errors/agreementError.js';
import type { AccountJson } from './accountJson.js';

/** What an item of a list of the state must have; a part may be absent, but has its own form if it is there. */
interface Form {
  readonly texts: readonly string[];
  readonly lists?: readonly string[];
  readonly objects?: readonly string[];
  readonly parts?: Readonly<Record<string, Form>>;
}

const decision: Form = { texts: ['question'] };
const about: Form = { texts: ['key'] };

/** The lists that an account keeps as they are given and reads only later. Sums and days of the others are read when it opens. */
const forms: Readonly<Record<'entries' | 'remarks' | 'deadlines' | 'rights' | 'assumedOrder', Form>> = {
  entries: {
    texts: ['key', 'on', 'account', 'posting', 'edition'],
    lists: ['cites'],
    objects: ['facts', 'amount', 'balanceAfter'],
    parts: { decision },
  },
  remarks: {
    texts: ['key', 'on', 'posting', 'edition'],
    lists: ['cites'],
    objects: ['facts'],
    parts: {
      decision,
      computed: { texts: ['computation', 'field'] },
      right: { texts: ['name', 'became'] },
      withoutEffect: { texts: ['because'] },
    },
  },
  deadlines: {
    texts: ['key', 'name', 'lastDay', 'computation', 'posting', 'openedOn', 'edition'],
    lists: ['closedBy'],
    objects: ['facts'],
    parts: { about },
  },
  rights: {
    texts: ['key', 'name', 'posting', 'openedOn', 'edition'],
    lists: ['closedBy'],
    objects: ['facts'],
    parts: { about },
  },
  assumedOrder: { texts: ['on'], lists: ['events'] },
};

/**
 * Refuses a state in whose lists something has the form of something else. It is not all that can be wrong with a state: `parseState` finds
 * every problem, and with the agreement also sums that do not add up.
 *
 * @internal
 */
export function requireStateForm(state: AccountJson): void {
  for (const [name, form] of Object.entries(forms)) {
    const list: unknown = state[name as keyof typeof forms];
    if (!Array.isArray(list)) refuse('state-invalid', `state.${name}`, list, 'a list');
    for (let at = 0; at < list.length; at += 1) requireForm(list[at], form, `state.${name}.${at}`);
  }
}

function requireForm(value: unknown, { texts, lists = [], objects = [], parts = {} }: Form, path: string): void {
  if (typeof value !== 'object' || value === null) refuse('state-invalid', path, value, 'an object');
  const own = value as Readonly<Record<string, unknown>>;
  for (const name of texts)
    if (typeof own[name] !== 'string') refuse('state-invalid', `${path}.${name}`, own[name], 'a text');
  for (const name of lists)
    if (!Array.isArray(own[name])) refuse('state-invalid', `${path}.${name}`, own[name], 'a list');
  for (const name of objects)
    if (typeof own[name] !== 'object' || own[name] === null)
      refuse('state-invalid', `${path}.${name}`, own[name], 'an object');
  for (const name of Object.keys(parts))
    if (own[name] !== undefined) requireForm(own[name], parts[name] as Form, `${path}.${name}`);
}
