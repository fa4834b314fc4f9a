import { dayNumber } from './day.js';
import { listOf } from './json.js';
import type { Placed } from './placedComputations.js';
import type { Places } from './places.js';

/** The first use after an amendment has taken effect, where it binds by later use; `undefined` if it binds otherwise or nobody used anything. */
export function firstLaterUse(effective: number, placed: Placed, places: Places): number | undefined {
  const used = listOf(places.argument(placed, 'usedOn')).map((day) => dayNumber(String(day)));
  const later = used.filter((day) => day > effective).sort((a, b) => a - b);
  return bindsByLaterUse(placed, places) ? later[0] : undefined;
}

/** Whether an amendment binds who uses the service after it took effect. */
export function bindsByLaterUse(placed: Placed, places: Places): boolean {
  return places.argument(placed, 'binds') === 'byLaterUse';
}
