import { checkAgreement, defineAgreement } from 'oferta/agreement';
import { kz } from 'oferta/calendars/kz';
import { ru } from 'oferta/calendars/ru';
import { describe, expect, it } from 'vitest';
import { agreementTable, withTable } from '../../scripts/agreement-table.mjs';
import { textOf } from '../support/sources.js';

describe('the table of the agreements in the README', () => {
  const table = agreementTable({ checkAgreement, defineAgreement }, [kz, ru]);

  it('is what their data say; else run node scripts/agreement-table.mjs', () => {
    const readme = textOf('README.md');
    expect(readme).toBe(withTable(readme, table));
  });

  it('has a row for each', () => {
    expect(table.split('\n')).toHaveLength(2 + 5);
  });
});
