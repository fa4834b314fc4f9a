import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

// tests/packaging/consumer.mjs has the condition itself: in Node, in a bundle and for the compilers.
describe('native-temporal', () => {
  beforeEach(() => {
    vi.resetModules();
  });
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  test("it is the engine's own", async () => {
    vi.stubGlobal('Temporal', Temporal);
    const native = await import('../../src/time/nativeTemporal.js');
    expect(native.Temporal).toBe(Temporal);
  });

  test('without one, the error at import names the condition', async () => {
    vi.stubGlobal('Temporal', undefined);
    await expect(import('../../src/time/nativeTemporal.js')).rejects.toThrow(
      /import condition "native-temporal".* no global Temporal.*Leave the condition out/,
    );
  });
});
