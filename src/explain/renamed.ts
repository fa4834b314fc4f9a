/** Maps paths of a kind's arguments to the names of a primitive: the longest prefix with a different name, and the rest. @internal */
export function renamed(names: Readonly<Record<string, string>>): (path: string) => string {
  return (path) => {
    const parts = path.split('.');
    for (let length = parts.length; length > 0; length -= 1) {
      const own = names[parts.slice(0, length).join('.')];
      if (own !== undefined) return [own, ...parts.slice(length)].join('.');
    }
    return path;
  };
}
