import type { Comparison } from './source.js';

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
