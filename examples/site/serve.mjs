// Serves site/ until it is stopped: `npm run site`. For people who view it on their own machine, so it listens only there.
//
//   node examples/site/serve.mjs [--port 4173]
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { createGzip } from 'node:zlib';

const folder = fileURLToPath(new URL('../../site/', import.meta.url));

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
};

/**
 * Serves the site and returns its address. `under` serves it below a path, as a host might; without `compress`, texts are sent as they are.
 *
 * @param {{ port?: number, under?: string, compress?: boolean }} [options]
 */
export function serveSite({ port = 0, under = '/', compress = true } = {}) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const file = fileFor(pathname, under);
    if (file === undefined && pathname.startsWith(`${under}api/`) && !existsSync(join(folder, 'api/index.html'))) {
      // The browser tries again until the pages are there.
      response
        .writeHead(503, { 'content-type': 'text/plain; charset=utf-8', refresh: '5' })
        .end('The API pages are being built. This page looks again in a few seconds.\n');
      return;
    }
    if (file === undefined) {
      response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('There is no such page.\n');
      return;
    }
    if (file.redirect !== undefined) {
      response.writeHead(301, { location: file.redirect }).end();
      return;
    }
    const type = types[extname(file.path)] ?? 'application/octet-stream';
    // Files whose name changes with their content never have to be requested again.
    const isLasting = /-[\w-]{8}\.js$/.test(file.path);
    const headers = {
      'content-type': type,
      'cache-control': isLasting ? 'public, max-age=31536000, immutable' : 'no-cache',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    };
    const isText = !type.startsWith('application/octet');
    if (compress && isText && String(request.headers['accept-encoding'] ?? '').includes('gzip')) {
      response.writeHead(200, { ...headers, 'content-encoding': 'gzip' });
      createReadStream(file.path).pipe(createGzip()).pipe(response);
    } else {
      response.writeHead(200, headers);
      createReadStream(file.path).pipe(response);
    }
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      resolve({ server, address: `http://localhost:${server.address().port}${under}` });
    });
  });
}

/** The file for the path of an address: only files of the site, and the index of a folder. */
function fileFor(pathname, under) {
  if (!pathname.startsWith(under)) return undefined;
  let relative;
  try {
    relative = decodeURIComponent(pathname.slice(under.length));
  } catch {
    return undefined;
  }
  if (relative.includes('\0')) return undefined;
  const path = normalize(join(folder, relative));
  if (path !== folder && !`${path}${sep}`.startsWith(folder)) return undefined;
  if (!existsSync(path)) return undefined;
  if (!statSync(path).isDirectory()) return { path };
  if (!pathname.endsWith('/')) return { redirect: `${pathname}/` };
  const index = join(path, 'index.html');
  return existsSync(index) ? { path: index } : undefined;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const at = process.argv.indexOf('--port');
  const { address } = await serveSite({ port: at < 0 ? 4173 : Number(process.argv[at + 1]) }).catch(() => serveSite());
  process.stdout.write(`${address}\n`);
}
