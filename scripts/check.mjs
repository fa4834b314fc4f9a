// `npm run check`: the inner loop. Types, style and all but the longest tests on the sources as they are; no network, no build, no packaging.

import { runGates } from './gates.mjs';
import { sourceGates, testGate } from './sourceGates.mjs';

await runGates([testGate({ coverage: false }), ...sourceGates]);
