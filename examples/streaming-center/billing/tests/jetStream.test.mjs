import { afterEach, beforeEach, expect, test } from 'vitest';
import { chargeNamed } from '../charge.mjs';
import { connectDispatch, dispatchDay } from '../jetStream.mjs';
import { database } from './support.mjs';

let nodes;
let sent;

/** A stream that delivers at once to a worker of its own; the cluster itself is what `npm run faults:long` kills. */
const dispatch = (work) => ({
  stream: {
    async publish(subject, text, { msgID }) {
      sent.push(msgID);
      await work(JSON.parse(text), subject);
    },
  },
});

beforeEach(async () => {
  sent = [];
  const accounts = Array.from({ length: 3 }, () => ['radio', '2026-01-01', '2026-01-01T00:15:00Z']);
  const opened = await database('streaming-center', {
    through: '2025-12-31',
    sliceSize: 1,
    prices: [['radio', '2025-06-01', 3100]],
    accounts,
  });
  nodes = [{ ...opened, open: async () => opened }];
});
afterEach(() => nodes[0].database.close());

const reached = () => nodes[0].database.query('select slice, through from slice order by slice');

test('every slice is handed out, and the run ends when the databases say that all have reached the day', async () => {
  const left = [];
  await dispatchDay({
    dispatch: dispatch(({ slice, day, node }) => chargeNamed(nodes[node].database, nodes[node].catalogue, slice, day)),
    nodes,
    day: '2026-01-02',
    onLeft: (count) => left.push(count),
  });
  expect(sent).toEqual(['2026-01-02 0', '2026-01-02 1', '2026-01-02 2']);
  expect(left).toEqual([3, 0]);
  expect(await reached()).toEqual([
    [0, '2026-01-02'],
    [1, '2026-01-02'],
    [2, '2026-01-02'],
  ]);
});

test('a run that no slice gets on in ends by itself and tells how many are left', async () => {
  const work = ({ slice, day }) =>
    slice === 1 ? undefined : chargeNamed(nodes[0].database, nodes[0].catalogue, slice, day);
  await expect(
    dispatchDay({ dispatch: dispatch(work), nodes, day: '2026-01-02', milliseconds: 0 }),
  ).rejects.toMatchObject({ code: 'run-incomplete', message: 'slices left: 1; none was charged for 0 s' });
  expect((await reached()).map(([, through]) => through)).toEqual(['2026-01-02', '2025-12-31', '2026-01-02']);
});

test('told to stop, it hands out nothing more', async () => {
  await dispatchDay({ dispatch: dispatch(() => {}), nodes, day: '2026-01-02', isStopped: () => true });
  expect(sent).toEqual([]);
});

test('a cluster that is not there is refused', async () => {
  await expect(connectDispatch(['nats://127.0.0.1:1'], 100)).rejects.toMatchObject({ code: 'dispatch-unreachable' });
});
