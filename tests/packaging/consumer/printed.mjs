import { inspect } from 'node:util';
import { calendarDays, countingRules, deadline, money } from 'oferta';
import { openAccount } from 'oferta/agreement';

if (typeof openAccount !== 'function') throw new Error('there is no agreement layer');
const end = deadline({ trigger: '2026-02-15', limit: calendarDays(14), rules: countingRules.asWritten });
const [sum, day] = [inspect(money('120', 'KZT')), inspect(end, { depth: 0 })];
if (sum !== '120.00 KZT') throw new Error(`a sum is printed as ${sum}`);
if (day !== "Deadline { lastDay: '2026-03-01', basis: [Object] }") throw new Error(`a deadline is printed as ${day}`);
