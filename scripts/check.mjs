// `npm run check`: the inner loop. Types, style and all but the slowest tests on the sources; no network, no build, no
// packaging.

import { runGates } from './gates.mjs';
import { sourceGates, testGate } from './sourceGates.mjs';

await runGates([testGate({ all: false }), ...sourceGates]);
