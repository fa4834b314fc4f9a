/** An instant by the clock of Almaty, which has been five hours ahead of UTC since 1 March 2024. */
export function almaty(day: string, time: string): string {
  return `${day}T${time}+05:00`;
}
