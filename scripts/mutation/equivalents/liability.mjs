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
  'liability/capRoom.ts': [
    { code: 'return room < 0 ? 0 : room;', becomes: ['room <= 0'], because: 'zero is zero' },
    { code: 'return room > 0n ? room : 0n;', becomes: ['room >= 0n'], because: 'zero is zero' },
  ],
  'liability/limitLiability.ts': [
    {
      code: `if (!isName(condition?.what)) requireName(condition?.what, \`requires.\${at}.what\`);`,
      becomes: ['true'],
      because: 'the check that names the field looks again',
    },
    {
      code: 'const read = new Array<ReadCap<C>>(caps.length);',
      becomes: ['new Array()'],
      because: 'the length only spares the engine from growing the list',
    },
    {
      code: `if (!isName(clause)) requireName(clause, \`\${field}.\${at}.clause\`);`,
      becomes: ['true'],
      because: 'the check that names the field looks again',
    },
    {
      code: 'if (!isPlainAmount(base, currency) || !isPlainAmount(used, currency)) {',
      becomes: ['true'],
      because: 'the checks that name the field look again',
    },
  ],
};
