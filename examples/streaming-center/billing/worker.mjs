/** A worker: a process of its own that charges slices of one database. Tells its parent what it did; SIGTERM lets it finish its slice. */
import process from 'node:process';
import { openDatabase } from './database.mjs';
import { Catalogue } from './store.mjs';
import { readTerms } from './terms.mjs';
import { chargeAll, isRefused } from './work.mjs';

const [address, termsFile, day] = process.argv.slice(2);
let isStopped = false;
process.on('SIGTERM', () => {
  isStopped = true;
});
// A worker whose parent is gone has nobody to report to.
process.on('disconnect', () => process.exit(1));

try {
  const database = await openDatabase(address, { connections: 1 });
  const catalogue = await new Catalogue(database, readTerms(termsFile)).refresh();
  const { failed } = await chargeAll(database, catalogue, {
    day,
    isStopped: () => isStopped,
    onSlice: (tally) => process.send?.({ tally }),
    onFailure: (failure) => process.send?.({ failure }),
  });
  process.send?.({ spent: catalogue.rules.spent });
  await database.close();
  process.exitCode = failed.length > 0 ? 2 : 0;
} catch (error) {
  process.send?.({ error: { code: error.code, message: error.message } });
  process.exitCode = isRefused(error) ? 2 : 1;
}
process.disconnect?.();
