import { AgreementError } from 'oferta';
import { chargeNext } from './charge.mjs';
import { openMonths } from './migrate.mjs';
import { Patience } from './patience.mjs';
import { Refusal } from './refusal.mjs';

/**
 * Charges every slice of a database through a day, until none is left. A lost connection is reopened for up to `patience`: the server has
 * rolled back what was not committed, and the slice is charged again from its last state. A slice that the agreement or the ledger refuses
 * is left unchanged and reported, and the others continue.
 *
 * @param {import('./database.mjs').Database} database
 * @param {import('./store.mjs').Catalogue} catalogue
 * @param {object} options
 * @param {string} options.day
 * @param {(tally: object) => void} [options.onSlice]
 * @param {(failure: { slice: number, code: string, message: string }) => void} [options.onFailure]
 * @param {() => boolean} [options.isStopped] Asked between two slices.
 * @param {number} [options.patience] Milliseconds.
 */
export async function chargeAll(
  database,
  catalogue,
  { day, onSlice, onFailure, isStopped = () => false, patience = 30_000 },
) {
  const failed = [];
  let lost;
  let opened = false;
  while (!isStopped()) {
    try {
      if (!opened) {
        const [[from]] = await database.query('select min(through) from slice');
        if (from !== null) await openMonths(database, from, day);
        opened = true;
      }
      const done = await chargeNext(database, catalogue, day, failed);
      lost = undefined;
      if (done === undefined) break;
      if (done === 'busy') await pause(20);
      else onSlice?.(done);
    } catch (error) {
      if (error.slice !== undefined && isRefused(error)) {
        failed.push(error.slice);
        onFailure?.({ slice: error.slice, code: error.code, message: error.message });
        continue;
      }
      if (!isLost(error)) throw error;
      lost ??= new Patience(patience);
      if (lost.isOver())
        throw new Refusal('database-unreachable', `no connection for ${patience / 1000} s: ${error.message}`);
      await pause(100);
    }
  }
  return { failed };
}

export function isRefused(error) {
  return error instanceof Refusal || error instanceof AgreementError;
}

/** Whether the server or the connection went away: classes 08, 40 and 57 of SQLSTATE, and errors of sockets. */
export function isLost(error) {
  if (/^(08|57P|40)/.test(error.code ?? '')) return true;
  if (['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOENT'].includes(error.code)) return true;
  return /Connection terminated|connection is closed|Client has encountered a connection error|timeout exceeded when trying to connect|not queryable/i.test(
    error.message ?? '',
  );
}

export function pause(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
