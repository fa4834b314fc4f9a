/** @type {import('../equivalents.mjs').Equivalents} */
export const equivalents = {
  'liability/liabilityBase.ts': [
    {
      code: 'if (big === undefined && units + amount.units <= Number.MAX_SAFE_INTEGER) units += amount.units;',
      becomes: [
        'false',
        'units + amount.units < Number.MAX_SAFE_INTEGER',
        'units + amount.units > Number.MAX_SAFE_INTEGER',
      ],
      because: 'the sum is kept in a bigint earlier, and is the same',
    },
    {
      code: 'if (big === undefined && units + more <= Number.MAX_SAFE_INTEGER) units += more;',
      becomes: ['false', 'units + more < Number.MAX_SAFE_INTEGER', 'units + more > Number.MAX_SAFE_INTEGER'],
      because: 'the sum is kept in a bigint earlier, and is the same',
    },
  ],
};
