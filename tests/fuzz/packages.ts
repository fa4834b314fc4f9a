/** All that is fuzzed, from the sources: every entry point, the command line, and what the site reads from an address. */
import * as oferta from 'oferta';
import * as agreement from 'oferta/agreement';
import * as batch from 'oferta/batch';
import * as kz from 'oferta/calendars/kz';
import * as ru from 'oferta/calendars/ru';
import * as equality from 'oferta/equality';
import * as explain from 'oferta/explain';
import * as schemas from 'oferta/schemas';
import * as testing from 'oferta/testing';
import * as verify from 'oferta/verify';

export { readDay } from '../../examples/site/src/input/readDay.js';
export { readSum } from '../../examples/site/src/input/readSum.js';
export { readHash } from '../../examples/site/src/model/playState.js';
export { main } from '../../src/cli/main.js';
export { everyPart } from '../schemas/everyPart.js';

/** The module of each entry point by its name; tests/fuzz/fuzz.test.ts holds the list against package.json. */
export const packages = {
  oferta,
  'oferta/agreement': agreement,
  'oferta/batch': batch,
  'oferta/calendars/kz': kz,
  'oferta/calendars/ru': ru,
  'oferta/equality': equality,
  'oferta/explain': explain,
  'oferta/schemas': schemas,
  'oferta/testing': testing,
  'oferta/verify': verify,
} as const;
