// Every total from 0 to 300 minor units in every three shares with ratios from 0 to 9: the shares make the total, each is within a unit of its part, and
// the largest fractions took the remainder.
import { allocate, fromMinorUnits } from 'oferta';
import { everyOrSample } from '../support/moneySample.mjs';

export function run({ sample, seed } = {}) {
  let cases = 0;
  const failures = [];
  for (const row of everyOrSample(301 * 1000, sample, seed)) {
    const total = Math.floor(row / 1000);
    const ratios = [Math.floor(row / 100) % 10, Math.floor(row / 10) % 10, row % 10];
    const whole = ratios[0] + ratios[1] + ratios[2];
    if (whole === 0) continue;
    const terms = { total: fromMinorUnits(total, 'KZT'), ratios };
    for (const remainder of ['largestRemainder', 'firstShare', 'lastShare']) {
      cases += 1;
      const found = allocate({ ...terms, remainder }).map((share) => share.units);
      const wanted = sharesOf(total, ratios, whole, remainder);
      if (found.join() !== wanted.join())
        failures.push(`${total} by ${ratios.join(':')} under ${remainder}: ${found.join()}, expected ${wanted.join()}`);
    }
  }
  return { cases, failures };
}

/** Unit by unit, each to the share that is furthest behind its part; the rules of the first and last share taken as they are said. */
function sharesOf(total, ratios, whole, remainder) {
  const shares = ratios.map((ratio) => Math.floor((total * ratio) / whole));
  let left = total - shares[0] - shares[1] - shares[2];
  const taking = [0, 1, 2].filter((at) => ratios[at] > 0);
  if (remainder !== 'largestRemainder') {
    shares[remainder === 'firstShare' ? taking[0] : taking.at(-1)] += left;
    return shares;
  }
  const behind = ratios.map((ratio, at) => total * ratio - shares[at] * whole);
  for (; left > 0; left -= 1) {
    const most = taking.reduce((best, at) => (behind[at] > behind[best] ? at : best), taking[0]);
    shares[most] += 1;
    behind[most] = -1;
  }
  return shares;
}
