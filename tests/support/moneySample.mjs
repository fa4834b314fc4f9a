/** The numbers from 0 up to `count`, or `sample` of them drawn with a seed. */
export function* everyOrSample(count, sample, seed = 1) {
  if (sample === undefined || sample >= count) {
    for (let at = 0; at < count; at += 1) yield at;
    return;
  }
  let state = seed >>> 0;
  for (let drawn = 0; drawn < sample; drawn += 1) {
    // A linear congruential generator: for drawing cases, not for chance that matters.
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield Math.floor((state / 2 ** 32) * count);
  }
}
