// Keeps the site for days without a network. The network comes first, so that nobody sees an old page while there is one.
const cacheName = `oferta-${'VERSION'}`;
const files = ['FILES'];

self.addEventListener('install', (event) => {
  // One half of the scripts is for browsers without Temporal, the other for those that have it.
  const unused = 'Temporal' in self ? 'assets/full/' : 'assets/native/';
  const wanted = files.filter((file) => !file.startsWith(unused));
  event.waitUntil(caches.open(cacheName).then((cache) => cache.addAll(wanted)));
});

self.addEventListener('activate', (event) => {
  const isOld = (name) => name.startsWith('oferta-') && name !== cacheName;
  event.waitUntil(caches.keys().then((names) => Promise.all(names.filter(isOld).map((name) => caches.delete(name)))));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method === 'GET' && new URL(request.url).origin === self.location.origin)
    event.respondWith(answer(request));
});

async function answer(request) {
  const cache = await caches.open(cacheName);
  try {
    const response = await fetch(request);
    if (response.ok) await cache.put(request, response.clone());
    return response;
  } catch (error) {
    const kept = await cache.match(request, { ignoreSearch: true });
    if (kept !== undefined) return kept;
    throw error;
  }
}
