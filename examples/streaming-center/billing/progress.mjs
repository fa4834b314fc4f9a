/**
 * Reports the progress of a run: a bar with rate and remaining time on a terminal, otherwise one line of JSON for each slice.
 *
 * @param {{ slices: number, label: string, stream?: NodeJS.WriteStream, output?: NodeJS.WritableStream, width?: number }} options
 */
export function progress({ slices, label, stream = process.stderr, output = process.stdout }) {
  const began = performance.now();
  let done = 0;
  let entries = 0;
  let shownAt = 0;
  return {
    slice(tally) {
      done += 1;
      entries += tally.entries;
      if (!stream.isTTY) {
        output.write(`${JSON.stringify(tally)}\n`);
        return;
      }
      const now = performance.now();
      if (now - shownAt < 100 && done < slices) return;
      shownAt = now;
      stream.write(
        `\r${barLine({ label, done, slices, entries, seconds: (now - began) / 1000, width: stream.columns ?? 80 })}`,
      );
    },
    end() {
      if (stream.isTTY) stream.write('\n');
      const seconds = (performance.now() - began) / 1000;
      return {
        slices: done,
        entries,
        seconds: Math.round(seconds * 100) / 100,
        perSecond: Math.round(entries / Math.max(seconds, 0.001)),
      };
    },
  };
}

/** The line of the bar. */
export function barLine({ label, done, slices, entries, seconds, width }) {
  const share = slices === 0 ? 1 : Math.min(1, done / slices);
  const rate = seconds > 0 ? Math.round(entries / seconds) : 0;
  const left = share === 0 ? '?' : clock((seconds / share) * (1 - share));
  const text = ` ${String(Math.floor(share * 100)).padStart(3)} %  ${rate.toLocaleString('en-GB')}/s  ${left} left`;
  const room = Math.max(10, Math.min(40, width - label.length - text.length - 4));
  const full = Math.round(share * room);
  return `${label} [${'#'.repeat(full)}${'.'.repeat(room - full)}]${text}`;
}

function clock(seconds) {
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
