/** A worker of the third tier: takes slices from a JetStream cluster and charges them on the PostgreSQL node they live on. */
import process from 'node:process';
import { connectDispatch, Node, workFromStream } from './jetStream.mjs';
import { readTerms } from './terms.mjs';

const [streams, databases, termsFile] = process.argv.slice(2);
let isStopped = false;
process.on('SIGTERM', () => {
  isStopped = true;
});
const leave = () => process.exit(1);
process.on('disconnect', leave);

const terms = readTerms(termsFile);
const nodes = databases.split(',').map((address) => new Node(address, terms));
const dispatch = await connectDispatch(streams.split(','));
process.send?.({ ready: true });
await workFromStream({
  dispatch,
  nodes,
  isStopped: () => isStopped,
  onSlice: (tally) => process.send?.({ tally }),
  onFailure: (failure) => process.send?.({ failure }),
});
await dispatch.connection.close();
for (const node of nodes) await node.close();
process.off('disconnect', leave);
process.disconnect?.();
