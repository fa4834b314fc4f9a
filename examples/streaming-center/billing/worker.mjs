/** A worker: a separate process that charges slices of one database. It reports to its parent what it did; on SIGTERM it finishes its slice. */
import process from 'node:process';
import { openDatabase } from './database.mjs';
import { Patience } from './patience.mjs';
import { Catalogue } from './store.mjs';
import { readTerms } from './terms.mjs';
import { chargeAll, isRefused, pause } from './work.mjs';

const [address, termsFile, day] = process.argv.slice(2);
let isStopped = false;
process.on('SIGTERM', () => {
  isStopped = true;
});
// A worker without its parent has nobody to report to.
const leave = () => process.exit(1);
process.on('disconnect', leave);

try {
  const database = await openPatiently(address);
  const catalogue = await new Catalogue(database, readTerms(termsFile)).refresh();
  const { failed } = await chargeAll(database, catalogue, {
    day,
    isStopped: () => isStopped,
    onSlice: (tally) => process.send?.({ tally }),
    onFailure: (failure) => process.send?.({ failure }),
  });
  const { user, system } = process.cpuUsage();
  process.send?.({ spent: catalogue.rules.spent, cpu: (user + system) / 1000 });
  await database.close();
  process.exitCode = failed.length > 0 ? 2 : 0;
} catch (error) {
  process.send?.({ error: { code: error.code, message: error.message } });
  process.exitCode = isRefused(error) ? 2 : 1;
}
process.off('disconnect', leave);
process.disconnect?.();

/** A replacement worker may start while the server is still starting. */
async function openPatiently(place) {
  const patience = new Patience(30_000);
  for (;;) {
    try {
      return await openDatabase(place, { connections: 1 });
    } catch (error) {
      if (error.code !== 'database-unreachable' || patience.isOver()) throw error;
      await pause(200);
    }
  }
}
