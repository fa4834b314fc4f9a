/** The report of a run: tables for the terminal, docs/performance.md between its markers, and the chart. */
import { readFileSync, writeFileSync } from 'node:fs';
import { chart } from './chart.mjs';
import { fastestPeer } from './judge.mjs';
import { idiomatic } from './peers.mjs';

const page = new URL('../docs/performance.md', import.meta.url);
const chartFile = new URL('../docs/performance.svg', import.meta.url);
const markers = ['<!-- figures: written by npm run bench -->', '<!-- end of figures -->'];

/** A number with three significant digits. */
export function figure(value) {
  if (value >= 1000) return Number(value.toPrecision(3)).toLocaleString('en-US');
  return String(Number(value.toPrecision(value >= 100 ? 3 : 2)));
}

export function tableText({ title, rows }) {
  const width = Math.max(...rows.map(({ name }) => name.length));
  const lines = rows.map(({ name, ns, median, lower, upper, bytes, wrong, cases }) =>
    [
      name.padEnd(width),
      `${figure(median)}x`.padStart(12),
      `${figure(lower)} to ${figure(upper)}`.padStart(20),
      `${figure(ns)} ns`.padStart(16),
      (bytes === undefined ? '' : `${figure(Math.round(bytes))} B`).padStart(12),
      wrong > 0 ? `  wrong in ${share(wrong, cases)}` : '',
    ].join(''),
  );
  return [title, ...lines].join('\n');
}

export function goalLine(goal, slack) {
  const mark = goal.missedBy <= 1 ? 'met   ' : goal.missedBy <= slack ? 'close ' : 'MISSED';
  return `${mark} ${goal.work}: ${goalText(goal)}, measured ${figure(goal.value)}`;
}

function goalText({ row, to, most, fastest, ns, perSecond }) {
  if (ns !== undefined) return `${row}: at most ${ns.toLocaleString('en-US')} ns`;
  if (perSecond !== undefined) return `${row}: at least ${perSecond.toLocaleString('en-US')} rows a second`;
  return fastest === undefined
    ? `${row}: at most ${most} times ${to}`
    : `${row}: at least ${fastest} times ahead of the fastest other stack, ${to}`;
}

function share(wrong, cases) {
  return `${figure((100 * wrong) / cases)} %`;
}

/** Writes the page and the chart; text outside the markers stays. */
export function writeReport(run) {
  const text = readFileSync(page, 'utf8');
  const [before, rest] = split(text, markers[0]);
  const [, after] = split(rest, markers[1]);
  writeFileSync(page, `${before}${markers[0]}\n\n${figures(run)}\n${markers[1]}${after}`);
  writeFileSync(chartFile, chart(run));
}

function split(text, marker) {
  const at = text.indexOf(marker);
  if (at < 0) throw new Error(`docs/performance.md has no line ${marker}`);
  return [text.slice(0, at), text.slice(at + marker.length)];
}

function figures({ node, cpu, platform, c, rounds, processes, goals, works }) {
  return [
    `Node ${node}, ${cpu}, ${platform}; C by ${c ?? 'no compiler'}; ${rounds} rounds in ${processes} processes.`,
    '',
    '![Times in multiples of the integer limit](performance.svg)',
    '',
    '### Goals',
    '',
    '| Work | Goal | Measured | |',
    '|---|---|---:|---|',
    ...goals.map((goal) => {
      const title = works.find(({ id }) => id === goal.work).title;
      const mark = goal.missedBy <= 1 ? 'met' : goal.missedBy <= 1.25 ? 'missed by less than a quarter' : '**missed**';
      return `| ${title} | ${goalText(goal)} | ${figure(goal.value)} | ${mark} |`;
    }),
    '',
    ...works.flatMap(workTable),
  ].join('\n');
}

function workTable({ title, does, rows }) {
  const base = rows.find(({ name }) => name.startsWith(idiomatic) || name.startsWith('temporal-polyfill'));
  return [
    `### ${title}`,
    '',
    does,
    '',
    '| | times the limit | quartiles | ns | bytes | answers |',
    '|---|---:|---:|---:|---:|---|',
    ...rows.map(
      ({ name, group, median, lower, upper, ns, bytes, wrong, cases }) =>
        `| ${group === 'oferta' ? `**${name}**` : name} | ${figure(median)} | ${figure(lower)} to ${figure(upper)} | ${figure(ns)} | ${
          bytes === undefined ? '' : figure(Math.round(bytes))
        } | ${cases === undefined ? '' : wrong === 0 ? 'equal' : `${share(wrong, cases)} wrong`} |`,
    ),
    '',
    ...(base === undefined ? [] : aheadLines(rows, base)),
  ];
}

/** How much faster ours are than the idiomatic stack, and than the fastest other stack whose answers are equal. */
function aheadLines(rows, base) {
  const [best] = rows
    .filter(({ name, group }) => group === 'oferta' && !name.includes('before'))
    .sort((a, b) => a.ns - b.ns);
  if (best === undefined) return [];
  const fastest = fastestPeer(rows);
  return [
    `*${best.name}* is ${figure(base.ns / best.ns)} times ahead of ${base.name}, and ${figure(fastest.ns / best.ns)} times ahead of the fastest other stack with equal answers, ${fastest.name}.`,
    '',
  ];
}
