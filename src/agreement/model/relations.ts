import type { Comparison } from './agreement.js';

/** The relations of comparisons; each comparison has one. @internal */
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
