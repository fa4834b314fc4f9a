/** Slices that no node charges, because their move was interrupted. */
export async function slicesOnTheWay(nodes) {
  const owned = new Set();
  const gone = [];
  for (const { database, catalogue } of nodes) {
    const node = Number(catalogue.settings.node);
    for (const [slice, at] of await database.query('select slice, node from slice'))
      if (at === node) owned.add(slice);
      else gone.push({ slice, from: node, to: at });
  }
  return gone.filter(({ slice }) => !owned.has(slice));
}
