import { expect, test } from 'vitest';
import { Patience } from '../patience.mjs';

/** When each failure happened, and whether it was the last that was put up with. */
function told(milliseconds, times) {
  let now = 0;
  const patience = new Patience(milliseconds, () => now);
  return times.map((time) => {
    now = time;
    return patience.isOver();
  });
}

test('what fails is tried again until the time is over', () => {
  expect(told(30, [10, 20, 30, 31])).toEqual([false, false, false, true]);
});

test('time in which the process was suspended is not time in which it tried', () => {
  // Suspended from 20 to 500: thirty more from then on.
  expect(told(30, [10, 20, 500, 510, 530, 531])).toEqual([false, false, false, false, false, true]);
});
