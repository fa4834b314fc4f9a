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
  // Suspended from the 20th second to the 500th: thirty more from then on.
  const seconds = [10, 20, 500, 510, 530, 531].map((second) => second * 1000);
  expect(told(30_000, seconds)).toEqual([false, false, false, false, false, true]);
});

test('a pause longer than the time given is no suspension', () => {
  expect(told(100, [90, 250])).toEqual([false, true]);
  // An attempt of a minute is one still, what takes longer is a suspension.
  expect(told(100, [60_000])).toEqual([true]);
  expect(told(100, [60_001])).toEqual([false]);
});
