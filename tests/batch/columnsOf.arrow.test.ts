import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import {
  Int32,
  makeVector,
  RecordBatchReader,
  Table,
  tableFromArrays,
  tableToIPC,
  vectorFromArray,
} from 'apache-arrow';
import { build } from 'esbuild';
import { type ColumnOutcome, dailyChargeColumn, latePenaltyColumn, prorateColumn } from 'oferta/batch';
import { describe, expect, it } from 'vitest';
import { root } from '../support/sources.js';

// Columns of Apache Arrow: the typed arrays under a vector go in and come out, and no value is copied on the way.

const terms = { day: '2026-01-16', spread: 'cumulative', rounding: 'halfExpand' } as const;

describe('a vector of Apache Arrow', () => {
  it('is read in place', () => {
    const prices = Int32Array.of(3000, 3100, 1);
    const vector = makeVector(prices);
    const values = vector.data[0]?.values as Int32Array;
    expect(values.buffer).toBe(prices.buffer);
    expect([...dailyChargeColumn({ ...terms, monthlyPrices: values }).out]).toEqual([96, 100, 1]);
  });

  it('is written in place: the answers are in the vector made before', () => {
    const charges = makeVector(new Float64Array(3));
    const out = charges.data[0]?.values as Float64Array;
    dailyChargeColumn({ ...terms, monthlyPrices: Float64Array.of(3000, 3100, 1), out });
    expect([...charges]).toEqual([96, 100, 1]);
  });

  it('that is a slice gives its own rows', () => {
    const slice = makeVector(Int32Array.of(1, 3000, 3100, 1)).slice(1, 3);
    const values = slice.data[0]?.values as Int32Array;
    expect([...dailyChargeColumn({ ...terms, monthlyPrices: values }).out]).toEqual([96, 100]);
  });

  it('of several chunks is done chunk by chunk, and the totals add up', () => {
    const vector = makeVector(Int32Array.of(3000, 3100)).concat(makeVector(Int32Array.of(1)));
    const totals = vector.data.map(
      ({ values }) => dailyChargeColumn({ ...terms, monthlyPrices: values as Int32Array }).total,
    );
    expect(totals).toEqual([196n, 1n]);
  });

  it('from a file may have rows of padding after its own: `rows` says how many are', () => {
    const table = tableFromArrays({
      overdue: Int32Array.of(10_000_000, 5_000_000, 100),
      dueOn: Int32Array.of(20_543, 20_542, 20_553),
    });
    const [batch] = RecordBatchReader.from(tableToIPC(table));
    const columns = new Table(batch ? [batch] : []);
    const [overdue, dueOn] = ['overdue', 'dueOn'].map((name) => columns.getChild(name)?.data[0]?.values as Int32Array);
    const outcome = latePenaltyColumn({
      dailyRate: '0.001',
      rounding: 'halfExpand',
      overdue: overdue as Int32Array,
      dueOn: dueOn as Int32Array,
      asOf: '2026-04-10',
      exactly: true,
      rows: { from: 0, to: columns.numRows },
    });
    expect([...outcome.out.subarray(0, columns.numRows)]).toEqual([100_000, 55_000, 0]);
    expect(outcome.total).toBe(155_000n);
  });

  it('has a number under each null, which the caller leaves out by its bitmap', () => {
    const vector = vectorFromArray([3000, null, 3100], new Int32());
    const charged = dailyChargeColumn({ ...terms, monthlyPrices: vector.data[0]?.values as Int32Array });
    const known = [...charged.out].filter((_, row) => vector.isValid(row));
    expect(vector.nullCount).toBe(1);
    expect(known).toEqual([96, 100]);
  });
});

describe('shards', () => {
  it('of one shared vector are done by two workers, each its range, into one column', async () => {
    const rows = 20_001;
    const prices = new Int32Array(new SharedArrayBuffer(4 * rows)).map((_, row) => row * 97);
    const shared = new Int32Array(new SharedArrayBuffer(4 * rows));
    shared.set(prices);
    const monthlyPrices = makeVector(shared).data[0]?.values as Int32Array;
    const out = new Int32Array(new SharedArrayBuffer(4 * rows));
    expect(monthlyPrices.buffer).toBe(shared.buffer);

    const ranges = [
      { from: 0, to: 10_000 },
      { from: 10_000, to: rows },
    ];
    const totals = await Promise.all(
      ranges.map((range) => chargedByWorker({ ...terms, monthlyPrices, out, rows: range })),
    );
    const whole: ColumnOutcome<Int32Array> = dailyChargeColumn({ ...terms, monthlyPrices: prices });
    expect(out).toEqual(whole.out);
    expect(totals.reduce((sum, total) => sum + total, 0n)).toBe(whole.total);
  });

  it('report rows of the whole column, not of their range', () => {
    const charges = new Float64Array(new SharedArrayBuffer(80)).fill(100);
    charges[7] = Number.NaN;
    const days = { daysServed: new Int32Array(10).fill(1), daysInPeriod: new Int32Array(10).fill(2) };
    const { refused } = prorateColumn({
      charges,
      ...days,
      rounding: 'floor',
      exactly: true,
      rows: { from: 5, to: 10 },
    });
    expect([...refused]).toEqual([7]);
  });
});

/** The program of a worker, in one piece: threads of Node do not run TypeScript. */
const program = build({
  stdin: {
    contents: `
      import { parentPort, workerData } from 'node:worker_threads';
      import { dailyChargeColumn } from 'oferta/batch';
      parentPort.postMessage(dailyChargeColumn(workerData).total);
    `,
    resolveDir: root,
  },
  bundle: true,
  platform: 'node',
  conditions: ['oferta-source'],
  write: false,
});

/** Runs `dailyChargeColumn` in a thread of its own, which is given the memory of the columns and not their values. */
async function chargedByWorker(workerData: object): Promise<bigint> {
  const { outputFiles } = await program;
  const worker = new Worker(outputFiles[0]?.text ?? '', { eval: true, workerData });
  const [total] = (await once(worker, 'message')) as [bigint];
  await worker.terminate();
  return total;
}
