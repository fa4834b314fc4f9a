import { useEffect, useRef, useState } from 'preact/hooks';

/** A value, once it has not changed for a moment, judged by its inputs. */
export function useSettled<T>(value: T, delay: number): T {
  const [settled, setSettled] = useState(value);
  const parts = typeof value === 'object' && value !== null ? Object.values(value) : [value];
  const key = useRef<{ readonly parts: readonly unknown[] }>({ parts });
  if (parts.some((part, at) => !isSamePart(part, key.current.parts[at]))) key.current = { parts };
  const now = key.current;
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), delay);
    return () => clearTimeout(timer);
  }, [now, delay]);
  return settled;
}

/** Answers are created on each rendering; their inputs are among the other dependencies. */
function isSamePart(a: unknown, b: unknown): boolean {
  return a === b || typeof a === 'function' || (Array.isArray(a) && Array.isArray(b));
}
