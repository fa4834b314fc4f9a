import { place } from './days.mjs';
import { refuse } from './refusal.mjs';

/** The places of the first and the last day of a range; one that runs backwards is refused. */
export function rangeOf({ firstDay, lastDay }) {
  const [first, last] = [place(firstDay), place(lastDay)];
  if (last < first) refuse('range-reversed');
  return [first, last];
}
