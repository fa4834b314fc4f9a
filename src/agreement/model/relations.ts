import type { Comparison } from './agreement.js';

/** The relations a comparison can ask for; a comparison has one of them. @internal */
export const relations: readonly (keyof Comparison)[] = [
  'isGiven',
  'is',
  'isOneOf',
  'equals',
  'atMost',
  'moreThan',
  'atLeast',
  'lessThan',
  'onOrBefore',
  'before',
  'onOrAfter',
  'after',
];
