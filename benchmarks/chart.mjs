/** The chart of a run: for each work a few bars on a logarithmic scale of multiples of the limit. */
import { idiomatic } from './peers.mjs';

const width = 900;
const left = 250;
const right = 90;
const bar = 13;
const gap = 16;
const top = 64;
const kinds = [
  { name: 'C', colour: '#8c8c8c', find: (rows) => rows.find(({ name }) => name === 'C') },
  { name: 'oferta', colour: '#0b6e4f', find: (rows) => rows.find(({ group }) => group === 'oferta') },
  { name: 'fastest other stack with equal answers', colour: '#e0a030', find: fastest },
  { name: idiomatic, colour: '#b23a48', find: (rows) => rows.find(({ name }) => isIdiomatic(name)) },
];

export function chart({ works }) {
  const blocks = works.map(({ title, rows }) => ({
    title,
    bars: kinds.flatMap(({ colour, find }) => {
      const row = find(rows);
      return row === undefined ? [] : [{ colour, value: row.median, name: row.name }];
    }),
  }));
  const most = Math.ceil(Math.log10(Math.max(...blocks.flatMap(({ bars }) => bars.map(({ value }) => value)))));
  const least = -1;
  const x = (value) => left + ((Math.log10(value) - least) / (most - least)) * (width - left - right);
  const height = top + blocks.reduce((sum, { bars }) => sum + bars.length * bar + gap, 0) + 10;
  const lines = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="11" role="img">`,
    '<title>Times in multiples of the integer limit in JavaScript, logarithmic</title>',
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    '<text x="10" y="18" font-size="13" fill="#222222">Times the integer limit in JavaScript (logarithmic, shorter is faster)</text>',
  ];
  let legend = 10;
  for (const { name, colour } of kinds) {
    lines.push(
      `<rect x="${legend}" y="27" width="10" height="10" fill="${colour}"/>`,
      `<text x="${legend + 14}" y="36" fill="#222222">${escaped(name)}</text>`,
    );
    legend += 34 + name.length * 6;
  }
  for (let power = least; power <= most; power += 1) {
    const at = x(10 ** power).toFixed(1);
    lines.push(
      `<line x1="${at}" y1="${top - 8}" x2="${at}" y2="${height - 8}" stroke="${power === 0 ? '#222222' : '#dddddd'}"/>`,
      `<text x="${at}" y="${top - 12}" text-anchor="middle" fill="#666666">${power < 0 ? '0.1' : (10 ** power).toLocaleString('en-US')}</text>`,
    );
  }
  let y = top;
  for (const { title, bars } of blocks) {
    lines.push(
      `<text x="${left - 10}" y="${y + (bars.length * bar) / 2 + 4}" text-anchor="end" fill="#222222">${escaped(title)}</text>`,
    );
    for (const { colour, value, name } of bars) {
      const from = Math.min(x(1), x(value));
      lines.push(
        `<rect x="${from.toFixed(1)}" y="${y}" width="${Math.max(1, Math.abs(x(value) - x(1))).toFixed(1)}" height="${bar - 2}" fill="${colour}"><title>${escaped(name)}</title></rect>`,
        `<text x="${(Math.max(x(1), x(value)) + 4).toFixed(1)}" y="${y + bar - 3}" fill="#444444">${figure(value)}</text>`,
      );
      y += bar;
    }
    y += gap;
  }
  return `${lines.join('\n')}\n</svg>\n`;
}

function isIdiomatic(name) {
  return name.startsWith(idiomatic) || name.startsWith('temporal-polyfill');
}

function fastest(rows) {
  return rows
    .filter(
      ({ group, wrong, name }) =>
        group === 'peer' && wrong === 0 && !isIdiomatic(name) && !/^(BigInt|integers)/.test(name),
    )
    .sort((a, b) => a.ns - b.ns)[0];
}

function figure(value) {
  return value >= 1000
    ? Number(value.toPrecision(3)).toLocaleString('en-US')
    : String(Number(value.toPrecision(value >= 100 ? 3 : 2)));
}

function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
