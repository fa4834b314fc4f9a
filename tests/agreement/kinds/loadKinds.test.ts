import { describe, expect, it } from 'vitest';
import { kinds } from '../../../src/agreement/kinds/index.js';
import { loadKinds } from '../../../src/agreement/kinds/loadKinds.js';

describe('loadKinds', () => {
  it('has every kind there is, each the same object', async () => {
    const loaded = await loadKinds(kinds.keys());
    expect([...loaded.keys()].sort()).toEqual([...kinds.keys()].sort());
    for (const [name, kind] of loaded) expect(kind, name).toBe(kinds.get(name));
  });

  it.each([...kinds.keys()])('finds %s by its name alone', async (name) => {
    expect((await loadKinds([name])).get(name)?.kind).toBe(name);
  });

  it('leaves out groups that nothing asks for', async () => {
    const loaded = await loadKinds(['latePaymentPenalty']);
    expect([...loaded.keys()].sort()).toEqual(['escalatingFine', 'latePaymentPenalty']);
    expect((await loadKinds([])).size).toBe(0);
  });

  it.each(['latePaymentPenalties', '', 'toString', '__proto__'])(
    'refuses "%s", which no kind is called',
    async (name) => {
      await expect(loadKinds([name])).rejects.toMatchObject({ code: 'argument-invalid', details: { field: 'kind' } });
    },
  );
});
