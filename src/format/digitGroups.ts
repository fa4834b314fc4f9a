import { noBreakSpace } from './formatLocale.js';

/** Groups of three digits from the right; a minus sign stays with the first group. @internal */
export function digitGroups(whole: string, separator: string = noBreakSpace): string {
  const firstDigit = whole.startsWith('-') ? 1 : 0;
  let end = firstDigit + ((whole.length - firstDigit) % 3 || 3);
  const groups = [whole.slice(0, end)];
  for (; end < whole.length; end += 3) groups.push(whole.slice(end, end + 3));
  return groups.join(separator);
}
