import { useEffect, useState } from 'preact/hooks';

/** A part of the page whose code is loaded once it is needed. */
export function useLoaded<Part>(isNeeded: boolean, load: () => Promise<Part>): Part | undefined {
  const [loaded, setLoaded] = useState<Part | undefined>();
  useEffect(() => {
    // Wrapped in a function, because a state that is a function would be called.
    if (isNeeded) void load().then((part) => setLoaded(() => part));
  }, [isNeeded]);
  return loaded;
}
